/**
 * A document's own pairs of neighbouring characters, a cache model: a text about 微信 says 微信 again. Counted by a hash
 * without keys, from the parts that no damage is near; two pairs may share a counter.
 */
import type { FoldTable } from '../text/fold.ts';
import { isHanUnit } from '../text/han.ts';
import { hashPair } from '../text/integer-table.ts';
import { CACHED_COSTS, UNCACHED_AFTER_QUESTION } from './constants.ts';

const COUNTERS = 1 << 16;
const FIRSTS = 1 << 13;
const QUESTION = 0x3f;
const MOST = CACHED_COSTS.length - 1;

/** How often the pairs of a document were seen, by their hash, and after which units one was seen twice. */
export interface CacheModel {
  readonly counts: Uint8Array;
  readonly firsts: Uint8Array;
}

/** The model of no document. */
export const emptyCacheModel: CacheModel = {
  counts: new Uint8Array(COUNTERS),
  firsts: new Uint8Array(FIRSTS),
};

/** The pairs of Han characters in `text`, folded. */
export function buildCacheModel(text: string, fold: FoldTable): CacheModel {
  const counts = new Uint8Array(COUNTERS);
  const firsts = new Uint8Array(FIRSTS);
  let before = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === QUESTION) from = i + UNCACHED_AFTER_QUESTION;
    const isHan = isHanUnit(unit) && i >= from;
    if (isHan) {
      const c = fold[unit]!;
      if (before !== 0) {
        const at = hashPair(before, c) & (COUNTERS - 1);
        if (counts[at]! < MOST) counts[at]!++;
        if (counts[at]! > 1) firsts[before & (FIRSTS - 1)] = 1;
      }
      before = c;
    } else if (unit !== 0x28 && unit !== 0x29 && unit !== 0x20 && !isLetter(unit)) before = 0; // glosses do not part
  }
  return { counts, firsts };
}

function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xe0 && unit <= 0x1dc);
}

/** Cost of the second character of the pair with this hash; 255 where the document does not have the pair twice. */
export function cachedCost({ counts }: CacheModel, hash: number): number {
  return CACHED_COSTS[counts[hash & (COUNTERS - 1)]!]!;
}

/** Does the document have the pair with this hash twice? */
export function isCached({ counts }: CacheModel, hash: number): boolean {
  return counts[hash & (COUNTERS - 1)]! > 1;
}

/** Can the document have a pair twice that begins with `first`, folded? */
export function mayBeginCached({ firsts }: CacheModel, first: number): boolean {
  return firsts[first & (FIRSTS - 1)] === 1;
}
