/** The folder `content/`, the only one the site reads. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { languages } from '../contract/vocabulary.ts';

/** Path inside `content/`. `ZHENGBEN_CONTENT` names another folder, for building a site from a collection kept elsewhere. */
export function contentFolder(...path: string[]): string {
  return join(resolve(process.env.ZHENGBEN_CONTENT ?? 'content'), ...path);
}

/** The names of an edition's files. */
export const editionFiles: readonly string[] = [
  ...languages.map((language) => `${language}.md`),
  'apparatus.json',
];

/** The slugs of the editions in the folder `root`, which are the names of their folders, sorted; none where there is no such folder. */
export function listEditions(root: string): string[] {
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

/** Stands for all that is in the files of an edition. Throws when one is missing. */
export function editionDigest(slug: string): string {
  const hash = createHash('sha256');
  for (const name of editionFiles)
    hash.update(readFileSync(contentFolder('editions', slug, name))).update(`\0${name}`);
  return hash.digest('base64');
}
