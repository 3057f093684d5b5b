/** Everything there is to take away, made before the pages, which say how large it is. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editionSlugs } from '../library/edition-slugs.ts';
import { loadEdition } from '../library/load-edition.ts';
import { openCollection } from './collection.ts';
import type { Publication } from './publication.ts';
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
  const collection = openCollection(join(folder, 'site/downloads'));
  const texts: Record<string, Record<string, number>> = {};
  for (const slug of await editionSlugs()) {
    const edition = await loadEdition(slug).catch(() => undefined);
    if (!edition) continue;
    collection.add(edition);
    texts[slug] = writeAll(join(folder, 'site/texts', slug), textFiles(edition, publication));
  }
  const sizes = { texts, collection: Object.fromEntries(collection.end()) };
  writeFileSync(join(folder, SIZES), JSON.stringify(sizes));
  return sizes;
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
