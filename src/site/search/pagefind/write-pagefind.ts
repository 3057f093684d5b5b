import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { type Facet, type FacetValue, facets, writeFacetValue } from '../facets.ts';
import { type IndexedText, toContent } from './index-layout.ts';

/** A text for the index; its order is that of the dates, `date` the digits of a day: 20121130. */
export interface PagefindRecord {
  slug: string;
  text: IndexedText;
  facets: Partial<Record<Facet, FacetValue>>;
  date: string;
}

/** How an index is written. */
export interface PagefindSettings {
  /**
   * At most so many files that say which text a finding is; beyond, several share a file. Without it each has its own, so
   * that the least is fetched.
   */
  mostFragments?: number;
}

/**
 * Postings to a file of the index: half as many as Pagefind would put there. At 10,000 texts of 900 characters a word costs 16 KB
 * instead of 31, and the list of the files 20 KB more.
 */
const CHUNK_SIZE = '10000';
/** Texts on their way to Pagefind. */
const AT_ONCE = 64;
/** `und`, undetermined: Pagefind must neither stem nor segment; the words are ours. */
const LANGUAGE = 'und';
/** What Pagefind's own pages and readers of another kind would need. */
const UNUSED = /^pagefind-(?:[a-z-]*ui|highlight|worker)\.(?:js|css)$/;
/** Pagefind's mark at the beginning of its files. */
const SIGNATURE = 'pagefind_dcd';

/** Writes a Pagefind index of texts into `folder`. Throws when Pagefind refuses a text. */
export async function writePagefind(
  folder: URL,
  records: Iterable<PagefindRecord>,
  { mostFragments }: PagefindSettings = {},
): Promise<void> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE ??= CHUNK_SIZE;
  const { index, errors } = await createIndex(
    mostFragments === undefined ? {} : { maxFragments: mostFragments },
  );
  if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
  try {
    await addAll(index, records);
    const written = await index.writeFiles({ outputPath: fileURLToPath(folder) });
    if (written.errors.length > 0) throw new Error(`Pagefind wrote no index: ${written.errors.join('; ')}`);
  } finally {
    await close();
  }
  await Promise.all([removeUnused(folder), emptyFragments(new URL('fragment/', folder))]);
}

async function addAll(index: PagefindIndex, records: Iterable<PagefindRecord>): Promise<void> {
  let adding: Promise<void>[] = [];
  for (const record of records) {
    adding.push(add(index, record));
    if (adding.length < AT_ONCE) continue;
    await Promise.all(adding);
    adding = [];
  }
  await Promise.all(adding);
}

async function add(
  index: PagefindIndex,
  { slug, text, facets: values, date }: PagefindRecord,
): Promise<void> {
  const filters: Record<string, string[]> = {};
  for (const facet of facets) {
    const value = values[facet];
    if (value) filters[facet] = [writeFacetValue(value)];
  }
  const record = { url: slug, content: toContent(text), language: LANGUAGE, filters, sort: { date } };
  const { errors } = await index.addCustomRecord(record);
  if (errors.length > 0) throw new Error(`Pagefind refused the text ${slug}: ${errors.join('; ')}`);
}

async function removeUnused(folder: URL): Promise<void> {
  const names = (await readdir(folder)).filter((name) => UNUSED.test(name));
  await Promise.all(names.map((name) => rm(new URL(name, folder))));
}

/** Takes from what Pagefind keeps of a text its words, from which it would make excerpts: ours are cut from the text itself. */
async function emptyFragments(folder: URL): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = new URL(name, folder);
    const packed = await readFile(file);
    await writeFile(file, gzipSync(SIGNATURE + emptied(gunzipSync(packed).toString(), name), { level: 9 }));
  }
}

function emptied(fragment: string, name: string): string {
  if (!fragment.startsWith(`${SIGNATURE}{`))
    throw new Error(`Pagefind’s file ${name} is of a form that this site does not know; report it.`);
  const only = ({ url }: Fragment) => ({ url, content: '', anchors: [], meta: {}, filters: {} });
  const read = JSON.parse(fragment.slice(SIGNATURE.length)) as Fragment | Record<string, Fragment>;
  if (isFragment(read)) return JSON.stringify(only(read));
  return JSON.stringify(Object.fromEntries(Object.entries(read).map(([id, one]) => [id, only(one)])));
}

/** The part in use of what Pagefind keeps of a text. */
interface Fragment {
  url: string;
}

function isFragment(read: object): read is Fragment {
  return 'url' in read && typeof read.url === 'string';
}
