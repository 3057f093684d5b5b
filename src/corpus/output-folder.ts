/** Writing below one folder, and nowhere else. */
import { lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { toApparatusName } from './apparatus-name.ts';
import { UsageError } from './failure.ts';
import type { Document } from './list-documents.ts';
import { quote } from './quote.ts';
import { writeFiles } from './write-files.ts';

/** Writes a text and its record under the name `target` of the folder. */
export type Output = (target: string, text: string, apparatus: string) => void;

/**
 * The folder `root`, made where it is not there. What it writes is there whole or not at all; it refuses to follow links
 * out of the folder, and to write over one of `sources`, the documents that are read.
 */
export function openOutput(root: string, sources: readonly Document[]): Output {
  refuseFile(root);
  mkdirSync(root, { recursive: true });
  const real = realpathSync(root);
  const witnesses = new Set(sources.flatMap(({ path }) => (path === undefined ? [] : [resolveLinks(path)])));
  return (target, text, apparatus) => {
    const folder = makeFolders(real, dirname(target));
    const file = join(folder, target.slice(target.lastIndexOf(sep) + 1));
    const record = toApparatusName(file);
    const threatened = [file, record].find((path) => witnesses.has(path));
    if (threatened !== undefined) {
      throw new Error('would be overwritten by its repaired text; choose another folder for --out');
    }
    writeFiles([
      [record, apparatus],
      [file, text],
    ]);
  };
}

function resolveLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // a pipe such as /dev/fd/63 lies nowhere, so that nothing can be written over it
  }
}

/** Refuse a folder for output that is none. */
export function refuseFile(root: string): void {
  if (root === '') throw new UsageError('--out wants the name of a folder, not an empty one.');
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== false) return;
  throw new UsageError(`--out wants a folder, and ${quote(root)} is a file; name another.`);
}

/** The folder `path` below `root`, made link by link so that none leads outside. */
function makeFolders(root: string, path: string): string {
  if (isAbsolute(path)) throw new Error('is no name below the folder of --out; report this');
  let folder = root;
  for (const part of path.split(sep)) {
    if (part === '.') continue;
    if (part === '..') throw new Error('is no name below the folder of --out; report this');
    folder = join(folder, part);
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (found === undefined) mkdirSync(folder);
    else if (!found.isDirectory()) {
      throw new Error(`needs the folder ${quote(folder)}, which is a link or a file; remove it`);
    }
  }
  return folder;
}
