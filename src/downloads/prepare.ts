/** Everything there is to take away, made before the pages, which say how large it is. */
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { editionSlugs } from '../library/edition-slugs.ts';
import { loadEdition } from '../library/load-edition.ts';
import { openCollection } from './collection.ts';
import { TEXTS_PER_FEED } from './feeds.ts';
import { FULL_BYTES, llmsFullHead, toLlmsText } from './llms.ts';
import type { Publication } from './publication.ts';
import { latestFirst, type ShelfEntry, toShelfEntry } from './shelf.ts';
import { siteFiles } from './site-files.ts';
import { textFiles } from './text-files.ts';

/** Sizes in bytes: of the files of each text by slug and name, and of the collection's by name. */
export interface Sizes {
  readonly texts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly collection: Readonly<Record<string, number>>;
}

const SIZES = 'sizes.json';

/**
 * Writes all downloads into `folder`, which is emptied first, as they are to stand in the site; each edition is read once.
 * An edition that breaks the contract is left out, as it is from the catalogue, which says so.
 */
export async function prepareDownloads(folder: string, publication: Publication): Promise<Sizes> {
  rmSync(folder, { recursive: true, force: true });
  const site = join(folder, 'site');
  const collection = openCollection(join(site, 'downloads'));
  const addToFull = openFull(join(site, 'llms-full.txt'));
  const entries: ShelfEntry[] = [];
  const texts: Record<string, Record<string, number>> = {};
  for (const slug of await editionSlugs()) {
    const edition = await loadEdition(slug).catch(() => undefined);
    if (!edition) continue;
    collection.add(edition);
    addToFull(() => toLlmsText(edition, publication));
    entries.push(toShelfEntry(edition));
    texts[slug] = writeAll(join(site, 'texts', slug), textFiles(edition, publication));
  }
  await writeSiteFiles(site, latestFirst(entries), publication);
  const sizes = { texts, collection: Object.fromEntries(collection.end()) };
  writeFileSync(join(folder, SIZES), JSON.stringify(sizes));
  return sizes;
}

async function writeSiteFiles(
  folder: string,
  entries: readonly ShelfEntry[],
  publication: Publication,
): Promise<void> {
  const latest = await Promise.all(entries.slice(0, TEXTS_PER_FEED).map(({ slug }) => loadEdition(slug)));
  for (const [path, content] of siteFiles(entries, latest, publication)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** `llms-full.txt`, as long as there is room in it. */
function openFull(path: string): (make: () => string) => void {
  writeFileSync(path, llmsFullHead);
  let room = FULL_BYTES;
  return (make) => {
    if (room <= 0) return;
    const text = make();
    room -= Buffer.byteLength(text);
    appendFileSync(path, text);
  };
}

/** The sizes of what was prepared in `folder`. */
export function readSizes(folder: string): Sizes {
  return JSON.parse(readFileSync(join(folder, SIZES), 'utf8')) as Sizes;
}

function writeAll(folder: string, files: ReadonlyMap<string, Uint8Array>): Record<string, number> {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  return Object.fromEntries([...files].map(([name, bytes]) => [name, bytes.length]));
}
