/** Deciding which candidates are taken, by what the document as a whole says of each way it can have been misread. */
import { REREAD } from '../constants.ts';
import type { Candidate } from './candidates.ts';
import type { Chain } from './steps.ts';

export interface Choice {
  readonly candidate: Candidate;
  /** Does it hold on its own, without the rest of the document? */
  readonly isStrong: boolean;
}

/** Those of `candidates` to carry out: not overlapping, sorted. */
export function choose(candidates: readonly Candidate[]): Choice[] {
  const proofs = sumEvidence(candidates);
  const proofOf = ({ chain }: Candidate) => proofs.get(chain) ?? 0;
  const isProven = (candidate: Candidate) =>
    proofOf(candidate) >= (isSwapped(candidate.chain) ? REREAD.provenSwap : REREAD.proven);
  const worth = (candidate: Candidate) =>
    candidate.gain +
    Math.min(proofOf(candidate), 8 * REREAD.proven) / 8 -
    REREAD.stepCost * candidate.chain.steps.length;
  const likely = candidates
    .filter((candidate) => isProven(candidate) && (isStrong(candidate) || isLikely(candidate)))
    .sort((a, b) => worth(b) - worth(a) || a.start - b.start);
  const claimed = new ClaimedSpans();
  return likely
    .filter(({ start, end }) => claimed.claim(start, end))
    .map((candidate) => ({ candidate, isStrong: isStrong(candidate) }))
    .sort((a, b) => a.candidate.start - b.candidate.start);
}

/** By chain: the evidence of its strong candidates, and for pairs, which anything can be cut into, what speaks against. */
function sumEvidence(candidates: readonly Candidate[]): Map<Chain, number> {
  const proofs = new Map<Chain, number>();
  for (const candidate of candidates) {
    const { chain, evidence, characters } = candidate;
    const counts = isStrong(candidate) || (isOfPairs(chain) && characters > 1 && evidence < 0);
    if (counts) proofs.set(chain, (proofs.get(chain) ?? 0) + evidence);
  }
  return proofs;
}

/** Single bytes read as pairs: other languages have runs of accented letters, too. */
function isOfPairs({ last: { right, wrong } }: Chain): boolean {
  return right !== 'utf-8' && (wrong === 'windows-1252' || wrong === 'macintosh');
}

/** Big5 read as GBK, or GBK as Big5. */
function isSwapped({ last: { right, wrong } }: Chain): boolean {
  return right !== 'utf-8' && (wrong === 'gbk' || wrong === 'big5');
}

function fewest(chain: Chain): number {
  if (isOfPairs(chain)) return 2;
  const { right, wrong } = chain.last;
  if (right !== 'utf-8') return 4;
  return wrong === 'gbk' ? 3 : 2;
}

/** Does a candidate convince on its own? */
export function isStrong({ chain, characters, evidence, gain, isChinese }: Candidate): boolean {
  return (
    isChinese &&
    characters >= fewest(chain) &&
    gain >= REREAD.gain * characters &&
    evidence >= REREAD.strongEvidence * (characters + 1)
  );
}

/**
 * Single bytes cut into pairs wrongly where one is lost: is there a sign of it, a byte left over beside the candidate, or
 * holes in it?
 */
export function doubtOf({ chain, start, end, stretch }: Candidate, text: string): 'torn' | 'holes' | 'none' {
  if (!isOfPairs(chain)) return 'none';
  if (HIGH.test(text[start - 1] ?? '') || HIGH.test(text[end] ?? '')) return 'torn';
  return stretch.holes.length > 0 ? 'holes' : 'none';
}

const HIGH = /[\u0080-\u024f\u02c6-\u02dd\u2013-\u2122]/;

/** Enough where the document is proven to have been misread like this. */
function isLikely({ chain, characters, evidence, gain }: Candidate): boolean {
  const isUtf8 = chain.last.right === 'utf-8';
  if (isUtf8 && chain.first.wrong === 'gbk' && evidence < REREAD.hanEvidence * characters) return false;
  if (isUtf8) return gain >= REREAD.weakGain * Math.max(1, characters);
  const least = isOfPairs(chain) ? 1 : 2;
  return (
    characters >= least && gain >= REREAD.gain * characters && evidence >= REREAD.pairEvidence * characters
  );
}

/** Spans of candidates already chosen, in blocks, so that a document of many is decided in linear time. */
class ClaimedSpans {
  private readonly spans = new Map<number, (readonly [number, number])[]>();

  claim(start: number, end: number): boolean {
    const blocks: number[] = [];
    for (let block = start >> 8; block <= end >> 8; block++) blocks.push(block);
    const isFree = blocks.every((block) =>
      (this.spans.get(block) ?? []).every(([from, to]) => end <= from || to <= start),
    );
    if (!isFree) return false;
    for (const block of blocks) this.spans.set(block, [...(this.spans.get(block) ?? []), [start, end]]);
    return true;
  }
}
