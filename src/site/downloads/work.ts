/** The work of making downloads, in parts that several threads can do. */
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editionDigest } from '../../edition/content-folder.ts';
import { loadEdition } from '../../edition/load-edition.ts';
import type { Publication } from '../../formats/publication.ts';
import { shareImages } from '../../formats/share-images.ts';
import { textFiles } from '../../formats/text-files.ts';
import { prepareCollection } from './prepare-collection.ts';
import type { FileSizes } from './sizes.ts';
import { textParts } from './text-parts.ts';

/** What was made of a text: `key` stands for everything that its files depend on. */
export interface Made {
  readonly key: string;
  readonly sizes: FileSizes;
  /** Names of the files that are not for taking away. */
  readonly parts: readonly string[];
}

export type Task =
  | { readonly kind: 'collection'; readonly slugs: readonly string[] }
  /** Of each text, with what was made of it before. */
  | {
      readonly kind: 'texts';
      readonly texts: ReadonlyArray<readonly [slug: string, before: Made | undefined]>;
    };

/** By slug what was made of a text, or sizes of the collection's files by name. */
export type Result = Readonly<Record<string, Made>> | FileSizes;

export interface WorkSettings {
  /** Folder of the downloads: `site/` is what is made each time, `texts/` what may be kept. */
  readonly folder: string;
  readonly publication: Publication;
  /** Stands for the program. */
  readonly version: string;
}

/** Somebody who does tasks by `settings`. An edition that breaks the contract is left out. */
export function startWorker(settings: WorkSettings): (task: Task) => Promise<Result> {
  const { folder, publication } = settings;
  return async (task) =>
    task.kind === 'collection'
      ? prepareCollection(join(folder, 'site'), task.slugs, publication)
      : prepareTexts(task.texts, settings);
}

async function prepareTexts(
  texts: ReadonlyArray<readonly [slug: string, before: Made | undefined]>,
  settings: WorkSettings,
): Promise<Record<string, Made>> {
  const made: Record<string, Made> = {};
  for (const [slug, before] of texts) {
    const result = await prepareText(slug, before, settings).catch(() => undefined);
    if (result) made[slug] = result;
  }
  return made;
}

async function prepareText(
  slug: string,
  before: Made | undefined,
  { folder, publication, version }: WorkSettings,
): Promise<Made> {
  const place = join(folder, 'texts', slug);
  const key = [version, publication.base, publication.site ?? '', editionDigest(slug)].join(' ');
  if (before?.key === key && isThere(place, before)) return before;
  const edition = await loadEdition(slug);
  const files = [...textFiles(edition, publication), ...(await shareImages(edition, publication))];
  const parts = textParts(edition, publication);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  for (const [name, content] of [...files, ...parts]) writeFileSync(join(place, name), content);
  return {
    key,
    sizes: Object.fromEntries(files.map(([name, bytes]) => [name, bytes.length])),
    parts: [...parts.keys()],
  };
}

const isThere = (place: string, { sizes, parts }: Made) =>
  parts.every((name) => existsSync(join(place, name))) &&
  Object.entries(sizes).every(
    ([name, size]) => statSync(join(place, name), { throwIfNoEntry: false })?.size === size,
  );
