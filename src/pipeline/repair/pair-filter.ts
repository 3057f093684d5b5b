/**
 * A quick answer to whether two characters have anything to do with each other, for the many tries of the search that
 * are too dear unless they have.
 */
import type { WordModel } from '../words/word-model.ts';

/** Bits of the filter: nine to a pair of the model, so that nine of ten strangers are told at once. */
const BITS = 1 << 20;

const filters = new WeakMap<WordModel, Int32Array>();

/** Hash of two folded units; tables take as many of its low bits as they need. */
export function hashPair(first: number, second: number): number {
  const h = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return h ^ (h >>> 15);
}

/** One bit for each hash that a pair of `words` has: see {@link mayBePair}. */
export function pairFilter(words: WordModel): Int32Array {
  const known = filters.get(words);
  if (known) return known;
  const filter = new Int32Array(BITS / 32);
  for (const key of words.pairKeys) {
    if (key === 0) continue;
    const bit = hashPair(key >>> 16, key & 0xffff) & (BITS - 1);
    filter[bit >> 5] = filter[bit >> 5]! | (1 << (bit & 31));
  }
  filters.set(words, filter);
  return filter;
}

/** Can the pair with this hash be one of the model? When not, it surely is none: 的雜. */
export function mayBePair(filter: Int32Array, hash: number): boolean {
  return ((filter[(hash & (BITS - 1)) >> 5]! >> (hash & 31)) & 1) !== 0;
}
