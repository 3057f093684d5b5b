/**
 * The transitions by which a hypothesis goes on from one token of the text to the next.
 *
 * Phase 0: character boundaries of the text are those of the original. Phase 1: a byte is pending; the pair (a b) gives
 * pending·a and leaves b. A `?` is a pair of bytes of which at least one is lost.
 */
import { readsAs } from '../text/readings.ts';
import { HALF_MARK, HALF_TORN } from './beam.ts';
import { COST, SEARCH } from './constants.ts';
import { isLead, isPrivate } from './gbk.ts';
import { lastByte } from './gloss.ts';
import { Insertions } from './insertions.ts';
import type { SearchState } from './search-state.ts';
import { isInTable } from './survey.ts';
import { SwallowedCharacters } from './swallowed-characters.ts';
import { LOST_LEAD, LOST_TRAIL } from './trellis.ts';

/** Each transition is tried on the hypothesis `i` of the current beam; what becomes of it goes to the next one. */
export class Transitions {
  /** Are dropped pairs guessed? */
  isThorough = false;
  private readonly state: SearchState;
  private readonly swallowed: SwallowedCharacters;
  private readonly insertions: Insertions;

  constructor(state: SearchState) {
    const { text, document, rules } = state;
    this.state = state;
    this.swallowed = new SwallowedCharacters(text, document.isFolded, rules.channel);
    this.insertions = new Insertions(state, this.swallowed);
  }

  /** The last byte of `unit` in the stream; ASCII punctuation of a folded page was full-width. */
  lastByteOf(unit: number): number {
    const { document, rules } = this.state;
    if (document.isFolded && unit > 0x20 && unit < 0x7f) return unit + 0x80;
    return lastByte(unit, rules.gbk);
  }

  /** Phase 0: the unit as it stands. */
  keep(i: number, unit: number): void {
    const { current, next, hypothesis } = this.state;
    hypothesis.load(current, i);
    hypothesis.extend(unit);
    hypothesis.last = this.lastByteOf(unit);
    hypothesis.store(next);
  }

  /** The text from `start` to `end` as it stands, a gloss that is no gloss. */
  keepGloss(i: number, start: number, end: number): void {
    const { current, next, hypothesis, text } = this.state;
    hypothesis.load(current, i);
    for (let k = start; k < end; k++) hypothesis.extend(text.charCodeAt(k));
    hypothesis.addCost(COST.glossKept);
    hypothesis.last = 0;
    hypothesis.store(next);
  }

  /** Phase 1: pending·a, and `rest` is left (0: nothing). */
  shift(i: number, a: number, rest: number): void {
    const { current, next, hypothesis, rules } = this.state;
    const unit = rules.gbk.unitOf[(current.pendingOf(i) << 8) | a]!;
    if (unit === 0 || isPrivate(unit)) return;
    hypothesis.load(current, i);
    hypothesis.literal = 0;
    hypothesis.extend(unit, hypothesis.lost);
    hypothesis.extendByRest(a, rest);
    hypothesis.store(next);
  }

  /** The mark whose first byte was used already leaves its second. */
  finishMark(i: number, second: number): void {
    const { current, next, hypothesis } = this.state;
    hypothesis.load(current, i);
    hypothesis.endWith(second, second);
    hypothesis.store(next);
  }

  /** A gloss inside a character: its lead is the last byte of the stream, its trail was swallowed with the `(`. */
  fillTornGloss(i: number, reading: number): void {
    const { current, next, hypothesis, rules } = this.state;
    const pending = current.pendingOf(i);
    if (pending === HALF_MARK || pending === HALF_TORN) return;
    if (pending !== 0 && this.isThorough) this.insertions.beforeGloss(i, reading);
    const lead = pending !== 0 ? pending : current.lastOf(i);
    if (!isLead(lead)) return;
    for (const trail of rules.trailsOf[lead]!) {
      const unit = rules.gbk.unitOf[(lead << 8) | trail]!;
      const fit = readsAs(rules.readings, unit, reading);
      if (fit === 0 || (pending === 0 && !isLead(trail))) continue;
      hypothesis.load(current, i);
      hypothesis.literal = 0;
      hypothesis.addCost(this.costOfReading(unit, reading, fit));
      hypothesis.last = trail;
      if (pending !== 0) hypothesis.extend(unit, hypothesis.lost | LOST_TRAIL);
      else hypothesis.lost = LOST_LEAD;
      hypothesis.pending = pending !== 0 ? 0 : trail;
      hypothesis.store(next);
    }
  }

