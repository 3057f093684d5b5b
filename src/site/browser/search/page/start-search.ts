import { facets } from '../../../search/facets.ts';
import type { Scope } from '../../../search/pagefind/index-layout.ts';
import type { Order } from '../../../search/pagefind/pagefind-index.ts';
import { moveByArrowKeys } from './move-by-arrow-keys.ts';
import type { Regions } from './regions.ts';
import { runSearch } from './run-search.ts';
import { readState, type SearchState, writeState } from './search-state.ts';

/**
 * Starts the search: it looks while the reader types. On the search page the address always says what for; over another page
 * the address stays, and Enter leads to the search page.
 */
export function startSearch(regions: Regions): void {
  const { form, field, scope, order, selects } = regions;
  const run = regions.isPage ? runWithTitle(regions) : latestOnly(regions);
  const change = (how: 'pushState' | 'replaceState') => {
    const state = stateOf(regions);
    const written = writeState(state);
    if (regions.isPage && written !== location.search) history[how](null, '', written || location.pathname);
    void run(state);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (regions.isPage) change('pushState');
    else location.assign(form.action + writeState(stateOf(regions)));
  });
  field.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) change('replaceState');
  });
  field.addEventListener('compositionend', () => change('replaceState'));
  for (const select of [scope, order, ...facets.map((facet) => selects[facet])])
    select.addEventListener('change', () => change('pushState'));
  moveByArrowKeys(regions);
  if (regions.isPage) followAddress(regions, run);
}

/** Shows what the address says, now and whenever the reader goes back. */
function followAddress(regions: Regions, run: (state: SearchState) => unknown): void {
  const restore = () => {
    const state = readState(location.search);
    show(state, regions);
    void run(state);
  };
  addEventListener('popstate', restore);
  restore();
}

function runWithTitle(regions: Regions): (state: SearchState) => Promise<void> {
  const { title } = document;
  const search = latestOnly(regions);
  return (state) => {
    document.title = state.query ? `${state.query} · ${title}` : title;
    return search(state);
  };
}

function stateOf({ field, scope, order, selects }: Regions): SearchState {
  const filters = Object.fromEntries(
    facets.flatMap((facet) => (selects[facet].value ? [[facet, selects[facet].value]] : [])),
  );
  return {
    query: field.value.trim(),
    scope: scope.value as Scope,
    order: order.value as Order,
    filters,
  };
}

function show({ query, scope, order, filters }: SearchState, regions: Regions): void {
  if (regions.field.value.trim() !== query) regions.field.value = query;
  regions.scope.value = scope;
  regions.order.value = order;
  for (const facet of facets) {
    const value = filters[facet] ?? '';
    const select = regions.selects[facet];
    if (![...select.options].some((option) => option.value === value))
      select.append(new Option(value, value));
    select.value = value;
  }
}

/** One search at a time: what is asked for meanwhile waits, and only the last of it is looked for. */
function latestOnly(regions: Regions): (state: SearchState) => Promise<void> {
  let waiting: SearchState | undefined;
  let isRunning = false;
  return async (state) => {
    waiting = state;
    regions.list.ariaBusy = 'true';
    if (isRunning) return;
    isRunning = true;
    while (waiting) {
      const next: SearchState = waiting;
      waiting = undefined;
      await runSearch(next, regions).catch(console.error);
    }
    isRunning = false;
    regions.list.ariaBusy = 'false';
  };
}
