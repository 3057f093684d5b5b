import { certainties, emendationKinds, removalKinds } from '../../contract/schema.ts';
import type { Summary } from './summarize.ts';

/** What all editions come to together: measured when the site is built, never typed in. */
interface Totals {
  texts: number;
  characters: number;
  emendations: number;
  cruces: number;
  removals: number;
  /** Texts that needed no emendation. */
  untouched: number;
}

/** Adds up the editions. */
export function totals(summaries: readonly Summary[]): Totals {
  const sum = (of: (summary: Summary) => number) =>
    summaries.reduce((total, summary) => total + of(summary), 0);
  return {
    texts: summaries.length,
    characters: sum(({ hant }) => hant.characters),
    emendations: sum(({ emendations }) => emendations),
    cruces: sum(({ cruces }) => cruces),
    removals: sum(({ removals }) => removals),
    untouched: sum(({ emendations }) => Number(emendations === 0)),
  };
}

/** How often each kind and each certainty of emendation, and each kind of removal, occurs in all editions. */
export function tallies(summaries: readonly Summary[]) {
  const emended = (kind: string, cert: string) =>
    summaries.reduce((total, { tally }) => total + (tally.emendations[kind]?.[cert] ?? 0), 0);
  const sumOver = (list: readonly string[], of: (item: string) => number) =>
    list.reduce((total, item) => total + of(item), 0);
  return {
    kinds: emendationKinds.map((kind) => ({
      kind,
      n: sumOver(certainties, (cert) => emended(kind, cert)),
      sure: emended(kind, 'high'),
    })),
    certainties: certainties.map((cert) => ({
      cert,
      n: sumOver(emendationKinds, (kind) => emended(kind, cert)),
    })),
    removals: removalKinds.map((kind) => ({
      kind,
      n: summaries.reduce((total, { tally }) => total + (tally.removals[kind] ?? 0), 0),
    })),
  };
}
