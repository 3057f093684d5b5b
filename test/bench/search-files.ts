import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The files of a folder: how many, how large. */
export interface Files {
  count: number;
  bytes: number;
  median: number;
  largest: number;
}

/** Measures a folder. */
export function describeFiles(folder: URL): Files {
  const sizes = readdirSync(fileURLToPath(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => statSync(`${parentPath}/${name}`).size)
    .sort((a, b) => a - b);
  return {
    count: sizes.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    median: sizes[sizes.length >> 1] ?? 0,
    largest: sizes.at(-1) ?? 0,
  };
}

/** By what the address of a file ends with or lies in, what it is to a search. */
const KINDS: ReadonlyArray<[kind: string, address: RegExp]> = [
  ['texts', /\/texts\/[^/]+\/[^/]+\.json$/],
  ['words', /\.pf_index$/],
  ['list of words and texts', /\.pf_meta$/],
  ['names of texts', /\.pf_fragment$/],
  ['Pagefind', /\/pagefind(?:-entry)?\.js(?:on)?$|\/wasm\.\w+\.pagefind$/],
  ['pinyin', /\/search-index\/[^/]+\/[^/]+$/],
  ['plan', /\/search-index\/index\.json$/],
];

/** What the page itself is made of: its text, its styles, scripts and fonts. */
export const PAGE = 'page';

/** What a file is to a search, by its address. */
export function kindOf(address: string): string {
  const { pathname } = new URL(address);
  return KINDS.find(([, pattern]) => pattern.test(pathname))?.[0] ?? PAGE;
}