  private costOfReading(unit: number, reading: number, fit: 0 | 1 | 2): number {
    const { document, rules } = this.state;
    const tally = document.tallies.get(unit);
    if (tally && tally.reading === reading && isInTable(unit, tally, rules)) return 0;
    const script = rules.fold[unit] === unit ? COST.sharedForm : 0;
    return COST.outsideTable + script + (fit === 1 ? COST.minorReading : 0);
  }

  /**
   * A lead was torn off by a control byte; its trail is the first byte of what comes next. What is pending then is
   * `pending`. Called for every hypothesis at every `?`, so it takes numbers and no object.
   */
  tearLead(i: number, trail: number, pending: number, extra = 0): void {
    const { current, next, hypothesis, rules } = this.state;
    hypothesis.load(current, i);
    for (const lead of rules.leadsOf[trail]!) {
      const unit = rules.gbk.unitOf[(lead << 8) | trail]!;
      if (!hypothesis.fits(unit, next.limit - extra)) continue;
      hypothesis.literal = 0;
      hypothesis.inferred++;
      hypothesis.addCost(extra);
      hypothesis.extend(unit, LOST_LEAD);
      hypothesis.endWith(pending, pending);
      hypothesis.store(next);
      hypothesis.load(current, i);
    }
  }

  /**
   * The trail of the pending byte was lost: with a control byte (`behind` −1), or with an ASCII character, where
   * `behind` is the offset of what comes next.
   */
  loseTrail(i: number, behind: number): void {
    const { current } = this.state;
    const isNear = current.costOf(i) <= current.best + SEARCH.nearBest;
    this.guessTrail(i, behind, isNear ? SEARCH.trailsNearBest : SEARCH.trailsElsewhere);
    if (this.isThorough && isNear) this.insertions.beforeLoss(i, behind);
  }

  /** The `most` likeliest trails are tried. */
  private guessTrail(i: number, behind: number, most: number): void {
    const { current, next, hypothesis, rules } = this.state;
    const lead = current.pendingOf(i);
    const trails = rules.trailsOf[lead]!;
    hypothesis.load(current, i);
    for (let k = 0; k < trails.length && k < most; k++) {
      const unit = rules.gbk.unitOf[(lead << 8) | trails[k]!]!;
      if (!hypothesis.mayStayWithin(unit, next.limit)) continue;
      const cost = hypothesis.costAfter(unit);
      if (cost > next.limit) continue;
      if (behind >= 0 && cost + this.swallowed.costOf(unit, behind) > next.limit) continue;
      hypothesis.literal = 0;
      hypothesis.inferred += behind < 0 ? 1 : 2;
      hypothesis.extend(unit, hypothesis.lost | LOST_TRAIL);
      if (behind >= 0) this.swallowed.extend(hypothesis, unit, behind);
      hypothesis.endWith(trails[k]!);
      hypothesis.store(next);
      hypothesis.load(current, i);
    }
  }

  /** Between the pending byte and what begins with the byte `first`, a pair was dropped. */
  insertDropped(i: number, first: number, rest: number): void {
    if (this.isThorough) this.insertions.beforePair(i, first, rest);
  }

  /** The trail of the pending byte was lost before the mark `unit`, and the `?` is gone too. */
  loseTrailSilently(i: number, unit: number): void {
    const { current, next, hypothesis, rules } = this.state;
    const lead = current.pendingOf(i);
    hypothesis.load(current, i);
    for (const trail of rules.trailsOf[lead]!) {
      const lost = rules.gbk.unitOf[(lead << 8) | trail]!;
      if (!hypothesis.fits(lost, next.limit - COST.silentLoss)) continue;
      hypothesis.literal = 0;
      hypothesis.inferred++;
      hypothesis.addCost(COST.silentLoss);
      hypothesis.extend(lost, hypothesis.lost | LOST_TRAIL);
      hypothesis.extend(unit);
      hypothesis.endWith(this.lastByteOf(unit));
      hypothesis.store(next);
      hypothesis.load(current, i);
    }
  }
}
