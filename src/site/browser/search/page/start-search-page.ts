import { facets } from '../../../search/register/facets.ts';
import { moveByArrowKeys } from './move-by-arrow-keys.ts';
import type { Regions } from './regions.ts';
import { runSearch } from './run-search.ts';
import { readState, type Scope, type SearchState, writeState } from './search-state.ts';

/** Starts the search page: it searches while the reader types, and the address always says what for. */
export function startSearchPage(regions: Regions): void {
  const { form, field, scope, selects } = regions;
  const { title } = document;
  const search = latestOnly(regions);
  const run = (state: SearchState) => {
    document.title = state.query ? `${state.query} · ${title}` : title;
    void search(state);
  };
  const change = (how: 'pushState' | 'replaceState') => {
    const state = stateOf(regions);
    const written = writeState(state);
    if (written !== location.search) history[how](null, '', written || location.pathname);
    run(state);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    change('pushState');
  });
  field.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) change('replaceState');
  });
  field.addEventListener('compositionend', () => change('replaceState'));
  for (const select of [scope, ...facets.map((facet) => selects[facet])])
    select.addEventListener('change', () => change('pushState'));
  const restore = () => {
    const state = readState(location.search);
    show(state, regions);
    run(state);
  };
  addEventListener('popstate', restore);
  moveByArrowKeys(regions);
  restore();
}

function stateOf({ field, scope, selects }: Regions): SearchState {
  const filters = Object.fromEntries(
    facets.flatMap((facet) => (selects[facet].value ? [[facet, selects[facet].value]] : [])),
  );
  return { query: field.value.trim(), scope: scope.value as Scope, filters };
}

function show({ query, scope, filters }: SearchState, regions: Regions): void {
  if (regions.field.value.trim() !== query) regions.field.value = query;
  regions.scope.value = scope;
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
      await runSearch(next, regions);
    }
    isRunning = false;
    regions.list.ariaBusy = 'false';
  };
}
