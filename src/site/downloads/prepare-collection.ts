/** What there is of all texts together, written text by text. */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadEdition, type StoredEdition } from '../../edition/load-edition.ts';
import { openCollection } from '../../formats/collection.ts';
import { TEXTS_PER_FEED } from '../../formats/feeds.ts';
import { FULL_BYTES, llmsFullHead, toLlmsText } from '../../formats/llms.ts';
import type { Publication } from '../../formats/publication.ts';
import { latestFirst, type TextEntry, toTextEntry } from '../../formats/text-entry.ts';
import type { FileSizes } from './download-sizes.ts';
import { siteFiles } from './site-files.ts';

/** Writes archives, lists and feeds into `site`, and gives the sizes of the collection's files. */
export async function prepareCollection(
  site: string,
  slugs: readonly string[],
  publication: Publication,
): Promise<FileSizes> {
  const collection = openCollection(join(site, 'downloads'));
  const addToFull = openFull(join(site, 'llms-full.txt'));
  const entries: TextEntry[] = [];
  for (const slug of slugs) {
    // One that breaks the contract is left out here, and named where its own files are made.
    const edition = await loadEdition(slug).catch(() => undefined);
    if (!edition) continue;
    collection.add(edition);
    addToFull(() => toLlmsText(edition, publication));
    entries.push(toTextEntry(edition));
  }
  const sorted = latestFirst(entries);
  writeSiteFiles(site, siteFiles(sorted, await loadLatest(sorted), publication));
  return Object.fromEntries(collection.end());
}

function loadLatest(entries: readonly TextEntry[]): Promise<StoredEdition[]> {
  return Promise.all(entries.slice(0, TEXTS_PER_FEED).map(({ slug }) => loadEdition(slug)));
}

function writeSiteFiles(site: string, files: ReadonlyMap<string, string>): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), content);
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
