/**
 * The ways a hypothesis can go on from one token of the text to the next.
 *
 * Phase 0: character boundaries of the text are those of the original. Phase 1: a byte is pending; the pair (a b) gives
 * pending·a and leaves b. A `?` is a pair of bytes of which at least one is lost.
 */

import { readsAs } from '../text/readings.ts';
import type { Beam } from './beam.ts';
import { isLead, isPrivate } from './gbk.ts';
import { HALF_MARK, HALF_TORN, LOST_LEAD, LOST_TRAIL } from './generation.ts';
import { lastByte } from './gloss.ts';
import { Insertions } from './insertions.ts';
import type { RepairRules } from './rules.ts';
import { isInTable, type Survey } from './survey.ts';
import { Swallowing } from './swallowing.ts';

/** Distance to the best up to which many trails are tried for a lost one, and dropped pairs beside it. */
const NEAR = 12;
/** How many trails are tried near the best, and elsewhere. */
const MANY = 190;
const SOME = 20;

/** Prices of what is unlikely, in quarters of a nat. */
export const price = {
  literalGloss: 80,
  outsideTable: 8,
  notTraditional: 28,
  minorReading: 6,
  silent: 20,
} as const;

export class Ways {
  /** Are dropped pairs guessed? */
  isThorough = false;
  private readonly text: string;
  private readonly document: Survey;
  private readonly rules: RepairRules;
  private readonly beam: Beam;
  private readonly swallowing: Swallowing;
  private readonly insertions: Insertions;

  constructor(text: string, document: Survey, rules: RepairRules, beam: Beam) {
    this.text = text;
    this.document = document;
    this.rules = rules;
    this.beam = beam;
    this.swallowing = new Swallowing(text, document.isFolded, rules.channel);
    this.insertions = new Insertions(text, document, rules, beam, this.swallowing);
  }

  /** The last byte of `unit` in the stream; ASCII punctuation of a folded page was full-width. */
  lastByteOf(unit: number): number {
    if (this.document.isFolded && unit > 0x20 && unit < 0x7f) return unit + 0x80;
    return lastByte(unit, this.rules.gbk);
  }

  /** Phase 0: the unit as it stands. */
  keep(i: number, unit: number): void {
    const { now, next, hand } = this.beam;
    hand.take(now, i);
    hand.give(unit);
    hand.last = this.lastByteOf(unit);
    hand.put(next);
  }

  /** The text from `start` to `end` as it stands, at a price. */
  keepLiteral(i: number, start: number, end: number): void {
    const { now, next, hand } = this.beam;
    hand.take(now, i);
    for (let k = start; k < end; k++) hand.give(this.text.charCodeAt(k));
    hand.pay(price.literalGloss);
    hand.last = 0;
    hand.put(next);
  }

  /** Phase 1: pending·a, and `rest` is left (0: nothing). */
  shift(i: number, a: number, rest: number): void {
    const { rules } = this;
    const { now, next, hand } = this.beam;
    const unit = rules.gbk.unitOf[(now.pendingOf(i) << 8) | a]!;
    if (unit === 0 || isPrivate(unit)) return;
    hand.take(now, i);
    hand.literal = 0;
    hand.give(unit, hand.lost);
    hand.leave(a, rest);
    hand.put(next);
  }

  /** The mark whose first byte was used already leaves its second. */
  finishMark(i: number, second: number): void {
    const { now, next, hand } = this.beam;
    hand.take(now, i);
    hand.pending = second;
    hand.last = second;
    hand.put(next);
  }

  /** A gloss inside a character: its lead is the last byte of the stream, its trail was swallowed with the `(`. */
  fillTornGloss(i: number, reading: number): void {
    const { rules } = this;
    const { now, next, hand } = this.beam;
    const pending = now.pendingOf(i);
    if (pending === HALF_MARK || pending === HALF_TORN) return;
    if (pending !== 0 && this.isThorough) this.insertions.beforeGloss(i, reading);
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
    const { rules } = this;
    const { now, next, hand } = this.beam;
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
    const isNear = this.beam.now.costOf(i) <= this.beam.now.best + NEAR;
    this.guessTrail(i, behind, isNear ? MANY : SOME);
    if (this.isThorough && isNear) this.insertions.beforeLoss(i, behind);
  }

  /** The `most` likeliest trails are tried. */
  private guessTrail(i: number, behind: number, most: number): void {
    const { rules, swallowing } = this;
    const { now, next, hand } = this.beam;
    const lead = now.pendingOf(i);
    const trails = rules.trailsOf[lead]!;
    hand.take(now, i);
    for (let k = 0; k < trails.length && k < most; k++) {
      const unit = rules.gbk.unitOf[(lead << 8) | trails[k]!]!;
      if (!hand.mayCost(unit, next.limit)) continue;
      const cost = hand.costWith(unit);
      if (cost > next.limit) continue;
      if (behind >= 0 && cost + swallowing.costOf(unit, behind) > next.limit) continue;
      hand.literal = 0;
      hand.inferred += behind < 0 ? 1 : 2;
      hand.give(unit, hand.lost | LOST_TRAIL);
      if (behind >= 0) swallowing.swallow(hand, unit, behind);
      [hand.pending, hand.last] = [0, trails[k]!];
      hand.put(next);
      hand.take(now, i);
    }
  }

  /** Between the pending byte and what begins with the byte `first`, a pair was dropped. */
  insertDropped(i: number, first: number, rest: number): void {
    if (this.isThorough) this.insertions.beforePair(i, first, rest);
  }

  /** The trail of the pending byte was lost before the mark `unit`, and the `?` is gone too. */
  loseTrailSilently(i: number, unit: number): void {
    const { rules } = this;
    const { now, next, hand } = this.beam;
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
}
