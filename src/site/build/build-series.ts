import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Names the series of builds that may take pages from one another; `file` holds the name between two builds. A build that
 * is cut short leaves pages in Astro's cache of which the list of that cache knows nothing, so that an older page of the
 * same key would be taken for them. The file is away while a build runs, and the build after one that did not end begins
 * a series of its own.
 */
export function beginSeries(file: URL): { readonly name: string; readonly keep: () => void } {
  const name = existsSync(file) ? readFileSync(file, 'utf8') : randomUUID();
  rmSync(file, { force: true });
  return { name, keep: () => writeFileSync(file, name) };
}
