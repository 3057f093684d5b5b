import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A name for everything that decides what a witness becomes: the pipeline, its rules, the libraries it uses, and Node. */
export function rulesVersion(): string {
  const hash = createHash('sha256').update(process.version);
  const files = globSync('src/{pipeline,data,edition}/**/*.*', { cwd: root }).sort();
  for (const file of [...files, 'package-lock.json'])
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
