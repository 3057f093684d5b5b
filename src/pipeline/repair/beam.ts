/**
 * The hypotheses of a search about what the bytes behind a damaged stretch were.
 *
 * A hypothesis is a path through the text: the byte that is still pending for its next character, its last characters
 * (folded), and what they cost. Costs are quarters of a nat. Words of up to four characters are scored by keeping the
 * cost of the cheapest cut into words that ends at each of the last four places.
 */
import { NEVER, SEARCH } from './constants.ts';

/** States of `pending` that are no bytes: the first byte of the next mark has been used already; so has a whole `?`. */
export const HALF_MARK = 1;
export const HALF_TORN = 2;

/** A hypothesis is a row of {@link Beam.rows}; these are its columns. */
export const column = {
  /** The last characters and the one before: c1, c2. */
  characters: 0,
  /** c3, `pending`, and the last byte of the stream. */
  state: 1,
  cost: 2,
  /** What the path cost up to the last character, the one before it, and the one before that. */
  s1: 3,
  s2: 4,
  s3: 5,
  /** Attraction before each of the last three characters, which bytes of the pending character were lost, isLiteral. */
  small: 6,
  /** Bytes that had to be guessed. */
  inferred: 7,
  node: 8,
  /** Least distance to a hypothesis merged into this one, its node, and this one's node where they were merged. */
  margin: 9,
  rival: 10,
  fork: 11,
} as const;

export const ROW = 12;

/** All hypotheses that have read the text up to one offset, at most {@link SEARCH.beamWidth}. */
export class Beam {
  size = 0;
  best = NEVER;
  /** What a path may cost at most to be taken in. */
  limit = NEVER;
  /** One behind the other, so that a hypothesis lies in one place of the memory. */
  readonly rows = new Int32Array(SEARCH.beamWidth * ROW);

  clear(): void {
    this.size = 0;
    this.best = this.limit = NEVER;
  }

  costOf(i: number): number {
    return this.rows[i * ROW + column.cost]!;
  }

  pendingOf(i: number): number {
    return (this.rows[i * ROW + column.state]! >> 16) & 0xff;
  }

  /** Last byte of the stream. */
  lastOf(i: number): number {
    return this.rows[i * ROW + column.state]! >>> 24;
  }

  nodeOf(i: number): number {
    return this.rows[i * ROW + column.node]!;
  }

  /** Index of the cheapest hypothesis, of two the first. */
  indexOfBest(): number {
    let best = 0;
    for (let i = 1; i < this.size; i++) if (this.costOf(i) < this.costOf(best)) best = i;
    return best;
  }

  private indexOfWorst(): number {
    let worst = 0;
    for (let i = 1; i < this.size; i++) if (this.costOf(i) > this.costOf(worst)) worst = i;
    return worst;
  }

  /** Index of the first hypothesis with the same characters and state; −1 where there is none. */
  find(characters: number, state: number): number {
    const { rows } = this;
    for (let at = 0; at < this.size * ROW; at += ROW) {
      if (rows[at] === characters && rows[at + 1] === state) return at / ROW;
    }
    return -1;
  }

  /** Where a new hypothesis goes: behind the others, or in the place of the worst. */
  claimRow(): number {
    return this.size < SEARCH.beamWidth ? this.size++ : this.indexOfWorst();
  }

  /** Move the best to index 0, so that it sets the limit for what follows. */
  moveBestFirst(): void {
    const best = this.indexOfBest();
    if (best === 0) return;
    const { rows } = this;
    for (let k = 0; k < ROW; k++) {
      const first = rows[k]!;
      rows[k] = rows[best * ROW + k]!;
      rows[best * ROW + k] = first;
    }
  }

  /** A path of this cost was taken in. */
  noteCost(cost: number): void {
    if (cost >= this.best) return;
    this.best = cost;
    this.limit = cost + SEARCH.pruningDistance;
  }

  /** When there is no room left, a path must be better than the worst. */
  tightenLimit(): void {
    const worst = Math.max(0, this.costOf(this.indexOfWorst()));
    this.limit = Math.min(this.best + SEARCH.pruningDistance, worst - 1);
  }
}
