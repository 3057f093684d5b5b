import type { Language } from '../../edition/schema.ts';
import { searchWordingIn } from '../../messages/search-wording.ts';
import { type Facet, facets } from '../register/facets.ts';
import type { FacetCounts, Filters } from '../register/filters.ts';
import type { Regions } from './regions.ts';

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
  const options = counts[facet].map(({ value, count }) => {
    const option = new Option(word('valueCount', { value: value[column], n: count }), value[column]);
    option.selected = chosen !== undefined && value.includes(chosen);
    return option;
  });
  if (chosen && !options.some(({ selected }) => selected))
    options.push(new Option(word('valueCount', { value: chosen, n: 0 }), chosen, true, true));
  const select = selects[facet];
  select.replaceChildren(new Option(word('every'), ''), ...options);
  select.parentElement!.hidden = options.length < 2 && !chosen;
}
