/** Writing editions below one folder, and nowhere else; and each text once, when all are there. */
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import { editionFiles } from '../../edition/content-folder.ts';
import { readEdition } from '../../edition/load-edition.ts';
import { blockText, readBlocks } from '../../edition/text-blocks.ts';
import {
  type Candidate,
  describeSettlement,
  type Settlement,
  settle,
} from '../../pipeline/collate/settle.ts';
import { describeFailure } from '../failure.ts';
import type { Document } from '../list-documents.ts';
import { loadFold } from '../load-rules.ts';
import { openFolder, realPaths } from '../output-folder.ts';
import { quote } from '../quote.ts';
import type { Copy } from '../recognize-copies.ts';
import { recover, toFiles, writeEdition } from './edition-files.ts';

/** An edition to be written: its address, what messages call its document, and its files by name. */
interface NamedEdition {
  readonly slug: string;
  readonly name: string;
  readonly files?: ReadonlyMap<string, string>;
}

interface EditionsFolder {
  /** Put the files of `restored` in place. Throws a sentence without its subject when that would do harm. */
  write(restored: NamedEdition): void;
  /** What was just written is like an earlier edition. */
  suspect(restored: Pick<NamedEdition, 'slug'>, copy: Copy): void;
  /** Publish each text once, now that all are there; gives sentences that say what became of which. */
  settle(): Iterable<string>;
}

/** The folder `root`, made where it is not there, for editions of `sources`. */
export function openEditions(root: string, sources: readonly Document[]): EditionsFolder {
  const real = openFolder(root);
  try {
    recover(real);
  } catch (error) {
    throw new Error(describeFailure(root, error), { cause: error });
  }
  const read = realPaths(sources);
  const names = new Map<string, string>(); // slug → the document it is of
  const groups = new Map<string, string[]>(); // by slug: those that are like each other
  return {
    write({ slug, name, files = new Map() }) {
      refuseTaken(slug, names);
      refuseForeign(join(real, slug), read);
      writeEdition(real, slug, files);
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
          yield describeFailure(slugs.map((slug) => join(root, slug)).join(', '), error);
        }
      }
    },
  };
}

function refuseTaken(slug: string, names: ReadonlyMap<string, string>): void {
  const other = names.get(slug);
  if (other === undefined) return;
  throw new Error(`would have the same address as ${quote(other)}, ${quote(slug)}; rename one of them`);
}

/** An edition is replaced as a whole; what is none, or is being read, must not go with it. */
function refuseForeign(folder: string, sources: ReadonlySet<string>): void {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return;
  const isEdition = found.isDirectory() && readdirSync(folder).every((name) => editionFiles.includes(name));
  if (!isEdition) throw new Error(`needs the place of ${quote(folder)}, which is no edition; move that away`);
  const isRead = [...sources].some((path) => path.startsWith(folder + sep));
  if (isRead) throw new Error('lies in an edition that would be replaced; choose another folder for --out');
}

/**
 * Among the editions `slugs` of the folder `root`, which are like each other, keep one of each text, with the readings of
 * its other witnesses. Gives a sentence for each that is listed with another, and for each that only looks like one;
 * `names` says what they are called.
 */
function settleCopies(root: string, slugs: readonly string[], names: ReadonlyMap<string, string>): string[] {
  const candidates = slugs.map((slug) => readCandidate(root, slug));
  const nameOf = ({ apparatus: { slug } }: Candidate) => `“${names.get(slug) ?? slug}”`;
  return settle(candidates, loadFold()).flatMap((settlement) => {
    mergeCopies(root, settlement);
    return describeSettlement(settlement, nameOf);
  });
}

function readCandidate(root: string, slug: string): Candidate {
  const edition = readEdition(root, slug);
  const blocks = readBlocks(edition, 'zh-Hans').map((block) => [block.id, blockText(block)] as const);
  return { apparatus: edition.apparatus, blocks: new Map(blocks) };
}

function mergeCopies(root: string, { apparatus, copies }: Settlement): void {
  if (copies.length === 0) return;
  const { slug } = apparatus;
  const { markdown } = readEdition(root, slug);
  writeEdition(root, slug, toFiles({ apparatus, markdown }));
  for (const { apparatus: copy } of copies) rmSync(join(root, copy.slug), { recursive: true, force: true });
}
