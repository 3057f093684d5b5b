import { randomUUID } from 'node:crypto';
import { lstatSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Write `files`, path and content, all of them or, when one cannot be written, none. Each is written beside its place and
 * moved there, so that nobody ever sees half of it; a link in its place is replaced, not followed.
 */
export function writeFiles(files: readonly (readonly [path: string, content: string | Uint8Array])[]): void {
  const staged: string[] = [];
  try {
    const moves = files.map(([path, content]) => {
      refuseFolder(path);
      const stage = join(dirname(path), `.zhengben-${randomUUID()}.tmp`);
      staged.push(stage);
      writeFileSync(stage, content, { flag: 'wx' });
      return [stage, path] as const;
    });
    for (const [stage, path] of moves) renameSync(stage, path);
  } catch (error) {
    for (const stage of staged) rmSync(stage, { force: true });
    throw error;
  }
}

function refuseFolder(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  throw new Error('would have to take the place of a folder with its name; move that folder away');
}

/** `path` without links; as it is where nothing can be found there, such as /dev/fd/63, a pipe that lies nowhere. */
export function resolveLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
