import type { Language } from '../../../../contract/schema.ts';
import { type Facet, type FacetCount, type Filters, facets } from '../../../search/facets.ts';
import { searchWordingIn } from '../../../wording/search-wording.ts';
import type { Regions } from './regions.ts';
import type { Listing } from './show-listing.ts';

/** After so many milliseconds without a new search, the reader has stopped typing. */
const IDLE_MS = 400;

let latest = new AbortController();

/** Offers the values among the findings, with their numbers, once the reader unfolds them: only then are they fetched. */
export function showFacets(
  listing: Pick<Listing, 'count' | 'facet'>,
  filters: Filters,
  { selects, facets: group, language }: Regions,
): void {
  latest.abort();
  latest = new AbortController();
  const { signal } = latest;
  const isNarrowed = Object.keys(filters).length > 0;
  group.hidden = listing.count < 2 && !isNarrowed;
  for (const facet of facets) offer(selects[facet], toOptions([], filters[facet], language));
  const fill = async (facet: Facet) => {
    const counts = await listing.facet(facet);
    if (!signal.aborted) offer(selects[facet], toOptions(counts, filters[facet], language));
  };
  const fillAll = () => {
    if (group.open && !group.hidden) Promise.all(facets.map(fill)).catch(console.error);
  };
  group.addEventListener('toggle', fillAll, { signal });
  const timer = setTimeout(fillAll, IDLE_MS);
  signal.addEventListener('abort', () => clearTimeout(timer));
  if (isNarrowed) group.open = true;
}

function toOptions(
  counts: FacetCount[],
  chosen: string | undefined,
  language: Language,
): HTMLOptionElement[] {
  const word = searchWordingIn(language);
  const column = language === 'zh-Hant' ? 0 : 1;
  // 臺灣 and 台灣 are one in Simplified.
  const byName = new Map<string, number>();
  for (const { value, count } of counts) byName.set(value[column], (byName.get(value[column]) ?? 0) + count);
  const isChosen = (name: string) =>
    chosen !== undefined && counts.some(({ value }) => value[column] === name && value.includes(chosen));
  const options = Array.from(byName, ([name, n]) => {
    const text = word('valueCount', { value: name, n });
    return new Option(text, name, isChosen(name), isChosen(name));
  });
  if (chosen && !options.some(({ selected }) => selected))
    options.push(new Option(chosen, chosen, true, true));
  return [new Option(word('every'), ''), ...options];
}

/** The first option stands for all values; where there is one value only, there is nothing to choose. */
function offer(select: HTMLSelectElement, options: HTMLOptionElement[]): void {
  select.replaceChildren(...options);
  select.disabled = options.length < 3 && select.value === '';
}
