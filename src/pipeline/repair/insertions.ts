/**
 * Guessing pairs of bytes that left no trace: the decoder or the crawler dropped them from a shifted text. What stood
 * before and what comes behind a dropped pair (x y) is each half of a character.
 */
import { Beam } from './beam.ts';
import { COST, DROPPED } from './constants.ts';
import type { DroppedPairs } from './dropped-pairs.ts';
import type { SearchState } from './search-state.ts';
import { Successors } from './successors.ts';
import { isInTable } from './survey.ts';
import type { SwallowedCharacters } from './swallowed-characters.ts';
import { LOST_LEAD, LOST_TRAIL } from './trellis.ts';

/** Each insertion is tried on the hypothesis `i` of the current beam; what becomes of it goes to the next one. */
export class Insertions {
  private readonly state: SearchState;
  private readonly swallowed: SwallowedCharacters;
  private readonly dropped: DroppedPairs;
  private successors: Successors | undefined;
  /** The hypothesis up to the dropped pair. */
  private readonly begun = new Beam();
  private byReading: Map<number, number[]> | undefined;

  constructor(state: SearchState, swallowed: SwallowedCharacters) {
    this.state = state;
    this.swallowed = swallowed;
    const { unassigned, dropped } = state.rules;
    this.dropped = /[\ue000-\ue765]/.test(state.text) ? unassigned : dropped;
  }

  /**
   * The pair stood between the pending byte and what begins with the byte `first`: pending·x, y·first, and `rest` is
   * left (0: nothing).
   */
  beforePair(i: number, first: number, rest: number): void {
    const { hypothesis, next, rules } = this.state;
    const { unitOf } = rules.gbk;
    this.begin(i, first, (x) => {
      const pairs = this.dropped.between(x, first);
      for (let m = 0; m < pairs.length; m++) {
        const unit = unitOf[pairs[m]!]!;
        if (!hypothesis.fits(unit, next.limit)) continue;
        hypothesis.extend(unit, LOST_LEAD);
        hypothesis.extendByRest(first, rest);
        hypothesis.store(next);
        hypothesis.load(this.begun, 0);
      }
    });
  }

  /** The pair stood before a torn gloss of a character of the table: pending·x, and y begins the character. */
  beforeGloss(i: number, reading: number): void {
    const units = this.tableByReading().get(reading);
    if (!units) return;
    const { hypothesis, next, rules } = this.state;
    this.begin(i, -1, (x) => {
      for (const unit of units) {
        const pair = rules.gbk.pairOf[unit]!;
        if (!this.dropped.includes(x, pair >> 8)) continue;
        hypothesis.load(this.begun, 0);
        hypothesis.extend(unit, LOST_LEAD | LOST_TRAIL);
        hypothesis.endWith(pair & 0xff);
        hypothesis.store(next);
      }
    });
  }

  /** The pair stood before a lost trail: pending·x, and y is the lead whose trail was lost. */
  beforeLoss(i: number, behind: number): void {
    const { hypothesis, next, rules } = this.state;
    this.begin(i, -1, (x) => {
      for (const pair of this.dropped.behind(x)) {
        const unit = rules.gbk.unitOf[pair]!;
        const extra = behind < 0 ? 0 : this.swallowed.costOf(unit, behind);
        if (!hypothesis.fits(unit, next.limit - extra)) continue;
        hypothesis.inferred += behind < 0 ? 1 : 2;
        hypothesis.extend(unit, LOST_LEAD | LOST_TRAIL);
        if (behind >= 0) this.swallowed.extend(hypothesis, unit, behind);
        hypothesis.endWith(pair & 0xff);
        hypothesis.store(next);
        hypothesis.load(this.begun, 0);
      }
    });
  }

  /** Call `goOn` for every x, with the hypothesis extended by pending·x. `first` is the last byte of what follows, −1 for any. */
  private begin(i: number, first: number, goOn: (x: number) => void): void {
    const { hypothesis, current, next, rules } = this.state;
    if (current.costOf(i) > current.best + DROPPED.nearBest) return;
    const lead = current.pendingOf(i);
    const starts = this.dropped.starts(lead);
    hypothesis.load(current, i);
    for (let k = 0; k < starts.length; k++) {
      const x = starts[k]!;
      const unit = rules.gbk.unitOf[(lead << 8) | x]!;
      if (!hypothesis.mayStayWithin(unit, next.limit - COST.droppedPair)) continue;
      const cost = hypothesis.costAfter(unit);
      if (cost + COST.droppedPair > next.limit || (first >= 0 && !this.canGoOn(unit, cost, first))) continue;
      this.beginPair(unit);
      goOn(x);
      hypothesis.load(current, i);
    }
  }

  /** Can a character with the last byte `first` follow on `unit` within the limit? */
  private canGoOn(unit: number, cost: number, first: number): boolean {
    const { hypothesis, next, rules } = this.state;
    if (cost + this.dropped.leastCost(first) <= next.limit) return true;
    const c = rules.fold[unit]!;
    this.successors ??= Successors.of(rules);
    return this.successors.mayEndIn(c, first) || hypothesis.mayBeCachedAfter(c);
  }

  private beginPair(unit: number): void {
    const { hypothesis } = this.state;
    hypothesis.literal = 0;
    hypothesis.inferred += 2;
    hypothesis.addCost(COST.droppedPair);
    hypothesis.extend(unit, hypothesis.lost | LOST_TRAIL);
    this.begun.clear();
    hypothesis.store(this.begun);
  }

  /** The characters of the mirror's table by the number of their reading. */
  private tableByReading(): Map<number, number[]> {
    if (this.byReading) return this.byReading;
    const { document, rules } = this.state;
    this.byReading = new Map();
    for (const [unit, tally] of document.tallies) {
      if (!isInTable(unit, tally, rules)) continue;
      const units = this.byReading.get(tally.reading);
      if (units) units.push(unit);
      else this.byReading.set(tally.reading, [unit]);
    }
    return this.byReading;
  }
}
