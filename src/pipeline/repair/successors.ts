/** Which last bytes the characters have that go with a character. */
import { hashPair } from './pair-table.ts';
import type { RepairRules } from './rules.ts';

const BITS = 1 << 20;
const QUICK = BITS - 1;

const known = new WeakMap<RepairRules, Successors>();

/**
 * A filter: where it says no, no character with that last byte makes a pair of the model with the one before, and none
 * of them needs to be tried.
 */
export class Successors {
  private readonly filter = new Int32Array(BITS / 32);

  private constructor({ words, fold, gbk }: RepairRules) {
    const trails = new Map<number, number[]>();
    for (let pair = 0x8140; pair < 0xff00; pair++) {
      const c = fold[gbk.unitOf[pair]!]!;
      if (c !== 0) trails.set(c, [...(trails.get(c) ?? []), pair & 0xff]);
    }
    for (const key of words.pairKeys) {
      for (const trail of (key !== 0 && trails.get(key & 0xffff)) || []) {
        const bit = hashPair(key >>> 16, trail) & QUICK;
        this.filter[bit >> 5]! |= 1 << (bit & 31);
      }
    }
  }

  /** The filter for a model, made when first asked for. */
  static of(rules: RepairRules): Successors {
    const made = known.get(rules) ?? new Successors(rules);
    known.set(rules, made);
    return made;
  }

  /** Can a character whose last byte is `trail` make a pair with the folded unit `first` before it? */
  mayEndIn(first: number, trail: number): boolean {
    const bit = hashPair(first, trail) & QUICK;
    return ((this.filter[bit >> 5]! >> (bit & 31)) & 1) !== 0;
  }
}
