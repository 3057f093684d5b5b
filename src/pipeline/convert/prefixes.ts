/** How phrases begin: their first two characters, so that a text is searched for phrases without cutting it up. */

/** A hash table by pairs of UTF-16 units; see {@link lengthsOf}. */
export interface PrefixIndex {
  /** The pair of a slot; 0 where it is free. */
  readonly pairs: Uint32Array;
  readonly lengths: Uint32Array;
  /** How far to shift a hash to get a slot. */
  readonly shift: number;
}

/** The table of `phrases`, with at least twice as many slots as there are phrases. */
export function indexPrefixes(phrases: Iterable<string>): PrefixIndex {
  const all = [...phrases];
  const bits = Math.ceil(Math.log2(2 * all.length + 2));
  const index = { pairs: new Uint32Array(1 << bits), lengths: new Uint32Array(1 << bits), shift: 32 - bits };
  for (const phrase of all) {
    const pair = toPair(phrase.charCodeAt(0), phrase.charCodeAt(1));
    const slot = findSlot(index, pair);
    index.pairs[slot] = pair;
    index.lengths[slot]! |= 1 << phrase.length;
  }
  return index;
}

/** Bit *n* is set when a phrase of *n* units begins with these two: 皇, 后 → 2 for 皇后, 4 for 皇后大道. */
export function lengthsOf(index: PrefixIndex, first: number, second: number): number {
  return index.lengths[findSlot(index, toPair(first, second))]!;
}

function toPair(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}

function findSlot({ pairs, shift }: PrefixIndex, pair: number): number {
  let slot = Math.imul(pair, 0x9e3779b1) >>> shift;
  while (pairs[slot] !== pair && pairs[slot] !== 0) slot = (slot + 1) & (pairs.length - 1);
  return slot;
}
