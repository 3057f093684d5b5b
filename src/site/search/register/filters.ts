import type { Found } from '../search-index.ts';
import { type Facet, type FacetColumn, type FacetValue, facets } from './facets.ts';
import type { Register } from './register.ts';

/** The values, in either script, to which the reader narrows the findings. */
export type Filters = Partial<Record<Facet, string>>;

/** A value and how many findings have it. */
export interface FacetCount {
  value: FacetValue;
  count: number;
}

/** Those of the texts that the filters let through. */
export async function filterFound(found: Found[], filters: Filters, register: Register): Promise<Found[]> {
  let passed = found;
  for (const facet of facets) {
    const wanted = filters[facet];
    if (wanted === undefined) continue;
    const column = await register.facet(facet);
    passed = passed.filter(({ document }) => valueAt(document, column)?.includes(wanted) ?? false);
  }
  return passed;
}

/** The values of a facet, with the number of findings that the other filters let through; most first. */
export async function countFacet(
  facet: Facet,
  found: Found[],
  { filters, register }: { filters: Filters; register: Register },
): Promise<FacetCount[]> {
  const { [facet]: _, ...others } = filters;
  const [kept, column] = await Promise.all([filterFound(found, others, register), register.facet(facet)]);
  return countValues(kept, facet, column);
}

function countValues(found: readonly Found[], facet: Facet, { values, numbers }: FacetColumn): FacetCount[] {
  const counts = new Map<number | undefined, number>();
  for (const { document } of found) counts.set(numbers[document], (counts.get(numbers[document]) ?? 0) + 1);
  const list = values.map((value, index) => ({ value, count: counts.get(index + 1) ?? 0 }));
  const byValue = (a: FacetCount, b: FacetCount) => (a.value[0] < b.value[0] ? 1 : -1);
  return list
    .filter(({ count }) => count > 0)
    .sort((a, b) => (facet === 'year' ? byValue(a, b) : b.count - a.count));
}

function valueAt(document: number, { values, numbers }: FacetColumn): FacetValue | undefined {
  return values[(numbers[document] ?? 0) - 1];
}
