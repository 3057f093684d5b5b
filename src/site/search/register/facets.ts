import type { SearchText } from '../searched-blocks.ts';

/** By what findings can be narrowed. */
export const facets = ['publisher', 'year', 'author'] as const;
export type Facet = (typeof facets)[number];

/** A value in both scripts: Traditional, Simplified. */
export type FacetValue = readonly [hant: string, hans: string];

/** One facet of all texts: its values, and for each text the number of its value from 1 on, 0 for none. */
export interface FacetColumn {
  values: FacetValue[];
  numbers: ArrayLike<number>;
}

/** What a text says of itself: its publisher, the year of its date, its author. */
export function facetOf(text: SearchText, facet: Facet): string | undefined {
  return facet === 'year' ? text.date?.slice(0, 4) : text[facet];
}
