import type { Language } from '../../../../contract/schema.ts';
import { type Facet, type FacetCount, type Filters, facets } from '../../../search/facets.ts';
import { searchWordingIn } from '../../../wording/search-wording.ts';
import type { Regions } from './regions.ts';
import type { Listing } from './show-listing.ts';

/** So many values a list offers, the commonest; a longer one would be slow to make and nobody reads it. */
const MOST = 100;
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
  const isChosen = ({ value }: FacetCount) => chosen !== undefined && value.includes(chosen);
  const offered = counts.filter((count, index) => index < MOST || isChosen(count));
  const options = offered.map((counted) => {
    const { value, count } = counted;
    const text = word('valueCount', { value: value[column], n: count });
    return new Option(text, value[column], isChosen(counted), isChosen(counted));
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
