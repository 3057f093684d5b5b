/** Writing editions below one folder, and nowhere else. */
import { lstatSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describeFailure } from '../failure.ts';
import type { Document } from '../list-documents.ts';
import { refuseFile } from '../output-folder.ts';
import { quote } from '../quote.ts';
import type { Copy } from '../recognize-copies.ts';
import { recover, writeEdition } from './edition-files.ts';
import { settleCopies } from './settle-copies.ts';

/** An edition to be written: its address, what messages call its document, and its files by name. */
export interface NamedEdition {
  readonly slug: string;
  readonly name: string;
  readonly files?: ReadonlyMap<string, string>;
}

export interface EditionsFolder {
  /** Put the files of `restored` in place. Throws a sentence without its subject when that would do harm. */
  write(restored: NamedEdition): void;
  /** What was just written is like an earlier edition. */
  suspect(restored: Pick<NamedEdition, 'slug'>, copy: Copy): void;
  /** Publish each text once, now that all are there; gives sentences that say what became of which. */
  settle(): Iterable<string>;
}

/** The folder `root`, made where it is not there, for editions of `sources`. */
export function openEditions(root: string, sources: readonly Document[]): EditionsFolder {
  const real = makeFolder(root);
  const names = new Map<string, string>(); // slug → the document it is of
  const groups = new Map<string, string[]>(); // by slug: those that are like each other
  return {
    write({ slug, name, files }) {
      refuseTaken(slug, names);
      refuseForeign(join(real, slug), sources);
      writeEdition(real, slug, files!);
      names.set(slug, name);
    },
    suspect({ slug }, { slug: first }) {
      const group = groups.get(first) ?? [first];
      group.push(slug);
      for (const member of [first, slug]) groups.set(member, group);
    },
    *settle() {
      for (const slugs of new Set(groups.values())) {
        try {
          yield* settleCopies(real, slugs, names);
        } catch (error) {
          yield describeFailure(join(root, slugs[0]!), error);
        }
      }
    },
  };
}

function makeFolder(root: string): string {
  refuseFile(root);
  try {
    mkdirSync(root, { recursive: true });
    recover(root);
    return realpathSync(root);
  } catch (error) {
    throw new Error(describeFailure(root, error), { cause: error });
  }
}

function refuseTaken(slug: string, names: ReadonlyMap<string, string>): void {
  const other = names.get(slug);
  if (other === undefined) return;
  throw new Error(`would have the same address as ${quote(other)}, ${quote(slug)}; rename one of them`);
}

const FILES: ReadonlySet<string> = new Set(['zh-Hans.md', 'zh-Hant.md', 'apparatus.json']);

/** An edition is replaced as a whole; what is none, or is being read, must not go with it. */
function refuseForeign(folder: string, sources: readonly Document[]): void {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return;
  const isEdition = found.isDirectory() && readdirSync(folder).every((name) => FILES.has(name));
  if (!isEdition) throw new Error(`needs the place of ${quote(folder)}, which is no edition; move that away`);
  const inside = sources.some(({ path }) => path !== undefined && realpathOf(path).startsWith(folder + sep));
  if (inside) throw new Error('lies in an edition that would be replaced; choose another folder for --out');
}

function realpathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // a pipe such as /dev/fd/63 lies nowhere, so that nothing can be written over it
  }
}
