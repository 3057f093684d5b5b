import type { Summary } from './summarize.ts';

/** The texts of one year; `undefined`: those of which no year is known. */
interface Year {
  year: string | undefined;
  texts: Summary[];
}

/** The years of all texts, latest first, and last those without one. */
export function yearsOf(summaries: readonly Summary[]): Year[] {
  const groups = Map.groupBy(summaries, ({ hant }) => hant.date?.slice(0, 4));
  return [...groups]
    .map(([year, texts]) => ({ year, texts }))
    .sort((a, b) => Number(b.year ?? -1) - Number(a.year ?? -1));
}
