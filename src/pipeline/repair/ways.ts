/**
 * The ways a hypothesis can go on from one token of the text to the next.
 *
 * Phase 0: character boundaries of the text are those of the original. Phase 1: a byte is pending; the pair (a b) gives
 * pending·a and leaves b. A `?` is a pair of bytes of which at least one is lost.
 */
import type { DroppedPairs } from './dropped-pairs.ts';
import { EURO, isLead, isPrivate } from './gbk.ts';
import { Generation, HALF_MARK, HALF_TORN, LOST_LEAD, LOST_TRAIL, type Trellis } from './generation.ts';
import { lastByte } from './gloss.ts';
import { Hand } from './hand.ts';
import { memorize } from './memory.ts';
import { readsAs } from './readings.ts';
import type { RepairRules } from './rules.ts';
import { isInTable, type Survey } from './survey.ts';
import { isTagRest, SWALLOWED_TAG, Swallowed } from './swallowed.ts';

const COLON = 0xff1a;
/** Added to the cost of Simplified characters where a mirror has converted them all. */
const UNCONVERTED = 24;
/** Distance to the best up to which many trails are tried for a lost one, and up to which dropped pairs are guessed. */
const NEAR = 12;
const FAR = 20;
/** How many trails are tried near the best, and elsewhere. */
const MANY = 190;
const SOME = 20;

/** Prices of what is unlikely, in quarters of a nat. */
export const price = {
  literalGloss: 80,
  outsideTable: 8,
  notTraditional: 28,
  minorReading: 6,
  dropped: 3,
  silent: 26,
  /** Less, not more: what a tag sets off is mostly announced. */
  colonBeforeTag: -10,
} as const;

export class Ways {
  now = new Generation();
  next = new Generation();
  /** Are dropped pairs guessed? */
  isThorough = false;
  readonly hand: Hand;
  private readonly text: string;
  private readonly document: Survey;
  private readonly rules: RepairRules;
  private readonly dropped: DroppedPairs;
  private readonly spare = new Generation();
  private swallowed: Swallowed | undefined;
  private byReading: Map<number, number[]> | undefined;

  constructor(text: string, document: Survey, rules: RepairRules, trellis: Trellis) {
    this.text = text;
    this.document = document;
    this.rules = rules;
    const isConverted = document.traditionalOnly > 4 * document.simplifiedOnly;
    this.hand = new Hand(rules, trellis, memorize(text, rules.fold), isConverted ? UNCONVERTED : 0);
    this.dropped = /[\ue000-\ue765]/.test(text) ? rules.unassigned : rules.dropped;
  }

  /** The last byte of `unit` in the stream; ASCII punctuation of a folded page was full-width. */
  lastByteOf(unit: number): number {
    if (this.document.isFolded && unit > 0x20 && unit < 0x7f) return unit + 0x80;
    return lastByte(unit, this.rules.gbk);
  }

  /** Phase 0: the unit as it stands. */
  keep(i: number, unit: number): void {
    const { now, next, hand } = this;
    hand.take(now, i);
    hand.give(unit);
    hand.last = this.lastByteOf(unit);
    hand.put(next);
  }

  /** The text from `start` to `end` as it stands, at a price. */
  keepLiteral(i: number, start: number, end: number): void {
    const { now, next, hand, text } = this;
    hand.take(now, i);
    for (let k = start; k < end; k++) hand.give(text.charCodeAt(k));
    hand.pay(price.literalGloss);
    hand.last = 0;
    hand.put(next);
  }

  /** Phase 1: pending·a, and `rest` is left (0: nothing). */
  shift(i: number, a: number, rest: number): void {
    const { now, next, hand, rules } = this;
    const unit = rules.gbk.unitOf[(now.pendingOf(i) << 8) | a]!;
    if (unit === 0 || isPrivate(unit)) return;
    hand.take(now, i);
    hand.literal = 0;
    hand.give(unit, hand.lost);
    this.leave(a, rest);
    hand.put(next);
  }

  /** `rest` is left pending when it is a lead, and given when it is ASCII; 0: nothing is left. */
  private leave(last: number, rest: number): void {
    const { hand } = this;
    hand.last = rest === 0 ? last : rest;
    hand.pending = isLead(rest) ? rest : 0;
    if (rest > 0 && rest < 0x80) hand.give(rest);
    else if (rest === 0x80) hand.give(EURO);
  }

  /** The mark whose first byte was used already leaves its second. */
  finishMark(i: number, second: number): void {
    const { now, next, hand } = this;
    hand.take(now, i);
    hand.pending = second;
    hand.last = second;
    hand.put(next);
  }

