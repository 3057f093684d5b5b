import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { contentFolder } from './content-folder.ts';

/** Stands for all that is in the files of an edition. Rejects when one is missing. */
export async function editionDigest(slug: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of ['zh-Hant.md', 'zh-Hans.md', 'apparatus.json'])
    hash.update(await readFile(contentFolder('editions', slug, name))).update(`\0${name}`);
  return hash.digest('base64');
}
