/** Of the editions of a collection, one for each text. */

import { sign } from '../pipeline/collate/signature.ts';
import { createSimilarityIndex } from '../pipeline/collate/similarity-index.ts';
import type { Edition } from '../pipeline/index.ts';
import type { FoldTable } from '../pipeline/words/fold.ts';
import { nameBlocks } from './edition-texts.ts';
import { describeSettlement, type Settlement, settle } from './settle.ts';

export interface Published {
  readonly published: readonly Edition[];
  /** Sentences about witnesses that are listed with another, and about texts that only look like another. */
  readonly notes: readonly string[];
}

/** `editions` without those whose text another one has; that one lists them as witnesses. Order is kept. */
export function publishOnce(editions: readonly Edition[], fold: FoldTable): Published {
  const settlements = groupAlike(editions, fold).flatMap((group) => settle(group.map(toCandidate), fold));
  const settled = new Map(settlements.map((settlement) => [settlement.base.apparatus.slug, settlement]));
  const copies = new Set(settlements.flatMap(({ copies }) => copies.map(({ apparatus }) => apparatus.slug)));
  return {
    published: editions
      .filter(({ apparatus }) => !copies.has(apparatus.slug))
      .map((edition) => withWitnesses(edition, settled.get(edition.apparatus.slug))),
    notes: settlements.flatMap((settlement) =>
      describeSettlement(settlement, ({ apparatus }) => `“${apparatus.slug}”`),
    ),
  };
}

/** Groups of two and more that are like the first of them, or like one that is. */
function groupAlike(editions: readonly Edition[], fold: FoldTable): Edition[][] {
  const index = createSimilarityIndex();
  const signed: Edition[] = [];
  const groups = new Map<Edition, Edition[]>(); // of each edition in one
  for (const edition of editions) {
    const signature = sign(edition.markdown['zh-Hans'].replace(/^---\n[\s\S]*?\n---\n/, ''), fold);
    if (signature === undefined) continue;
    signed.push(edition);
    const match = index.add(signature);
    if (match === undefined) continue;
    const first = signed[match.index]!;
    const group = groups.get(first) ?? [first];
    group.push(edition);
    for (const member of [first, edition]) groups.set(member, group);
  }
  return [...new Set(groups.values())];
}

const toCandidate = ({ apparatus, markdown }: Edition) => ({
  apparatus,
  blocks: nameBlocks(apparatus, markdown['zh-Hans']),
});

const withWitnesses = (edition: Edition, settlement: Settlement | undefined): Edition =>
  settlement === undefined ? edition : { ...edition, apparatus: settlement.apparatus };
