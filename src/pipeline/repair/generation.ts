/**
 * The hypotheses of a search about what the bytes behind a damaged stretch were.
 *
 * A hypothesis is a path through the text: the byte it still owes a character (`pending`), the last characters it gave
 * (folded), and what they cost. Costs are quarters of a nat. Words of up to four characters are weighed by keeping the
 * cost of the cheapest cut into words that ends at each of the last four places.
 */
/** How many hypotheses are followed at once. */
export const BEAM = 14;

/** States of `pending` that are no bytes: the first byte of the next mark has been used already; so has a whole `?`. */
export const HALF_MARK = 1;
export const HALF_TORN = 2;

/** Which bytes of a character were lost. */
export const LOST_LEAD = 1;
export const LOST_TRAIL = 2;

export const NEVER = 1 << 28;
export const PRUNE = 40;

/** A hypothesis is a row of {@link Generation.rows}; these are its columns. */
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

/** A generation: all hypotheses that have read the text up to one offset. */
export class Generation {
  size = 0;
  best = NEVER;
  /** What a path may cost at most to be taken in. */
  limit = NEVER;
  /** One behind the other, so that a hypothesis lies in one place of the memory. */
  readonly rows = new Int32Array(BEAM * ROW);

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

  /** Index of the first hypothesis with the same characters and state; −1 where there is none. */
  find(characters: number, state: number): number {
    const { rows } = this;
    for (let at = 0; at < this.size * ROW; at += ROW) {
      if (rows[at] === characters && rows[at + 1] === state) return at / ROW;
    }
    return -1;
  }

  /** Where a new hypothesis goes: behind the others, or in the place of the worst. */
  place(): number {
    if (this.size < BEAM) return this.size++;
    let worst = 0;
    for (let i = 1; i < BEAM; i++) if (this.costOf(i) > this.costOf(worst)) worst = i;
    return worst;
  }

  /** Move the best to index 0, so that it sets the limit for what follows. */
  putBestFirst(): void {
    let best = 0;
    for (let i = 1; i < this.size; i++) if (this.costOf(i) < this.costOf(best)) best = i;
    if (best === 0) return;
    const { rows } = this;
    for (let k = 0; k < ROW; k++) {
      const first = rows[k]!;
      rows[k] = rows[best * ROW + k]!;
      rows[best * ROW + k] = first;
    }
  }

  /** A path of this cost was taken in. */
  note(cost: number): void {
    if (cost >= this.best) return;
    this.best = cost;
    this.limit = cost + PRUNE;
  }

  /** When there is no room left, a path must be better than the worst. */
  tighten(): void {
    let worst = 0;
    for (let i = 0; i < this.size; i++) worst = Math.max(worst, this.costOf(i));
    this.limit = Math.min(this.best + PRUNE, worst - 1);
  }
}

/** Nodes there is room for at first. */
const FEW_NODES = 1 << 8;

/** What the paths gave, as a tree: a node holds one UTF-16 unit and leads back to the one before. Node −1 is the root. */
export class Trellis {
  private size = 0;
  private parent = new Int32Array(FEW_NODES);
  private unit = new Uint16Array(FEW_NODES);
  private lost = new Uint8Array(FEW_NODES);

  clear(): void {
    this.size = 0;
  }

  add(parent: number, unit: number, lost: number): number {
    if (this.size === this.parent.length) this.grow();
    this.parent[this.size] = parent;
    this.unit[this.size] = unit;
    this.lost[this.size] = lost;
    return this.size++;
  }

  unitOf(node: number): number {
    return this.unit[node]!;
  }

  private grow(): void {
    const parent = new Int32Array(2 * this.size);
    const unit = new Uint16Array(2 * this.size);
    const lost = new Uint8Array(2 * this.size);
    parent.set(this.parent);
    unit.set(this.unit);
    lost.set(this.lost);
    this.parent = parent;
    this.unit = unit;
    this.lost = lost;
  }

  /** For each unit on the way from the root to `node`: which of its bytes were lost ({@link LOST_LEAD}, …). */
  readLost(node: number): number[] {
    const lost: number[] = [];
    for (let at = node; at >= 0; at = this.parent[at]!) lost.push(this.lost[at]!);
    return lost.reverse();
  }

  /** The units on the way from the root to `node`. */
  read(node: number): string {
    let text = '';
    for (let at = node; at >= 0; at = this.parent[at]!) text = String.fromCharCode(this.unit[at]!) + text;
    return text;
  }
}