  /** A gloss inside a character: its lead is the last byte of the stream, its trail was swallowed with the `(`. */
  fillTornGloss(i: number, reading: number): void {
    const { now, next, hand, rules } = this;
    const pending = now.pendingOf(i);
    if (pending === HALF_MARK || pending === HALF_TORN) return;
    if (pending !== 0) this.insertDroppedBeforeGloss(i, reading);
    const lead = pending !== 0 ? pending : now.lastOf(i);
    if (!isLead(lead)) return;
    for (const trail of rules.trailsOf[lead]!) {
      const unit = rules.gbk.unitOf[(lead << 8) | trail]!;
      const fit = readsAs(rules.readings, unit, reading);
      if (fit === 0 || (pending === 0 && !isLead(trail))) continue;
      hand.take(now, i);
      hand.literal = 0;
      hand.pay(this.priceOf(unit, reading, fit));
      hand.last = trail;
      if (pending !== 0) hand.give(unit, hand.lost | LOST_TRAIL);
      else hand.lost = LOST_LEAD;
      hand.pending = pending !== 0 ? 0 : trail;
      hand.put(next);
    }
  }

  private priceOf(unit: number, reading: number, fit: 0 | 1 | 2): number {
    const tally = this.document.tallies.get(unit);
    if (tally && tally.reading === reading && isInTable(unit, tally, this.rules)) return 0;
    const script = this.rules.fold[unit] === unit ? price.notTraditional : 0;
    return price.outsideTable + script + (fit === 1 ? price.minorReading : 0);
  }

  /** A lead was torn off by a control byte; its trail is the first byte of what comes next. */
  tearLead(i: number, trail: number, state: number, extra = 0): void {
    const { now, next, hand, rules } = this;
    hand.take(now, i);
    for (const lead of rules.leadsOf[trail]!) {
      const unit = rules.gbk.unitOf[(lead << 8) | trail]!;
      if (!hand.mayCost(unit, next.limit - extra) || hand.costWith(unit) + extra > next.limit) continue;
      hand.literal = 0;
      hand.inferred++;
      hand.pay(extra);
      hand.give(unit, LOST_LEAD);
      hand.pending = state;
      hand.last = state;
      hand.put(next);
      hand.take(now, i);
    }
  }

  /**
   * The trail of the pending byte was lost: with a control byte (`behind` −1), or with an ASCII character, where
   * `behind` is the offset of what comes next.
   */
  loseTrail(i: number, behind: number): void {
    const isNear = this.now.costOf(i) <= this.now.best + NEAR;
    this.guessTrail(i, behind, isNear ? MANY : SOME);
    if (this.isThorough && isNear) this.insertDroppedBeforeLoss(i, behind);
  }

  /** The `most` likeliest trails are tried. */
  private guessTrail(i: number, behind: number, most: number): void {
    const { now, next, hand, rules } = this;
    const lead = now.pendingOf(i);
    const trails = rules.trailsOf[lead]!;
    hand.take(now, i);
    for (let k = 0; k < trails.length && k < most; k++) {
      const unit = rules.gbk.unitOf[(lead << 8) | trails[k]!]!;
      if (!hand.mayCost(unit, next.limit)) continue;
      const cost = hand.costWith(unit);
      if (cost > next.limit) continue;
      if (behind >= 0 && cost + this.costOfSwallowed(unit, behind) > next.limit) continue;
      hand.literal = 0;
      hand.inferred += behind < 0 ? 1 : 2;
      hand.give(unit, hand.lost | LOST_TRAIL);
      if (behind >= 0) this.swallow(unit, behind);
      [hand.pending, hand.last] = [0, trails[k]!];
      hand.put(next);
      hand.take(now, i);
    }
  }

  private knownSwallowed(): Swallowed {
    this.swallowed ??= new Swallowed(this.text, this.document.isFolded);
    return this.swallowed;
  }

  private costOfSwallowed(before: number, behind: number): number {
    if (isTagRest(this.text, behind)) return before === COLON ? price.colonBeforeTag : 0;
    return this.knownSwallowed().cost(before, this.text.charCodeAt(behind));
  }

  /** An ASCII character behind `before` was swallowed, at what is now the offset `behind`. */
  private swallow(before: number, behind: number): void {
    const { hand, text } = this;
    const isTag = isTagRest(text, behind);
    hand.give(isTag ? SWALLOWED_TAG : this.knownSwallowed().guess(before, text.charCodeAt(behind)));
    hand.s0 = hand.s1 + this.costOfSwallowed(before, behind);
  }

