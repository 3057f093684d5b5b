/** What the report wants to know of a restored text. */

import type { Edition } from '../contract/edition.ts';
import type { Place } from '../contract/schema.ts';
import { type Status, statusOf } from '../contract/vocabulary.ts';
import { witnessLanguage } from '../edition/witness-language.ts';

/** A place that somebody should look at, in its context. */
export interface DoubtfulPlace {
  readonly kind: 'crux' | 'low' | 'doubt';
  readonly before: string;
  readonly text: string;
  readonly after: string;
  /** What was found there, for an emendation. */
  readonly sic?: string;
  readonly alternatives: readonly string[];
  readonly reason: string;
}

export interface Summary {
  readonly title: string;
  readonly language: 'zh-Hans' | 'zh-Hant';
  readonly status: Status;
  readonly characters: number;
  readonly emendations: Readonly<Record<string, number>>;
  readonly certainties: Readonly<Record<string, number>>;
  readonly removals: Readonly<Record<string, number>>;
  readonly cruces: number;
  readonly doubts: number;
  /** The first few. */
  readonly places: readonly DoubtfulPlace[];
}

/** Characters of context on either side, and of the place itself. */
const CONTEXT = 20;
const LONGEST = 60;
const MOST_PLACES = 12;

/** Counts of `edition` and its doubtful places: cruces first, then conjectures, then what may be spam and was kept. */
export function summarize(edition: Edition): Summary {
  const { emendations, cruces, removals, doubts } = edition.apparatus;
  const language = witnessLanguage(edition.apparatus.script);
  const { title, characters } = edition.frontMatter[language];
  return {
    title,
    language,
    status: statusOf(edition.apparatus),
    characters,
    emendations: count(emendations.map(({ kind }) => kind)),
    certainties: count(emendations.map(({ cert }) => cert)),
    removals: count(removals.map(({ kind }) => kind)),
    cruces: cruces.length,
    doubts: doubts.length,
    places: findPlaces(edition),
  };
}

function count(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function findPlaces(edition: Edition): DoubtfulPlace[] {
  const { emendations, cruces, doubts } = edition.apparatus;
  const found = [
    ...cruces.map(
      ({ place, reason, alternatives }) => ({ place, kind: 'crux', reason, alternatives }) as const,
    ),
    ...emendations
      .filter(({ cert }) => cert === 'low')
      .map(
        ({ place, kind, sic, alternatives = [] }) =>
          ({ place, kind: 'low', reason: kind, sic, alternatives }) as const,
      ),
    ...doubts.map(({ place, reason }) => ({ place, kind: 'doubt', reason, alternatives: [] }) as const),
  ].slice(0, MOST_PLACES);
  if (found.length === 0) return [];
  const language = witnessLanguage(edition.apparatus.script);
  const texts = edition.apparatus.blocks.map(
    ({ id }, index) => [id, edition.blocks[language][index]] as const,
  );
  const blocks = new Map([...texts, ['title', edition.frontMatter[language].title] as const]);
  return found.map(({ place, ...rest }) => ({ ...rest, ...inContext(place, blocks.get(place.block) ?? '') }));
}

function inContext({ start, end }: Place, block: string): Pick<DoubtfulPlace, 'before' | 'text' | 'after'> {
  const characters = Array.from(block);
  const slice = (from: number, to: number) => characters.slice(Math.max(0, from), to).join('');
  const to = Math.min(end, start + LONGEST);
  return {
    before: slice(start - CONTEXT, start),
    text: to < end ? `${slice(start, to)}…` : slice(start, end),
    after: to < end ? '' : slice(end, end + CONTEXT),
  };
}
