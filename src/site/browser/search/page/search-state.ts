import { type Facet, facets } from '../../../search/register/facets.ts';
import type { Filters } from '../../../search/register/filters.ts';

/** Where to look: in the texts, in what was restored, or in what the witnesses had instead. */
export const scopes = ['text', 'corr', 'sic'] as const;
export type Scope = (typeof scopes)[number];

/** All that a search page shows follows from this, and all of it stands in the address: `?q=社會化&year=2012`. */
export interface SearchState {
  query: string;
  scope: Scope;
  filters: Filters;
}

/** The state an address asks for; what it does not know is left out. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const scope = scopes.find((known) => known === parameters.get('in')) ?? 'text';
  const filters: Filters = {};
  for (const facet of facets) {
    const value = parameters.get(facet);
    if (value) filters[facet] = value;
  }
  return { query: parameters.get('q')?.trim() ?? '', scope, filters };
}

/** The state as the search part of an address, empty for an empty page. */
export function writeState({ query, scope, filters }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  if (scope !== 'text') parameters.set('in', scope);
  for (const [facet, value] of Object.entries(filters) as Array<[Facet, string]>)
    parameters.set(facet, value);
  const written = parameters.toString();
  return written && `?${written}`;
}