  /** The trail of the pending byte was lost before the mark `unit`, and the `?` is gone too. */
  loseTrailSilently(i: number, unit: number): void {
    const { now, next, hand, rules } = this;
    const lead = now.pendingOf(i);
    hand.take(now, i);
    for (const trail of rules.trailsOf[lead]!) {
      const lost = rules.gbk.unitOf[(lead << 8) | trail]!;
      if (!hand.mayCost(lost, next.limit - price.silent)) continue;
      if (hand.costWith(lost) + price.silent > next.limit) continue;
      hand.literal = 0;
      hand.inferred++;
      hand.pay(price.silent);
      hand.give(lost, hand.lost | LOST_TRAIL);
      hand.give(unit);
      [hand.pending, hand.last] = [0, this.lastByteOf(unit)];
      hand.put(next);
      hand.take(now, i);
    }
  }

  /**
   * Between the pending byte and what begins with the byte `first` stood a pair (x y) that the decoder or the crawler
   * dropped: pending·x, y·first, and `rest` is left (0: nothing).
   */
  insertDropped(i: number, first: number, rest: number): void {
    if (!this.isThorough) return;
    const { next, hand, rules, spare, dropped } = this;
    const starts = dropped.starts(this.now.pendingOf(i));
    for (let k = 0; k < starts.length; k++) {
      if (!this.startDropped(i, starts[k]!)) continue;
      const pairs = dropped.between(starts[k]!, first);
      hand.take(spare, 0);
      for (let m = 0; m < pairs.length; m++) {
        const unit = rules.gbk.unitOf[pairs[m]!]!;
        if (!hand.mayCost(unit, next.limit) || hand.costWith(unit) > next.limit) continue;
        hand.give(unit, LOST_LEAD);
        this.leave(first, rest);
        hand.put(next);
        hand.take(spare, 0);
      }
    }
  }

  /** Before a torn gloss of a character of the table, a pair (x y) was dropped: pending·x, and y begins the character. */
  private insertDroppedBeforeGloss(i: number, reading: number): void {
    if (!this.isThorough) return;
    const units = this.tableByReading().get(reading);
    if (!units) return;
    const { next, hand, rules, spare, dropped } = this;
    for (const x of dropped.starts(this.now.pendingOf(i))) {
      if (!this.startDropped(i, x)) continue;
      for (const unit of units) {
        const pair = rules.gbk.pairOf[unit]!;
        if (!dropped.includes(x, pair >> 8)) continue;
        hand.take(spare, 0);
        hand.give(unit, LOST_LEAD | LOST_TRAIL);
        [hand.pending, hand.last] = [0, pair & 0xff];
        hand.put(next);
      }
    }
  }

  /** The characters of the mirror's table by the number of their reading. */
  private tableByReading(): Map<number, number[]> {
    if (this.byReading) return this.byReading;
    this.byReading = new Map();
    for (const [unit, tally] of this.document.tallies) {
      if (!isInTable(unit, tally, this.rules)) continue;
      const units = this.byReading.get(tally.reading);
      if (units) units.push(unit);
      else this.byReading.set(tally.reading, [unit]);
    }
    return this.byReading;
  }

  /** Before a lost trail, a pair (x y) was dropped: pending·x, and y is the lead whose trail was lost. */
  private insertDroppedBeforeLoss(i: number, behind: number): void {
    const { next, hand, rules, spare } = this;
    for (const x of this.dropped.starts(this.now.pendingOf(i))) {
      if (!this.startDropped(i, x)) continue;
      hand.take(spare, 0);
      for (const pair of this.dropped.behind(x)) {
        const unit = rules.gbk.unitOf[pair]!;
        const extra = behind < 0 ? 0 : this.costOfSwallowed(unit, behind);
        if (!hand.mayCost(unit, next.limit - extra) || hand.costWith(unit) + extra > next.limit) continue;
        hand.inferred += behind < 0 ? 1 : 2;
        hand.give(unit, LOST_LEAD | LOST_TRAIL);
        if (behind >= 0) this.swallow(unit, behind);
        [hand.pending, hand.last] = [0, pair & 0xff];
        hand.put(next);
        hand.take(spare, 0);
      }
    }
  }

  /** A pair that begins with `x` was dropped behind pending·x: the hypothesis so far is in `spare`, if it may live. */
  private startDropped(i: number, x: number): boolean {
    const { now, next, hand, rules, spare } = this;
    if (now.costOf(i) > now.best + FAR) return false;
    hand.take(now, i);
    const unit = rules.gbk.unitOf[(now.pendingOf(i) << 8) | x]!;
    if (!hand.mayCost(unit, next.limit - price.dropped)) return false;
    if (hand.costWith(unit) + price.dropped > next.limit) return false;
    hand.literal = 0;
    hand.inferred += 2;
    hand.pay(price.dropped);
    hand.give(unit, hand.lost | LOST_TRAIL);
    spare.clear();
    hand.put(spare);
    return true;
  }
}
