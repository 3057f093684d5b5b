import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';

/**
 * Stands for all that the files below `folder` (an address ending in a slash) hold: 16 hexadecimal digits. It is of what was
 * written and not of what it was written from, for the same texts make other files when the programs or settings change.
 */
export function sumOfFiles(folder: URL): string {
  const hash = createHash('sha256');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  for (const path of paths) {
    const file = new URL(path, folder);
    if (statSync(file).isFile()) hash.update(readFileSync(file)).update(`\0${path}`);
  }
  return hash.digest('hex').slice(0, 16);
}
