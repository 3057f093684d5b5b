/** Which last bytes the characters have that go with a character. */
import { HashFilter, hashPair } from '../text/integer-table.ts';
import type { RepairRules } from './rules.ts';

const known = new WeakMap<RepairRules, Successors>();

/**
 * A filter: where it says no, no character with that last byte makes a pair of the model with the one before, and none
 * of them needs to be tried.
 */
export class Successors {
  private readonly filter = new HashFilter();

  private constructor({ words, fold, gbk }: RepairRules) {
    // By folded unit: the last of its forms in GBK, and by form the one before it. 0 ends the chain.
    const lastForm = new Uint16Array(0x10000);
    const formBefore = new Uint16Array(0x10000);
    for (let pair = 0x8140; pair < 0xff00; pair++) {
      const c = fold[gbk.unitOf[pair]!]!;
      formBefore[pair] = lastForm[c]!;
      lastForm[c] = pair;
    }
    words.pairs.forEach((first, second) => {
      for (let form = lastForm[second]!; form !== 0; form = formBefore[form]!)
        this.filter.add(hashPair(first, form & 0xff));
    });
  }

  /** The filter for a model, made when first asked for. */
  static of(rules: RepairRules): Successors {
    const made = known.get(rules) ?? new Successors(rules);
    known.set(rules, made);
    return made;
  }

  /** Can a character whose last byte is `trail` make a pair with the folded unit `first` before it? */
  mayEndIn(first: number, trail: number): boolean {
    return this.filter.mayHave(hashPair(first, trail));
  }
}
