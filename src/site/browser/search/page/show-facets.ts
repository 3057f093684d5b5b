import type { Language } from '../../../../contract/schema.ts';
import { type Facet, facets } from '../../../search/register/facets.ts';
import type { FacetCount, Filters } from '../../../search/register/filters.ts';
import { searchWordingIn } from '../../../wording/search-wording.ts';
import { loadOnDemand } from './load-on-demand.ts';
import type { Regions } from './regions.ts';
import type { Listing } from './show-listing.ts';

/** So many values a list offers, the commonest; a longer one would be slow to make and nobody reads it. */
const MOST = 100;
/** There are about as many authors as texts: who only types and reads need not wait for all their names. */
const LARGE: readonly Facet[] = ['author'];

/** Offers the values among the findings, with their numbers; a facet with nothing to choose is hidden. */
export async function showFacets(
  listing: Pick<Listing, 'count' | 'facet'>,
  filters: Filters,
  language: Language,
  regions: Regions,
): Promise<void> {
  const fill = async (facet: Facet, signal?: AbortSignal) => {
    const counts = await listing.facet(facet);
    if (!signal?.aborted) fillSelect(regions.selects[facet], counts, filters[facet], language);
  };
  const isLater = (facet: Facet) => LARGE.includes(facet) && filters[facet] === undefined;
  await Promise.all(facets.filter((facet) => !isLater(facet)).map((facet) => fill(facet)));
  for (const facet of facets.filter(isLater)) empty(regions.selects[facet], listing.count, language);
  loadOnDemand(regions.facets, (signal) =>
    Promise.all(facets.filter(isLater).map((facet) => fill(facet, signal))),
  );
  regions.facets.hidden = facets.every((facet) => regions.selects[facet].parentElement!.hidden);
}

function empty(select: HTMLSelectElement, count: number, language: Language): void {
  select.replaceChildren(new Option(searchWordingIn(language)('every'), ''));
  select.parentElement!.hidden = count < 2;
}

function fillSelect(
  select: HTMLSelectElement,
  counts: FacetCount[],
  chosen: string | undefined,
  language: Language,
): void {
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
    options.push(new Option(word('valueCount', { value: chosen, n: 0 }), chosen, true, true));
  select.replaceChildren(new Option(word('every'), ''), ...options);
  select.parentElement!.hidden = options.length < 2 && !chosen;
}
