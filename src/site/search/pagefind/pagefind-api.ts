import type { Facet } from '../facets.ts';

/** The part in use of what `pagefind.js` exports, which lies in the folder of the index. */
export interface PagefindModule {
  createInstance: (options: { basePath: string; noWorker: boolean }) => Pagefind;
}

export interface Pagefind {
  init: () => Promise<void>;
  search: (phrase: string, options?: PagefindOptions) => Promise<PagefindAnswer>;
}

export interface PagefindOptions {
  filters?: Record<string, unknown>;
  sort?: { date: 'asc' | 'desc' };
}

export interface PagefindAnswer {
  results: PagefindResult[];
  /** How many of the results have each value, for the filters that are loaded. */
  filters: Partial<Record<Facet, Record<string, number>>>;
  /** The same without the filters that were asked for. */
  totalFilters: Partial<Record<Facet, Record<string, number>>>;
}

export interface PagefindResult {
  id: string;
  /** Places of the words that were looked for, in order; of a phrase in quotation marks the first only. */
  words: number[];
  /** What was given to the index as the address of the text: its slug. */
  data: () => Promise<{ raw_url: string }>;
}
