import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { contentFolder } from './content-folder.ts';

/** Stands for all that is in the files of an edition. Throws when one is missing. */
export function editionDigest(slug: string): string {
  const hash = createHash('sha256');
  for (const name of ['zh-Hant.md', 'zh-Hans.md', 'apparatus.json'])
    hash.update(readFileSync(contentFolder('editions', slug, name))).update(`\0${name}`);
  return hash.digest('base64');
}
