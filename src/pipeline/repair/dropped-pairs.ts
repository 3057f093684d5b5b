/**
 * Pairs of bytes that leave no trace: not assigned in CP936, or user-defined where a crawler drops private-use
 * characters. Where one stood between two characters of a shifted text, both can be guessed.
 */
import { DROPPED } from './constants.ts';
import { isPrivate } from './gbk.ts';
import type { RankedPairs } from './rank-pairs.ts';

/** More than any character costs. */
const UNLIKELY = 255;

/** Which pairs leave no trace, and which characters may stand before and behind one; pairs are `lead << 8 | trail`. */
export class DroppedPairs {
  private readonly has = new Uint8Array(0x10000);
  private readonly ranks: RankedPairs;
  private readonly leastCosts: Uint8Array;
  /** Found out when first asked for, by `x`, and by `x << 8 | first`. */
  private readonly knownStarts: Uint8Array[] = [];
  private readonly knownBehind: Uint16Array[] = [];
  private readonly knownBetween: Uint16Array[] = [];

  /** `dropsPrivate`: is a private-use character dropped like a pair that is not assigned? */
  constructor(ranks: RankedPairs, dropsPrivate: boolean) {
    this.ranks = ranks;
    this.leastCosts = Uint8Array.from(ranks.leadsOf, (leads, trail) =>
      leads.length === 0 ? UNLIKELY : ranks.cost((leads[0]! << 8) | trail),
    );
    for (let lead = 0x81; lead <= 0xfe; lead++) this.addPairsOf(lead << 8, dropsPrivate);
  }

  private addPairsOf(lead: number, dropsPrivate: boolean): void {
    const { unitOf } = this.ranks.gbk;
    for (let pair = lead | 0x40; pair <= (lead | 0xfe); pair++) {
      const unit = unitOf[pair]!;
      const isDropped = unit === 0 || (dropsPrivate && isPrivate(unit));
      if (isDropped && pair !== (lead | 0x7f)) this.has[pair] = this.has[lead] = 1;
    }
  }

  /** Does the pair (x y) leave no trace? */
  includes(x: number, y: number): boolean {
    return this.has[(x << 8) | y] === 1;
  }

  /** Trails of `lead` that begin a dropped pair, those of likely characters, the likeliest first. */
  starts(lead: number): Uint8Array {
    this.knownStarts[lead] ??= this.ranks.trailsOf[lead]!.filter(
      (x) => this.has[x << 8] === 1 && this.ranks.cost((lead << 8) | x) <= DROPPED.likelyCost,
    );
    return this.knownStarts[lead]!;
  }

  /** Cost of the likeliest character that ends in `trail`. */
  leastCost(trail: number): number {
    return this.leastCosts[trail]!;
  }

  /** Likely characters (pairs) y·first for which (x y) is dropped. */
  between(x: number, first: number): Uint16Array {
    const key = (x << 8) | first;
    this.knownBetween[key] ??= Uint16Array.from(this.ranks.leadsOf[first]!, (y) => (y << 8) | first).filter(
      (pair) => this.includes(x, pair >> 8) && this.ranks.cost(pair) <= DROPPED.likelyCost,
    );
    return this.knownBetween[key]!;
  }

  /** The likeliest characters (pairs) y·z, whatever z, for which (x y) is dropped. */
  behind(x: number): Uint16Array {
    this.knownBehind[x] ??= this.findBehind(x);
    return this.knownBehind[x]!;
  }

  private findBehind(x: number): Uint16Array {
    const pairs: number[] = [];
    for (let y = 0x81; y <= 0xfe; y++) {
      if (!this.includes(x, y)) continue;
      for (const z of this.ranks.trailsOf[y]!.subarray(0, DROPPED.trails)) pairs.push((y << 8) | z);
    }
    pairs.sort((a, b) => this.ranks.cost(a) - this.ranks.cost(b));
    return Uint16Array.from(pairs.slice(0, DROPPED.pairs));
  }
}
