/**
 * Guessing pairs of bytes that left no trace: the decoder or the crawler dropped them from a shifted text. What stood
 * before and what comes behind a dropped pair (x y) is each half of a character.
 */
import type { Beam } from './beam.ts';
import type { DroppedPairs } from './dropped-pairs.ts';
import { Generation, LOST_LEAD, LOST_TRAIL } from './generation.ts';
import type { RepairRules } from './rules.ts';
import { Successors } from './successors.ts';
import { isInTable, type Survey } from './survey.ts';
import type { Swallowing } from './swallowing.ts';

/** What a dropped pair costs, in quarters of a nat. */
const DROPPED = 3;
/** Distance to the best up to which dropped pairs are guessed. */
const FAR = 20;

export class Insertions {
  private readonly beam: Beam;
  private readonly rules: RepairRules;
  private readonly document: Survey;
  private readonly swallowing: Swallowing;
  private readonly dropped: DroppedPairs;
  private successors: Successors | undefined;
  /** The hypothesis up to the dropped pair. */
  private readonly begun = new Generation();
  private byReading: Map<number, number[]> | undefined;

  constructor(text: string, document: Survey, rules: RepairRules, beam: Beam, swallowing: Swallowing) {
    this.beam = beam;
    this.rules = rules;
    this.document = document;
    this.swallowing = swallowing;
    this.dropped = /[\ue000-\ue765]/.test(text) ? rules.unassigned : rules.dropped;
  }

  /**
   * The pair stood between the pending byte and what begins with the byte `first`: pending·x, y·first, and `rest` is
   * left (0: nothing).
   */
  beforePair(i: number, first: number, rest: number): void {
    const { hand, next } = this.beam;
    const { unitOf } = this.rules.gbk;
    this.begin(i, first, (x) => {
      const pairs = this.dropped.between(x, first);
      for (let m = 0; m < pairs.length; m++) {
        const unit = unitOf[pairs[m]!]!;
        if (!hand.mayCost(unit, next.limit) || hand.costWith(unit) > next.limit) continue;
        hand.give(unit, LOST_LEAD);
        hand.leave(first, rest);
        hand.put(next);
        hand.take(this.begun, 0);
      }
    });
  }

  /** The pair stood before a torn gloss of a character of the table: pending·x, and y begins the character. */
  beforeGloss(i: number, reading: number): void {
    const units = this.tableByReading().get(reading);
    if (!units) return;
    const { hand, next } = this.beam;
    this.begin(i, -1, (x) => {
      for (const unit of units) {
        const pair = this.rules.gbk.pairOf[unit]!;
        if (!this.dropped.includes(x, pair >> 8)) continue;
        hand.take(this.begun, 0);
        hand.give(unit, LOST_LEAD | LOST_TRAIL);
        hand.pending = 0;
        hand.last = pair & 0xff;
        hand.put(next);
      }
    });
  }

  /** The pair stood before a lost trail: pending·x, and y is the lead whose trail was lost. */
  beforeLoss(i: number, behind: number): void {
    const { hand, next } = this.beam;
    const { swallowing } = this;
    this.begin(i, -1, (x) => {
      for (const pair of this.dropped.behind(x)) {
        const unit = this.rules.gbk.unitOf[pair]!;
        const extra = behind < 0 ? 0 : swallowing.costOf(unit, behind);
        if (!hand.mayCost(unit, next.limit - extra) || hand.costWith(unit) + extra > next.limit) continue;
        hand.inferred += behind < 0 ? 1 : 2;
        hand.give(unit, LOST_LEAD | LOST_TRAIL);
        if (behind >= 0) swallowing.swallow(hand, unit, behind);
        hand.pending = 0;
        hand.last = pair & 0xff;
        hand.put(next);
        hand.take(this.begun, 0);
      }
    });
  }

  /** Call `goOn` for every x; pending·x has been given then. `first` is the last byte of what follows, −1 for any. */
  private begin(i: number, first: number, goOn: (x: number) => void): void {
    const { hand, now, next } = this.beam;
    if (now.costOf(i) > now.best + FAR) return;
    const lead = now.pendingOf(i);
    const starts = this.dropped.starts(lead);
    hand.take(now, i);
    for (let k = 0; k < starts.length; k++) {
      const x = starts[k]!;
      const unit = this.rules.gbk.unitOf[(lead << 8) | x]!;
      if (!hand.mayCost(unit, next.limit - DROPPED)) continue;
      const cost = hand.costWith(unit);
      if (cost + DROPPED > next.limit || (first >= 0 && !this.canGoOn(unit, cost, first))) continue;
      this.give(unit);
      goOn(x);
      hand.take(now, i);
    }
  }

  /** Can a character with the last byte `first` follow on `unit` within the limit? */
  private canGoOn(unit: number, cost: number, first: number): boolean {
    if (cost + this.dropped.leastCost(first) <= this.beam.next.limit) return true;
    const c = this.rules.fold[unit]!;
    this.successors ??= Successors.of(this.rules);
    return this.successors.mayEndIn(c, first) || this.beam.hand.remembersAfter(c);
  }

  private give(unit: number): void {
    const { hand } = this.beam;
    hand.literal = 0;
    hand.inferred += 2;
    hand.pay(DROPPED);
    hand.give(unit, hand.lost | LOST_TRAIL);
    this.begun.clear();
    hand.put(this.begun);
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
}
