import { type Facet, type FacetCount, type Filters, facets, readFacetValue } from '../facets.ts';
import { LIMIT_MS } from '../fetch-in-time.ts';
import type { Query, Term } from '../query.ts';
import { findTerm } from './find-term.ts';
import { type Found, keepThose } from './found.ts';
import { guardFiles } from './guard-files.ts';
import type { Scope } from './index-layout.ts';
import type { Pagefind, PagefindAnswer, PagefindModule, PagefindOptions } from './pagefind-api.ts';

/** Findings by relevance, or the newest first. */
export const orders = ['relevance', 'date'] as const;
export type Order = (typeof orders)[number];

/** Where to look, among which texts, and what comes first. */
export interface Wanted {
  scope: Scope;
  filters: Filters;
  order: Order;
}

/** What the index answers, in the order wanted. It never leaves out a text that has what is asked for. */
export interface Answer {
  found: Found[];
  /** When not, some may not have it: the texts themselves decide. */
  isCertain: boolean;
  /** Are the hits of each text counted? */
  isCounted: boolean;
  /** The phrase of the term that the fewest texts have. */
  narrowest: string;
}

/** A value that no text has: to ask for texts without it loads a filter and changes nothing. */
const NO_VALUE = '\0';
/** So many values of a facet are counted, the commonest: nobody reads more. */
const MOST_VALUES = 100;
/** A phrase that no text has. */
const NO_PHRASE = '"zz zz"';

/** The index in `folder` (an address ending in a slash), read by Pagefind. Everything fails when a file cannot be had. */
export class PagefindIndex {
  readonly #folder: string;
  readonly #failures: () => number;
  #pagefind: Promise<Pagefind> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
    this.#failures = guardFiles(folder);
  }

  /** Looks for a query of at least one term. */
  async find(query: Query, { scope, filters, order }: Wanted): Promise<Answer> {
    const options: PagefindOptions = {
      filters: await this.#resolve(filters),
      ...(order === 'date' && { sort: { date: 'desc' } }),
    };
    const find = (term: Term) => findTerm(term, scope, (phrase) => this.#search(phrase, options));
    const [terms, without] = await Promise.all([
      Promise.all(query.terms.map(find)),
      Promise.all(query.without.map(find)),
    ]);
    const narrowest = terms.reduce((a, b) => (b.results.length < a.results.length ? b : a));
    const kept = keepThose(narrowest.results, query, { terms, without });
    if (order === 'relevance') kept.found.sort((a, b) => a.rank - b.rank || b.hits - a.hits);
    return { ...kept, narrowest: narrowest.phrase };
  }

  /** The values of a facet among some texts, all of which have a phrase and pass the filters, with their numbers; most first. */
  async countFacet(
    facet: Facet,
    ids: ReadonlySet<string>,
    { phrase, filters }: { phrase: string; filters: Filters },
  ): Promise<FacetCount[]> {
    const resolved = await this.#resolve(filters);
    const all = await this.#search(phrase, { filters: { ...resolved, none: [{ [facet]: NO_VALUE }] } });
    const counts = Object.entries(all.filters[facet] ?? {})
      .filter(([, count]) => count > 0)
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_VALUES);
    const isAll = all.results.length === ids.size;
    const among = async (value: string, count: number) => {
      if (isAll) return count;
      const { results } = await this.#search(phrase, { filters: { ...resolved, [facet]: value } });
      return results.filter(({ id }) => ids.has(id)).length;
    };
    const counted: FacetCount[] = [];
    for (const [value, count] of counts)
      counted.push({ value: readFacetValue(value), count: await among(value, count) });
    const byValue = (a: FacetCount, b: FacetCount) => (a.value[0] < b.value[0] ? 1 : -1);
    return counted
      .filter(({ count }) => count > 0)
      .sort((a, b) => (facet === 'year' ? byValue(a, b) : b.count - a.count || -byValue(a, b)));
  }

  async #search(phrase: string, options: PagefindOptions): Promise<PagefindAnswer> {
    const before = this.#failures();
    try {
      this.#pagefind ??= start(this.#folder);
      const answer = await (await this.#pagefind).search(phrase, options);
      if (this.#failures() > before) throw new Error('A file of the search index cannot be had.');
      return answer;
    } catch (error) {
      this.#pagefind = undefined; // the next search begins anew
      throw error;
    }
  }

  /** The reader's values, in either script, as the index has them. */
  async #resolve(filters: Filters): Promise<Record<string, { any: string[] }>> {
    const resolved: Record<string, { any: string[] }> = {};
    for (const facet of facets) {
      const wanted = filters[facet];
      if (wanted === undefined) continue;
      const { totalFilters } = await this.#search(NO_PHRASE, { filters: { none: [{ [facet]: NO_VALUE }] } });
      const values = Object.keys(totalFilters[facet] ?? {});
      const meant = values.filter((value) => readFacetValue(value).includes(wanted));
      resolved[facet] = { any: meant.length > 0 ? meant : [NO_VALUE] };
    }
    return resolved;
  }
}

/** Without its worker, whose address Trusted Types would refuse; a lookup takes milliseconds. */
async function start(folder: string): Promise<Pagefind> {
  const { createInstance } = await inTime(importModule(`${folder}pagefind.js`));
  const pagefind = createInstance({ basePath: folder, noWorker: true });
  await pagefind.init();
  return pagefind;
}

/** Browsers remember that a script could not be had for as long as the page is open, so it is asked for by another name. */
async function importModule(address: string): Promise<PagefindModule> {
  try {
    return await import(/* @vite-ignore */ address);
  } catch {
    return await import(/* @vite-ignore */ `${address}?again=${Date.now()}`);
  }
}

function inTime<Content>(loading: Promise<Content>): Promise<Content> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('The search index takes too long to come.')), LIMIT_MS);
  });
  return Promise.race([loading, late]);
}
