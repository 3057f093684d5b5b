/** Hash tables of whole numbers: a Map takes several times the memory and the time. */

/** Hash of two integers; tables and filters take as many of its low bits as they need. */
export function hashPair(first: number, second: number): number {
  const h = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return h ^ (h >>> 15);
}

/** What {@link IntegerTable.find} gives for a pair that is not in the table. */
export const ABSENT = -1;

const FILTER_BITS = 1 << 20;

/** A set of hashes that answers without going to a table: when it says no, what has the hash was never added. */
export class HashFilter {
  private readonly bits = new Int32Array(FILTER_BITS / 32);

  add(hash: number): void {
    this.bits[(hash & (FILTER_BITS - 1)) >> 5]! |= 1 << (hash & 31);
  }

  mayHave(hash: number): boolean {
    return ((this.bits[(hash & (FILTER_BITS - 1)) >> 5]! >> (hash & 31)) & 1) !== 0;
  }
}

/**
 * A table from pairs of 32-bit integers, the first of them not 0, to integers. Of fixed size, with open addressing: most
 * of its slots must stay free. A filter that fits the nearest cache answers for most pairs that are not in it; an entry
 * is three integers side by side, so that finding it costs one line of memory.
 */
export class IntegerTable {
  /** First, second, value; see {@link claim}. */
  readonly entries: Int32Array;
  private readonly filter = new HashFilter();
  private readonly mask: number;
  private readonly initial: number;

  /** `slots`: how many, a power of two; `initial`: the value of a pair that is new. */
  constructor(slots: number, initial: number) {
    this.entries = new Int32Array(3 * slots);
    this.mask = slots - 1;
    this.initial = initial;
  }

  /** Can the pair with this hash be in the table? */
  mayHave(hash: number): boolean {
    return this.filter.mayHave(hash);
  }

  /** The value of a pair; {@link ABSENT} where it is not in the table. `hash` is {@link hashPair} of the two. */
  find(first: number, second: number, hash: number): number {
    if (!this.filter.mayHave(hash)) return ABSENT;
    const { entries } = this;
    let at = 3 * (hash & this.mask);
    for (let key = entries[at]; key !== 0; key = entries[at]) {
      if (key === first && entries[at + 1] === second) return entries[at + 2]!;
      at = at + 3 === entries.length ? 0 : at + 3;
    }
    return ABSENT;
  }

  has(first: number, second: number): boolean {
    return this.find(first, second, hashPair(first, second)) !== ABSENT;
  }

  /** The index in `entries` of the value of a pair, which is in the table from now on. */
  claim(first: number, second: number): number {
    const { entries } = this;
    const hash = hashPair(first, second);
    let at = 3 * (hash & this.mask);
    for (let key = entries[at]; key !== 0; key = entries[at]) {
      if (key === first && entries[at + 1] === second) return at + 2;
      at = at + 3 === entries.length ? 0 : at + 3;
    }
    this.filter.add(hash);
    entries[at] = first;
    entries[at + 1] = second;
    entries[at + 2] = this.initial;
    return at + 2;
  }

  /** Calls `visit` for every pair in the table, in no order. */
  forEach(visit: (first: number, second: number) => void): void {
    const { entries } = this;
    for (let at = 0; at < entries.length; at += 3)
      if (entries[at] !== 0) visit(entries[at]!, entries[at + 1]!);
  }
}
