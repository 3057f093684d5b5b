import type { Summary } from './summarize.ts';

/** What all editions come to together, for the page on method: measured when the site is built, never typed in. */
export function totals(
  summaries: readonly Summary[],
): Record<'texts' | 'characters' | 'emendations' | 'removals', number> {
  const sum = (of: (summary: Summary) => number) =>
    summaries.reduce((total, summary) => total + of(summary), 0);
  return {
    texts: summaries.length,
    characters: sum(({ hant }) => hant.characters),
    emendations: sum(({ emendations }) => emendations),
    removals: sum(({ removals }) => removals),
  };
}
