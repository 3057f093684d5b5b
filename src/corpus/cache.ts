/** What was made of each text in an earlier run, so that it need not be made again. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from './sha256.ts';
import { writeFiles } from './write-files.ts';

/** `key` stands for all that decided what was made: the version of the program, the witness, the address of the site. */
export interface CacheEntry<Value> {
  readonly key: string;
  readonly value: Value;
}

export interface Cache<Value> {
  /** What there is of the text `name`, whatever its key. */
  entry(name: string): CacheEntry<Value> | undefined;
  /** The value of the text `name` if it was made from the same; it is kept for the next run, too. */
  find(name: string, key: string): Value | undefined;
  keep(name: string, key: string, value: Value): void;
  /** Writes for the next run what this one has found or kept, and nothing else. */
  save(): void;
}

/**
 * The cache in `file`, which is read at once; without a file it is empty and nothing is saved. Values are JSON. A file that
 * is missing or was cut short is an empty cache.
 */
export function openCache<Value>(file: string | undefined): Cache<Value> {
  const before = readEntries<Value>(file);
  const now = new Map<string, CacheEntry<Value>>();
  const entry = (name: string) => now.get(name) ?? before.get(name);
  return {
    entry,
    find(name, key) {
      const found = entry(name);
      if (found?.key !== key) return undefined;
      now.set(name, found);
      return found.value;
    },
    keep(name, key, value) {
      now.set(name, { key, value });
    },
    save() {
      if (file !== undefined && existsSync(dirname(file))) writeFiles([[file, JSON.stringify([...now])]]);
    },
  };
}

function readEntries<Value>(file: string | undefined): Map<string, CacheEntry<Value>> {
  if (file === undefined || !existsSync(file)) return new Map();
  try {
    return new Map(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return new Map(); // it was cut short, or is of another version: everything is made again
  }
}

/** One key for all `parts` that decide what is made. */
export function toCacheKey(...parts: readonly (string | undefined)[]): string {
  return sha256(JSON.stringify(parts));
}

/** Takes away the folders of texts that are no more. */
export function dropFolders(folder: string, isText: (slug: string) => boolean): void {
  for (const name of readdirSync(folder))
    if (!isText(name)) rmSync(join(folder, name), { recursive: true, force: true });
}
