/** Names for states of the program: where they are the same, the same input gives the same output. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A name for everything that decides what a witness becomes: the pipeline, its rules, the libraries it uses, and Node. */
export function rulesVersion(): string {
  return hashFolders(['src/contract', 'src/data', 'src/pipeline', 'src/edition', 'src/corpus']);
}

/** A name for everything that decides what a page becomes of its edition. */
export function siteVersion(): string {
  return hashFolders(['src'], ['astro.config.mjs']);
}

function hashFolders(folders: readonly string[], files: readonly string[] = []): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of [...folders.flatMap(listFiles), ...files, 'package-lock.json'])
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)))
    .sort();
}
