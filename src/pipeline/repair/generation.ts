/**
 * The hypotheses of a search about what the bytes behind a damaged stretch were, in flat arrays.
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

/** A generation: all hypotheses that have read the text up to one offset. */
export class Generation {
  size = 0;
  best = NEVER;
  /** What a path may cost at most to be taken in. */
  limit = NEVER;
  readonly pending = new Uint8Array(BEAM);
  readonly last = new Uint8Array(BEAM); // last byte of the stream
  readonly literal = new Uint8Array(BEAM); // 1 while nothing was changed
  readonly inferred = new Uint8Array(BEAM); // bytes that had to be guessed
  readonly lost = new Uint8Array(BEAM); // 1 when the pending byte was lost
  readonly c1 = new Uint16Array(BEAM);
  readonly c2 = new Uint16Array(BEAM);
  readonly c3 = new Uint16Array(BEAM);
  readonly s0 = new Int32Array(BEAM);
  readonly s1 = new Int32Array(BEAM);
  readonly s2 = new Int32Array(BEAM);
  readonly s3 = new Int32Array(BEAM);
  readonly b1 = new Uint8Array(BEAM); // attraction before the last character, and before those before it
  readonly b2 = new Uint8Array(BEAM);
  readonly b3 = new Uint8Array(BEAM);
  readonly node = new Int32Array(BEAM);
  readonly margin = new Int32Array(BEAM); // least distance to a hypothesis merged into this one
  readonly rival = new Int32Array(BEAM); // its node
  readonly fork = new Int32Array(BEAM); // this one's node where they were merged

  private readonly fields = [
    ...[
      this.pending,
      this.last,
      this.literal,
      this.inferred,
      this.lost,
      this.b1,
      this.b2,
      this.b3,
      this.c1,
      this.c2,
      this.c3,
    ],
    ...[this.s0, this.s1, this.s2, this.s3, this.node, this.margin, this.rival, this.fork],
  ];

  clear(): void {
    this.size = 0;
    this.best = this.limit = NEVER;
  }

  /** Move the best to index 0, so that it sets the limit for what follows. */
  putBestFirst(): void {
    let best = 0;
    for (let i = 1; i < this.size; i++) if (this.s0[i]! < this.s0[best]!) best = i;
    if (best === 0) return;
    for (const field of this.fields) {
      const first = field[0]!;
      field[0] = field[best]!;
      field[best] = first;
    }
  }

  /** When there is no room left, a path must be better than the worst. */
  tighten(): void {
    let worst = 0;
    for (let i = 0; i < this.size; i++) worst = Math.max(worst, this.s0[i]!);
    this.limit = Math.min(this.best + PRUNE, worst - 1);
  }
}

/** What the paths gave, as a tree: a node holds one UTF-16 unit and leads back to the one before. */
export class Trellis {
  size = 0;
  parent = new Int32Array(1 << 12);
  unit = new Uint16Array(1 << 12);
  lost = new Uint8Array(1 << 12);

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
    const units: number[] = [];
    for (let at = node; at >= 0; at = this.parent[at]!) units.push(this.unit[at]!);
    return units
      .reverse()
      .map((unit) => String.fromCharCode(unit))
      .join('');
  }
}
