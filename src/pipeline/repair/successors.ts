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
    // By folded unit: the last of its forms in GBK, and by form the one before it. 0 ends the chain.
    const lastForm = new Uint16Array(0x10000);
    const formBefore = new Uint16Array(0x10000);
    for (let pair = 0x8140; pair < 0xff00; pair++) {
      const c = fold[gbk.unitOf[pair]!]!;
      formBefore[pair] = lastForm[c]!;
      lastForm[c] = pair;
    }
    const { pairKeys } = words;
    for (let slot = 0; slot < pairKeys.length; slot++) {
      const key = pairKeys[slot]!;
      if (key === 0) continue;
      for (let form = lastForm[key & 0xffff]!; form !== 0; form = formBefore[form]!)
        this.add(hashPair(key >>> 16, form & 0xff) & QUICK);
    }
  }

  private add(bit: number): void {
    this.filter[bit >> 5]! |= 1 << (bit & 31);
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
