/** Writing below one folder, and nowhere else. */
import { lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { toApparatusName } from './apparatus-name.ts';
import { describeFailure, UsageError } from './failure.ts';
import type { Document } from './list-documents.ts';
import { quote } from './quote.ts';
import { resolveLinks, writeFiles } from './write-files.ts';

/**
 * The real path of the folder `root` of --out, made where it is not there. Throws a whole sentence where it cannot be, or
 * is a file.
 */
export function openFolder(root: string): string {
  if (root === '') throw new UsageError('--out wants the name of a folder, not an empty one.');
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new UsageError(`--out wants a folder, and ${quote(root)} is a file; name another.`);
  try {
    mkdirSync(root, { recursive: true });
    return realpathSync(root);
  } catch (error) {
    throw new Error(describeFailure(root, error), { cause: error });
  }
}

/**
 * The real paths of `documents`, which must not be written over; of a packed one also that of the text beside it, from which
 * it may have been packed.
 */
export function realPaths(documents: readonly Document[]): Set<string> {
  const paths = documents.flatMap(({ path }) =>
    path === undefined ? [] : [path, path.replace(/\.gz$/i, '')],
  );
  return new Set(paths.map(resolveLinks));
}

/** A repaired text and its record, to be written under the name `target`. */
export interface RepairedFiles {
  readonly target: string;
  readonly text: string;
  readonly apparatus: string;
}

/**
 * Opens the folder `root`, and gives what writes a text into it. That is there whole or not at all; it refuses to follow
 * links out of the folder, and to write over one of `sources`, the documents that are read.
 */
export function openOutput(root: string, sources: readonly Document[]): (files: RepairedFiles) => void {
  const real = openFolder(root);
  const witnesses = realPaths(sources);
  return ({ target, text, apparatus }) => {
    const folder = makeFolders(real, dirname(target));
    const file = join(folder, target.slice(target.lastIndexOf(sep) + 1));
    const record = toApparatusName(file);
    if (witnesses.has(file) || witnesses.has(record))
      throw new Error('would be overwritten by its repaired text; choose another folder for --out');
    writeFiles([
      [record, apparatus],
      [file, text],
    ]);
  };
}

/** The folder `path` below `root`, made link by link so that none leads outside. */
function makeFolders(root: string, path: string): string {
  const parts = path.split(sep);
  if (isAbsolute(path) || parts.includes('..'))
    throw new Error('is no name below the folder of --out; report this');
  let folder = root;
  for (const part of parts.filter((name) => name !== '.')) {
    folder = join(folder, part);
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (found === undefined) mkdirSync(folder);
    else if (!found.isDirectory())
      throw new Error(`needs the folder ${quote(folder)}, which is a link or a file; remove it`);
  }
  return folder;
}
