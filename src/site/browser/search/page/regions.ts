import type { Language } from '../../../../contract/schema.ts';
import type { Facet } from '../../../search/register/facets.ts';

/** The parts of the page that a search reads and fills. */
export interface Regions {
  /** What the page around the findings is written in. */
  language: Language;
  form: HTMLFormElement;
  field: HTMLInputElement;
  scope: HTMLSelectElement;
  facets: HTMLElement;
  selects: Record<Facet, HTMLSelectElement>;
  status: HTMLElement;
  suggestions: HTMLElement;
  list: HTMLElement;
  more: HTMLButtonElement;
}

/** Finds them by their ids, as `search.astro` gives them. */
export function findRegions(): Regions {
  const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
  return {
    language: document.documentElement.lang as Language,
    form: find('search'),
    field: find('query'),
    scope: find('scope'),
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
