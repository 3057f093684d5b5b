import type { Language } from '../../../../contract/schema.ts';
import { type Facet, facets } from '../../../search/register/facets.ts';
import type { FacetCount, Filters } from '../../../search/register/filters.ts';
import { searchWordingIn } from '../../../wording/search-wording.ts';
import { loadOnDemand } from './load-on-demand.ts';
import type { Regions } from './regions.ts';
import type { Listing } from './show-listing.ts';

/** So many values a list offers, the commonest; a longer one would be slow to make and nobody reads it. */
const MOST = 100;
/** There are about as many authors as texts, so their names are loaded only when the reader comes near the list. */
const LARGE: readonly Facet[] = ['author'];

/** Offers the values among the findings, with their numbers; a facet with nothing to choose is hidden. */
export async function showFacets(
  listing: Pick<Listing, 'count' | 'facet'>,
  filters: Filters,
  { selects, facets: group, language }: Regions,
): Promise<void> {
  const word = searchWordingIn(language);
  const fill = async (facet: Facet, signal?: AbortSignal) => {
    const counts = await listing.facet(facet);
    if (!signal?.aborted) offer(selects[facet], toOptions(counts, filters[facet], language), filters[facet]);
  };
  const isLater = (facet: Facet) => LARGE.includes(facet) && filters[facet] === undefined;
  await Promise.all(facets.filter((facet) => !isLater(facet)).map((facet) => fill(facet)));
  for (const facet of facets.filter(isLater)) {
    selects[facet].replaceChildren(new Option(word('every'), ''));
    setHidden(selects[facet], listing.count < 2);
  }
  loadOnDemand(group, (signal) => Promise.all(facets.filter(isLater).map((facet) => fill(facet, signal))));
  group.hidden = facets.every((facet) => isHidden(selects[facet]));
}

/** A choice is shown and hidden with its label. */
function setHidden({ labels }: HTMLSelectElement, hidden: boolean): void {
  for (const label of labels) label.hidden = hidden;
}

const isHidden = ({ labels }: HTMLSelectElement) => [...labels].every(({ hidden }) => hidden);

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
    options.push(new Option(word('valueCount', { value: chosen, n: 0 }), chosen, true, true));
  return [new Option(word('every'), ''), ...options];
}

/** The first option stands for all values. */
function offer(select: HTMLSelectElement, options: HTMLOptionElement[], chosen: string | undefined): void {
  select.replaceChildren(...options);
  setHidden(select, options.length < 3 && !chosen);
}
