/** The files of `content/editions/<slug>/` for Node: what is in them, comparing, and writing them all or not at all. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '../pipeline/index.ts';
import { languages } from './schema.ts';

/** File name → content, for every file of an edition. */
export function toFiles({ apparatus, markdown }: Edition): ReadonlyMap<string, string> {
  const texts = languages.map((language) => [`${language}.md`, markdown[language]] as const);
  return new Map([...texts, ['apparatus.json', `${JSON.stringify(apparatus, null, 2)}\n`]]);
}

/** Does the folder `slug` of `root` hold exactly these files? */
export function isSame(root: string, slug: string, files: ReadonlyMap<string, string>): boolean {
  const folder = join(root, slug);
  if (!existsSync(folder)) return false;
  const names = readdirSync(folder);
  return (
    names.length === files.size &&
    names.every((name) => files.get(name) === readFileSync(join(folder, name), 'utf8'))
  );
}

const staged = (root: string, slug: string) => join(root, `.${slug}.new`);
const retired = (root: string, slug: string) => join(root, `.${slug}.old`);

/**
 * Put `files` in place of the folder `slug` of `root`. They are written beside it and moved into place, so that an
 * interrupted run leaves the old edition whole; {@link recover} finishes what was interrupted.
 */
export function writeEdition(root: string, slug: string, files: ReadonlyMap<string, string>): void {
  const [folder, next, old] = [join(root, slug), staged(root, slug), retired(root, slug)];
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(next, name), content);
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(next, folder);
  rmSync(old, { recursive: true, force: true });
}

/** Undo a run that was interrupted: half-written folders go, an edition that was being replaced comes back. */
export function recover(root: string): void {
  if (!existsSync(root)) return;
  for (const name of readdirSync(root)) {
    const [, slug, state] = /^\.([a-z0-9-]+)\.(new|old)$/.exec(name) ?? [];
    if (slug === undefined) continue;
    if (state === 'old' && !existsSync(join(root, slug))) renameSync(join(root, name), join(root, slug));
    else rmSync(join(root, name), { recursive: true, force: true });
  }
}

/** The slugs of the editions that stand in `root`. */
export function listEditions(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name);
}
