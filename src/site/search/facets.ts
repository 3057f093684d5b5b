import type { SearchText } from './searched-blocks.ts';

/** By what findings can be narrowed: the names of the filters in the index. */
export const facets = ['publisher', 'year', 'author'] as const;
export type Facet = (typeof facets)[number];

/** A value in both scripts: Traditional, Simplified. */
export type FacetValue = readonly [hant: string, hans: string];

/** The values, in either script, to which the reader narrows the findings. */
export type Filters = Partial<Record<Facet, string>>;

/** A value and how many findings have it. */
export interface FacetCount {
  value: FacetValue;
  count: number;
}

const BETWEEN_SCRIPTS = '\t';

/** What a text says of itself: its publisher, the year of its date, its author. */
export function facetOf(text: SearchText, facet: Facet): string | undefined {
  return facet === 'year' ? text.date?.slice(0, 4) : text[facet];
}

/** A value as the index has it, which is one string for both scripts. */
export function writeFacetValue([hant, hans]: FacetValue): string {
  return hant === hans ? hant : hant + BETWEEN_SCRIPTS + hans;
}

/** The value that `writeFacetValue` wrote. */
export function readFacetValue(written: string): FacetValue {
  const [hant = '', hans = hant] = written.split(BETWEEN_SCRIPTS);
  return [hant, hans];
}
