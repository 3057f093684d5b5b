/**
 * The characters of CP936 by how likely they are. The loops are kept apart and plain: they run once, at every start, and
 * that is what takes the time until they are compiled.
 */
import type { FoldTable } from '../text/fold.ts';
import { costOfUnit } from '../text/word-model.ts';
import { type Gbk, isPrivate } from './gbk.ts';

export interface RankedPairs {
  readonly gbk: Gbk;
  /** Cost of a pair's character. */
  readonly cost: (pair: number) => number;
  /** By lead: its trails, those of the likeliest characters first. */
  readonly trailsOf: readonly Uint8Array[];
  /** By trail: its leads, those of the likeliest characters first. */
  readonly leadsOf: readonly Uint8Array[];
}

const FIRST = 0x8140;
const END = 0xff00;
const UNRANKED = 0xff;

/** Rank the pairs of `gbk` that are no private-use characters, by the costs of what they fold to. */
export function rankPairs(gbk: Gbk, rules: { costs: Uint8Array; fold: FoldTable }): RankedPairs {
  const pairCosts = costsByPair(gbk, rules);
  const sorted = new Uint16Array(END - FIRST);
  const ranked = sorted.subarray(0, sort(pairCosts, sorted));
  return {
    gbk,
    cost: (pair) => costOfUnit(gbk.unitOf[pair]!, rules),
    trailsOf: group(ranked, 8, 0),
    leadsOf: group(ranked, 0, 8),
  };
}

function costsByPair({ unitOf }: Gbk, rules: { costs: Uint8Array; fold: FoldTable }): Uint8Array {
  const pairCosts = new Uint8Array(0x10000).fill(UNRANKED);
  for (let pair = FIRST; pair < END; pair++) {
    const unit = unitOf[pair]!;
    if (unit !== 0 && !isPrivate(unit)) pairCosts[pair] = costOfUnit(unit, rules);
  }
  return pairCosts;
}

/** Put the pairs into `sorted`, the cheapest first, by counting how many have each cost; gives how many there are. */
function sort(pairCosts: Uint8Array, sorted: Uint16Array): number {
  const begin = new Uint32Array(0x101);
  count(pairCosts, begin);
  for (let cost = 0; cost < 0x100; cost++) begin[cost + 1]! += begin[cost]!;
  place(pairCosts, begin, sorted);
  return begin[UNRANKED - 1]!;
}

function count(pairCosts: Uint8Array, begin: Uint32Array): void {
  for (let pair = FIRST; pair < END; pair++) begin[pairCosts[pair]! + 1]!++;
}

function place(pairCosts: Uint8Array, begin: Uint32Array, sorted: Uint16Array): void {
  for (let pair = FIRST; pair < END; pair++) sorted[begin[pairCosts[pair]!]!++] = pair;
}

/** By one byte of `pairs`, that at `key`: the other bytes, those at `value`, in order. */
function group(pairs: Uint16Array, key: number, value: number): Uint8Array[] {
  const rows = new Uint8Array(0x10000);
  const counts = new Uint8Array(0x100);
  for (let i = 0; i < pairs.length; i++) {
    const row = (pairs[i]! >> key) & 0xff;
    rows[(row << 8) | counts[row]!++] = (pairs[i]! >> value) & 0xff;
  }
  return Array.from(counts, (length, row) => rows.subarray(row << 8, (row << 8) | length));
}
