/** The folder `content/`, the only one the site reads. */
import { createHash } from 'node:crypto';
import { type Dirent, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Path inside `content/`. `ZHENGBEN_CONTENT` names another folder, for building a site from a collection kept elsewhere. */
export function contentFolder(...path: string[]): string {
  return join(resolve(process.env.ZHENGBEN_CONTENT ?? 'content'), ...path);
}

/** Names of the folders in `content/editions`, sorted; none when there is no such folder yet. */
export async function editionSlugs(): Promise<string[]> {
  const folder = contentFolder('editions');
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

/** Stands for all that is in the files of an edition. Throws when one is missing. */
export function editionDigest(slug: string): string {
  const hash = createHash('sha256');
  for (const name of ['zh-Hant.md', 'zh-Hans.md', 'apparatus.json'])
    hash.update(readFileSync(contentFolder('editions', slug, name))).update(`\0${name}`);
  return hash.digest('base64');
}
