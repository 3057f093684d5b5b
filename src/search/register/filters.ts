import type { Found } from '../search-index.ts';
import { type Facet, type FacetTable, type FacetValue, facets } from './facets.ts';

/** The values, in either script, to which the reader narrows the findings. */
export type Filters = Partial<Record<Facet, string>>;

/** A value and how many findings have it. */
export interface FacetCount {
  value: FacetValue;
  count: number;
}

export type FacetCounts = Record<Facet, FacetCount[]>;

/** Is a text among those the filters let through? */
export function passes(document: number, filters: Filters, table: FacetTable): boolean {
  return facets.every((facet) => {
    const wanted = filters[facet];
    return wanted === undefined || (valueIn(document, facet, table)?.includes(wanted) ?? false);
  });
}

/** For each facet its values, with the number of findings that the other filters let through; most first. */
export function countFacets(found: readonly Found[], filters: Filters, table: FacetTable): FacetCounts {
  return Object.fromEntries(
    facets.map((facet) => {
      const others = { ...filters };
      delete others[facet];
      const isNarrowed = Object.keys(others).length > 0;
      const kept = isNarrowed ? found.filter(({ document }) => passes(document, others, table)) : found;
      return [facet, countValues(kept, facet, table)];
    }),
  ) as FacetCounts;
}

function countValues(found: readonly Found[], facet: Facet, table: FacetTable): FacetCount[] {
  const { values, numbers } = table[facet];
  const counts = new Uint32Array(values.length + 1);
  for (const { document } of found) counts[numbers[document]!] = counts[numbers[document]!]! + 1;
  const list = values.map((value, index) => ({ value, count: counts[index + 1]! }));
  const byValue = (a: FacetCount, b: FacetCount) => (a.value[0] < b.value[0] ? 1 : -1);
  return list
    .filter(({ count }) => count > 0)
    .sort((a, b) => (facet === 'year' ? byValue(a, b) : b.count - a.count));
}

function valueIn(document: number, facet: Facet, table: FacetTable): FacetValue | undefined {
  const { values, numbers } = table[facet];
  return values[numbers[document]! - 1];
}
