import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { contentFolder } from './content-folder.ts';

/** Names of the folders in `content/editions`, sorted; none when there is no such folder yet. */
export async function editionSlugs(): Promise<string[]> {
  const folder = contentFolder('editions');
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}
