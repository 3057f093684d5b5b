import { type Filters, facets } from '../../../search/facets.ts';
import { type Scope, scopes } from '../../../search/pagefind/index-layout.ts';
import { type Order, orders } from '../../../search/pagefind/pagefind-index.ts';

/** All that a search page shows follows from this, and all of it stands in the address: `?q=社會化&year=2012`. */
export interface SearchState {
  query: string;
  scope: Scope;
  order: Order;
  filters: Filters;
}

/** The state an address asks for; what it does not know is left out. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const scope = scopes.find((known) => known === parameters.get('in')) ?? 'text';
  const order = orders.find((known) => known === parameters.get('order')) ?? 'relevance';
  const filters: Filters = {};
  for (const facet of facets) {
    const value = parameters.get(facet);
    if (value) filters[facet] = value;
  }
  return { query: parameters.get('q')?.trim() ?? '', scope, order, filters };
}

/** The state as the search part of an address, empty for an empty page. */
export function writeState({ query, scope, order, filters }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  if (scope !== 'text') parameters.set('in', scope);
  if (order !== 'relevance') parameters.set('order', order);
  for (const facet of facets) {
    const value = filters[facet];
    if (value) parameters.set(facet, value);
  }
  const written = parameters.toString();
  return written && `?${written}`;
}
