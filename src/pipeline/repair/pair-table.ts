/**
 * The pairs of the word model as the search asks for them: millions of times per page, mostly for two characters that
 * have nothing to do with each other. A filter that fits the nearest cache answers those; the rest costs one line of
 * memory instead of four.
 */
import type { WordModel } from '../text/word-model.ts';

/** Bits of the filter: nine to a pair of the model, so that nine of ten strangers are told at once. */
const BITS = 1 << 20;
const SLOTS = 1 << 18;

const tables = new WeakMap<WordModel, PairTable>();

/** Hash of two folded units; tables take as many of its low bits as they need. */
export function hashPair(first: number, second: number): number {
  const h = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return h ^ (h >>> 15);
}

/** Cost of the word that a pair is; NO_WORD where it is none. `found` is what {@link PairTable.find} gave. */
export function costOf(found: number): number {
  return found & 0xff;
}

/** How much the two attract each other across a word boundary. */
export function bonusOf(found: number): number {
  return (found >> 8) & 0xff;
}

/** Does the pair end, or begin, a longer word (`ENDS_3`, …)? */
export function flagsOf(found: number): number {
  return (found >> 16) & 0xff;
}

const KNOWN = 1 << 24;

export class PairTable {
  private readonly filter = new Int32Array(BITS / 32);
  /** Key and what is known, one behind the other. */
  private readonly entries = new Int32Array(2 * SLOTS);

  private constructor(words: WordModel) {
    for (let slot = 0; slot < words.pairKeys.length; slot++) {
      const key = words.pairKeys[slot]!;
      if (key === 0) continue;
      const known = words.pairCosts[slot]! | (words.pairBonus[slot]! << 8) | (words.pairFlags[slot]! << 16);
      this.add(key >>> 16, key & 0xffff, known | KNOWN);
    }
  }

  /** The table of a model, made when first asked for. */
  static of(words: WordModel): PairTable {
    const known = tables.get(words);
    if (known) return known;
    const table = new PairTable(words);
    tables.set(words, table);
    return table;
  }

  private add(first: number, second: number, known: number): void {
    const hash = hashPair(first, second);
    this.filter[(hash & (BITS - 1)) >> 5]! |= 1 << (hash & 31);
    let at = hash & (SLOTS - 1);
    while (this.entries[2 * at] !== 0) at = (at + 1) & (SLOTS - 1);
    this.entries[2 * at] = (first << 16) | second;
    this.entries[2 * at + 1] = known;
  }

  /** Can the pair with this hash be one of the model? When not, it surely is none: 的雜. */
  mayHave(hash: number): boolean {
    return ((this.filter[(hash & (BITS - 1)) >> 5]! >> (hash & 31)) & 1) !== 0;
  }

  /** What the model knows of a pair of folded units, `hash` being theirs; 0 where it is nothing. */
  find(first: number, second: number, hash: number): number {
    if (!this.mayHave(hash)) return 0;
    const key = (first << 16) | second;
    let at = hash & (SLOTS - 1);
    while (this.entries[2 * at] !== key) {
      if (this.entries[2 * at] === 0) return 0;
      at = (at + 1) & (SLOTS - 1);
    }
    return this.entries[2 * at + 1]!;
  }
}
