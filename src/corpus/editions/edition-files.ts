/** The files of `content/editions/<slug>/` for Node: what is in them, comparing, and writing them all or not at all. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '../../contract/edition.ts';
import { languages } from '../../contract/schema.ts';

/** File name → content, for every file of an edition. */
export function toFiles({
  apparatus,
  markdown,
}: Pick<Edition, 'apparatus' | 'markdown'>): ReadonlyMap<string, string> {
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

/** Names of what a run is about to put in place, and of what it takes out; no other run has the same. */
function temporary(root: string, slug: string): { next: string; old: string } {
  const run = `${process.pid}-${randomUUID().slice(0, 8)}`;
  return { next: join(root, `.${slug}.${run}.new`), old: join(root, `.${slug}.${run}.old`) };
}

const TEMPORARY = /^\.([a-z0-9-]+)\.(?:(\d+)-[0-9a-f]+\.)?(new|old)$/;

/** An edition that is written and not yet in place: it stands in `next`, is to stand in `folder`, and what is there goes by `old`. */
export interface Staged {
  readonly folder: string;
  readonly next: string;
  readonly old: string;
}

/**
 * Write `files` beside the folder `slug` of `root`, to be moved into its place: an interrupted run leaves the old edition
 * whole, and {@link recover} finishes what was interrupted.
 */
export function stageEdition(root: string, slug: string, files: ReadonlyMap<string, string>): Staged {
  const { next, old } = temporary(root, slug);
  mkdirSync(next, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(next, name), content);
  return { folder: join(root, slug), next, old };
}

/** Put an edition in place of the folder that is there. */
export function placeStaged({ folder, next, old }: Staged): void {
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(next, folder);
  rmSync(old, { recursive: true, force: true });
}

/** Take away an edition that is not needed after all. */
export function discardStaged({ next }: Staged): void {
  rmSync(next, { recursive: true, force: true });
}

/** Put `files` in place of the folder `slug` of `root`. */
export function writeEdition(root: string, slug: string, files: ReadonlyMap<string, string>): void {
  placeStaged(stageEdition(root, slug, files));
}

/**
 * Undo runs that were interrupted: half-written folders go, an edition that was being replaced comes back. What belongs
 * to a run still at work stays as it is.
 */
export function recover(root: string): void {
  if (!existsSync(root)) return;
  for (const name of readdirSync(root)) {
    const [, slug, pid, state] = TEMPORARY.exec(name) ?? [];
    if (slug === undefined || (pid !== undefined && isRunning(Number(pid)))) continue;
    if (state === 'old' && !existsSync(join(root, slug))) renameSync(join(root, name), join(root, slug));
    else rmSync(join(root, name), { recursive: true, force: true });
  }
}

/** Is there such a process? Its number may have been given to another by now; then its folders wait for the next run. */
function isRunning(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
