/** The work of making downloads, in parts that several threads can do. */
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CacheEntry, toCacheKey } from '../../corpus/cache.ts';
import { editionDigest } from '../../edition/content-folder.ts';
import { loadEdition } from '../../edition/load-edition.ts';
import type { Publication } from '../../formats/publication.ts';
import { shareImages } from '../../formats/share-images.ts';
import { textFiles } from '../../formats/text-files.ts';
import type { FileSizes } from './download-sizes.ts';
import { prepareCollection } from './prepare-collection.ts';
import { textParts } from './text-parts.ts';

/** What was made of a text. */
export interface Made {
  readonly sizes: FileSizes;
  /** Names of the files that are not for taking away. */
  readonly parts: readonly string[];
}

/** The collection of all texts, or some texts, each with what was made of it before. */
export type Task =
  | { readonly slugs: readonly string[] }
  | { readonly texts: ReadonlyArray<readonly [slug: string, before: CacheEntry<Made> | undefined]> };

/** What a task made. `problems` has a sentence about each edition that is left out because it breaks the contract. */
export interface TaskResult {
  readonly made: ReadonlyMap<string, CacheEntry<Made>>;
  readonly collection: FileSizes;
  readonly problems: readonly string[];
}

export interface WorkSettings {
  /** Folder of the downloads: `site/` is what is made each time, `texts/` what may be kept. */
  readonly folder: string;
  readonly publication: Publication;
  /** Stands for the program. */
  readonly version: string;
}

/** The function that does a task by `settings`. */
export function startWorker(settings: WorkSettings): (task: Task) => Promise<TaskResult> {
  const site = join(settings.folder, 'site');
  return async (task) => {
    if ('texts' in task) return prepareTexts(task.texts, settings);
    return {
      made: new Map(),
      collection: await prepareCollection(site, task.slugs, settings.publication),
      problems: [],
    };
  };
}

async function prepareTexts(
  texts: ReadonlyArray<readonly [slug: string, before: CacheEntry<Made> | undefined]>,
  settings: WorkSettings,
): Promise<TaskResult> {
  const made = new Map<string, CacheEntry<Made>>();
  const problems: string[] = [];
  for (const [slug, before] of texts)
    try {
      made.set(slug, await prepareText(slug, before, settings));
    } catch (error) {
      problems.push(`${slug} has no downloads. ${error instanceof Error ? error.message : String(error)}`);
    }
  return { made, collection: {}, problems };
}

async function prepareText(
  slug: string,
  before: CacheEntry<Made> | undefined,
  { folder, publication, version }: WorkSettings,
): Promise<CacheEntry<Made>> {
  const place = join(folder, 'texts', slug);
  const key = toCacheKey(version, publication.base, publication.site, editionDigest(slug));
  if (before?.key === key && isThere(place, before.value)) return before;
  const edition = await loadEdition(slug);
  const files = [...textFiles(edition, publication), ...(await shareImages(edition, publication))];
  const parts = textParts(edition, publication);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  for (const [name, content] of [...files, ...parts]) writeFileSync(join(place, name), content);
  const sizes = Object.fromEntries(files.map(([name, bytes]) => [name, bytes.length]));
  return { key, value: { sizes, parts: [...parts.keys()] } };
}

const isThere = (place: string, { sizes, parts }: Made) =>
  parts.every((name) => existsSync(join(place, name))) &&
  Object.entries(sizes).every(
    ([name, size]) => statSync(join(place, name), { throwIfNoEntry: false })?.size === size,
  );
