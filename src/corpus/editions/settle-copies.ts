/** Publishing once what came from two mirrors. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readEdition } from '../../edition/load-edition.ts';
import { blockText, readBlocks } from '../../edition/text-blocks.ts';
import {
  type Candidate,
  describeSettlement,
  type Settlement,
  settle,
} from '../../pipeline/collate/settle.ts';
import { loadFold } from '../load-rules.ts';
import { writeEdition } from './edition-files.ts';

/**
 * Among the editions `slugs` of the folder `root`, which are like each other, keep one of each text, with the readings of
 * its other witnesses. Gives a sentence for each that is listed with another, and for each that only looks like one;
 * `names` says what they are called.
 */
export function settleCopies(
  root: string,
  slugs: readonly string[],
  names: ReadonlyMap<string, string>,
): string[] {
  const settled = settle(
    slugs.map((slug) => readCandidate(root, slug)),
    loadFold(),
  );
  const nameOf = ({ apparatus: { slug } }: Candidate) => `“${names.get(slug) ?? slug}”`;
  return settled.flatMap((settlement) => {
    carryOut(root, settlement);
    return describeSettlement(settlement, nameOf);
  });
}

function readCandidate(root: string, slug: string): Candidate {
  const edition = readEdition(root, slug);
  const blocks = readBlocks(edition, 'zh-Hans').map((block) => [block.id, blockText(block)] as const);
  return { apparatus: edition.apparatus, blocks: new Map(blocks) };
}

function carryOut(root: string, { apparatus, copies }: Settlement): void {
  if (copies.length === 0) return;
  const { slug } = apparatus;
  const texts = ['zh-Hant.md', 'zh-Hans.md'].map(
    (file) => [file, readFileSync(join(root, slug, file), 'utf8')] as const,
  );
  writeEdition(
    root,
    slug,
    new Map([...texts, ['apparatus.json', `${JSON.stringify(apparatus, null, 2)}\n`]]),
  );
  for (const { apparatus: copy } of copies) rmSync(join(root, copy.slug), { recursive: true, force: true });
}
