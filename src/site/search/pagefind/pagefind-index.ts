import type { Term } from '../query.ts';
import type { Found, SearchIndex } from '../search-index.ts';
import { lookupOf } from './tokens.ts';

/** The part of Pagefind's browser API in use. */
interface PagefindModule {
  createInstance: (options: { noWorker: boolean }) => Pagefind;
}

interface Pagefind {
  search: (query: string) => Promise<{ results: PagefindResult[] }>;
}

interface PagefindResult {
  id: string;
  data: () => Promise<{ meta: Record<string, string> }>;
}

/**
 * The index that `writePagefind` writes, read by Pagefind from `folder` (an address ending in a slash).
 *
 * The other index behind our interface: it costs a request for every text it names, one file for every text, and
 * `'wasm-unsafe-eval'` in the content security policy; it is never certain.
 */
export function pagefindIndex(folder: string): SearchIndex {
  let loading: Promise<Pagefind> | undefined;
  const load = () => {
    loading ??= start(folder);
    return loading;
  };
  return {
    find: async ({ terms }) => {
      const named = intersect(await lookUp(await load(), terms));
      return { found: await Promise.all(named.map(toFound)), isCertain: named.length === 0 };
    },
  };
}

/** Without its worker, whose address Trusted Types would refuse; a lookup takes milliseconds. */
async function start(folder: string): Promise<Pagefind> {
  const { createInstance } = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as PagefindModule;
  return createInstance({ noWorker: true });
}

async function lookUp(pagefind: Pagefind, terms: readonly Term[]): Promise<PagefindResult[][]> {
  const queries = terms
    .map(({ text }) => lookupOf(text))
    .flatMap(({ phrases, prefixes }) => [...phrases.map((phrase) => `"${phrase}"`), ...prefixes]);
  const answers = await Promise.all([...new Set(queries)].map((query) => pagefind.search(query)));
  return answers.map(({ results }) => results);
}

function intersect([first = [], ...others]: PagefindResult[][]): PagefindResult[] {
  const sets = others.map((results) => new Set(results.map(({ id }) => id)));
  return first.filter(({ id }) => sets.every((set) => set.has(id)));
}

async function toFound({ data }: PagefindResult): Promise<Found> {
  const { meta } = await data();
  return { document: Number(meta.document), rank: 2, hits: 0 };
}
