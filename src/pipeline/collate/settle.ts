/** Deciding, among editions that are like each other, which are of one text, and which of those is published. */
import type { Apparatus, OtherWitness } from '../../contract/schema.ts';
import type { FoldTable } from '../text/fold.ts';
import { compareTexts } from './compare.ts';

/** An edition, with the Simplified text of its blocks by id. */
export interface Candidate {
  readonly apparatus: Apparatus;
  readonly blocks: ReadonlyMap<string, string>;
}

/** An edition to publish. */
export interface Settlement {
  readonly base: Candidate;
  /** That of the base, with the readings of its copies. */
  readonly apparatus: Apparatus;
  /** Editions of the same text, which are not published. */
  readonly copies: readonly Candidate[];
  /** An edition that is published, too, and much like this one. */
  readonly likeness?: Candidate;
}

/**
 * `candidates` as editions to publish. The base of a text is the witness that is least damaged, for what it reads needs the
 * least of us: fewest cruces and conjectures (emendations of low certainty), then fewest of medium certainty, then fewest
 * doubts, then fewest emendations; the first where all is equal.
 */
export function settle(candidates: readonly Candidate[], fold: FoldTable): Settlement[] {
  const settled: Settlement[] = [];
  for (const candidate of [...candidates].sort(compareDamage)) {
    const at = settled.findIndex(({ base }) => compare(base, candidate, fold).isSame);
    const same = settled[at];
    if (same) settled[at] = addCopy(same, candidate, fold);
    else {
      const { apparatus } = candidate;
      const likeness = settled[0]?.base;
      settled.push({ base: candidate, apparatus, copies: [], ...(likeness && { likeness }) });
    }
  }
  return settled;
}

/** Less than 0 when `a` is the less damaged. */
function compareDamage({ apparatus: a }: Candidate, { apparatus: b }: Candidate): number {
  const others = countDamage(b);
  const differences = countDamage(a).map((count, i) => count - (others[i] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}

/** Counts by which the damage of an edition is compared, the first that differs deciding. */
function countDamage({ emendations, cruces, doubts }: Apparatus): number[] {
  const count = (cert: string) => emendations.filter((emendation) => emendation.cert === cert).length;
  return [cruces.length + count('low'), count('medium'), doubts.length, emendations.length];
}

function compare(base: Candidate, other: Candidate, fold: FoldTable) {
  return compareTexts(toBlocks(base), toBlocks(other), fold);
}

const toBlocks = ({ blocks }: Candidate) => Array.from(blocks, ([id, text]) => ({ id, text }));

function addCopy(settlement: Settlement, copy: Candidate, fold: FoldTable): Settlement {
  const { apparatus, base, copies } = settlement;
  const witnesses = [...(apparatus.witnesses ?? []), toWitness(base, copy, fold)];
  return { ...settlement, apparatus: { ...apparatus, witnesses }, copies: [...copies, copy] };
}

function toWitness(base: Candidate, copy: Candidate, fold: FoldTable): OtherWitness {
  const { siglum, sha256, origin } = copy.apparatus.witness;
  const readings = compare(base, copy, fold).variants.map(({ block, start, end, lem, rdg }) => ({
    place: { block, start, end },
    lem,
    rdg,
  }));
  return { siglum, sha256, origin, readings };
}

/** What became of each witness but the first, in sentences. */
export function describeSettlement(
  { apparatus, base, copies, likeness }: Settlement,
  nameOf: (candidate: Candidate) => string,
): string[] {
  const merged = copies.map(
    (copy) =>
      `${nameOf(copy)} is the same text as ${nameOf(base)}; it is listed with its readings in “${apparatus.slug}”.`,
  );
  if (likeness === undefined) return merged;
  return [
    `${nameOf(base)} is much like ${nameOf(likeness)}, but not the same text; both are kept.`,
    ...merged,
  ];
}
