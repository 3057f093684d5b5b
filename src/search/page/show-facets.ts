import type { Language } from '../../edition/schema.ts';
import { searchWordingIn } from '../../messages/search-wording.ts';
import { type Facet, facets } from '../register/facets.ts';
import type { FacetCount, FacetCounts, Filters } from '../register/filters.ts';
import type { Regions } from './regions.ts';

/** So many values a list offers, the commonest; a longer one would be slow to make and nobody reads it. */
const MOST = 100;

/** Offers the values among the findings, with their numbers; a facet with nothing to choose is hidden. */
export function showFacets(
  counts: FacetCounts,
  filters: Filters,
  language: Language,
  regions: Regions,
): void {
  for (const facet of facets) fill(facet, counts, filters[facet], language, regions);
  const shown = facets.filter((facet) => !regions.selects[facet].parentElement!.hidden);
  regions.facets.hidden = shown.length === 0;
}

function fill(
  facet: Facet,
  counts: FacetCounts,
  chosen: string | undefined,
  language: Language,
  { selects }: Regions,
): void {
  const word = searchWordingIn(language);
  const column = language === 'zh-Hant' ? 0 : 1;
  const isChosen = ({ value }: FacetCount) => chosen !== undefined && value.includes(chosen);
  const offered = counts[facet].filter((count, index) => index < MOST || isChosen(count));
  const options = offered.map(({ value, count }) => {
    const text = word('valueCount', { value: value[column], n: count });
    const isSelected = chosen !== undefined && value.includes(chosen);
    return new Option(text, value[column], isSelected, isSelected);
  });
  if (chosen && !options.some(({ selected }) => selected))
    options.push(new Option(word('valueCount', { value: chosen, n: 0 }), chosen, true, true));
  const select = selects[facet];
  select.replaceChildren(new Option(word('every'), ''), ...options);
  select.parentElement!.hidden = options.length < 2 && !chosen;
}
