/** Of editions that are alike, one for each text. */
import type { Edition } from '../../contract/edition.ts';
import type { FoldTable } from '../text/fold.ts';
import { describeSettlement, type Settlement, settle } from './settle.ts';

export interface Collated {
  readonly published: readonly Edition[];
  /** Sentences about witnesses that are listed with another, and about texts that only look like another. */
  readonly notes: readonly string[];
}

/**
 * The editions of `group`, which are like each other, without those whose text another one has; that one lists them as
 * witnesses. Order is kept.
 */
export function collate(group: readonly Edition[], fold: FoldTable): Collated {
  if (group.length === 1) return { published: group, notes: [] };
  const settlements = settle(group.map(toCandidate), fold);
  const settled = new Map(settlements.map((settlement) => [settlement.base.apparatus.slug, settlement]));
  return {
    published: group.flatMap((edition) => withWitnesses(edition, settled.get(edition.apparatus.slug))),
    notes: settlements.flatMap((settlement) =>
      describeSettlement(settlement, ({ apparatus }) => `“${apparatus.slug}”`),
    ),
  };
}

const toCandidate = ({ apparatus, blocks }: Edition) => ({
  apparatus,
  blocks: new Map(apparatus.blocks.map(({ id }, index) => [id, blocks['zh-Hans'][index] ?? ''])),
});

/** An edition that is no base is a copy of one. */
const withWitnesses = (edition: Edition, settlement: Settlement | undefined): Edition[] =>
  settlement === undefined ? [] : [{ ...edition, apparatus: settlement.apparatus }];
