import type { Language } from '../../../../contract/schema.ts';
import type { Facet } from '../../../search/facets.ts';

/** The parts of the page that a search reads and fills. */
export interface Regions {
  /** What the page around the findings is written in. */
  language: Language;
  /** Is it the search page, whose address says what is searched for, or does the search stand over another page? */
  isPage: boolean;
  form: HTMLFormElement;
  field: HTMLInputElement;
  scope: HTMLSelectElement;
  order: HTMLSelectElement;
  facets: HTMLDetailsElement;
  selects: Record<Facet, HTMLSelectElement>;
  status: HTMLElement;
  suggestions: HTMLElement;
  list: HTMLElement;
  more: HTMLButtonElement;
}

/** Finds them by their ids, as `SearchPanel.astro` gives them. */
export function findRegions(): Regions {
  // Within the panel, for a page that the search stands over may have such ids, too.
  const find = <T extends HTMLElement>(id: string) => document.querySelector(`#search-panel #${id}`) as T;
  const form = find<HTMLFormElement>('search');
  return {
    language: (form.closest<HTMLElement>('[lang]')?.lang ?? '') as Language,
    isPage: form.closest('dialog') === null,
    form,
    field: find('query'),
    scope: find('scope'),
    order: find('order'),
    facets: find('facets'),
    selects: { publisher: find('publisher'), year: find('year'), author: find('author') },
    status: find('status'),
    suggestions: find('suggestions'),
    list: find('findings'),
    more: find('more'),
  };
}

/** Empties everything that a search fills. */
export function clear({ status, suggestions, list, more, facets }: Regions): void {
  status.textContent = '';
  suggestions.replaceChildren();
  list.replaceChildren();
  more.hidden = true;
  facets.hidden = true;
}
