import type { Candidate, SearchIndex } from './search-index.ts';
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

/** The index that `buildIndex` writes, read by Pagefind from `folder` (an address ending in a slash). */
export function pagefindIndex(folder: string): SearchIndex {
  let loading: Promise<Pagefind> | undefined;
  const load = () => {
    loading ??= start(folder);
    return loading;
  };
  return { find: async (terms) => intersect(await lookUp(await load(), terms)) };
}

/** Without its worker, whose address Trusted Types would refuse; a lookup takes milliseconds. */
async function start(folder: string): Promise<Pagefind> {
  const { createInstance } = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as PagefindModule;
  return createInstance({ noWorker: true });
}

async function lookUp(pagefind: Pagefind, terms: readonly string[]): Promise<PagefindResult[][]> {
  const queries = terms
    .map(lookupOf)
    .flatMap(({ phrases, prefixes }) => [...phrases.map((phrase) => `"${phrase}"`), ...prefixes]);
  const answers = await Promise.all([...new Set(queries)].map((query) => pagefind.search(query)));
  return answers.map(({ results }) => results);
}

function intersect([first = [], ...others]: PagefindResult[][]): Candidate[] {
  const sets = others.map((results) => new Set(results.map(({ id }) => id)));
  return first
    .filter(({ id }) => sets.every((set) => set.has(id)))
    .map(({ id, data }) => ({ id, slug: async () => (await data()).meta.slug ?? '' }));
}
