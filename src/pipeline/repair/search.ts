/**
 * The search for the bytes behind a damaged stretch: from a hole on, follow every way the text can have come about,
 * until all of them agree again.
 */
import { EURO } from './gbk.ts';
import { HALF_MARK, HALF_TORN, Trellis } from './generation.ts';
import { type Gloss, glossAt, glossedUnit, readingAt } from './gloss.ts';
import type { Hand } from './hand.ts';
import { isControl, markPair, skipControls } from './marks.ts';
import { readsAs } from './readings.ts';
import type { RepairRules } from './rules.ts';
import { hasStranger } from './strange.ts';
import type { Survey } from './survey.ts';
import { price, Ways } from './ways.ts';

const QUESTION = 0x3f;
/** The mark that a `?` of a folded page can be. */
const QUESTION_MARK = 0xa3bf;
const TILDE = 0x7f;
/** How far behind the best the second best must be, in phase 0, to end the search early. */
const DECIDED = 64;
const LONGEST = 4000;
/** Cost of a character, on average, from which on a result is not believed without looking for dropped pairs. */
const DOUBTFUL = 34;
/** Distance to the next best below which it is not believed either. */
const CLOSE = 8;

export interface Found {
  /** Offset behind the last unit read. */
  readonly end: number;
  /** What stood there, {@link SWALLOWED} where an ASCII character is not known. */
  readonly text: string;
  /** For each unit of `text`: which of its bytes were lost. */
  readonly lost: readonly number[];
  /** Was nothing changed? */
  readonly isLiteral: boolean;
  /** What it costs, in quarters of a nat. */
  readonly cost: number;
  /** How much better it is than the text as found, in quarters of a nat. */
  readonly gain: number;
  /** Bytes that were guessed. */
  readonly inferred: number;
  /** Distance to the best other text, in quarters of a nat. */
  readonly margin: number;
  readonly rival: string | undefined;
}

export class Search {
  private readonly rules: RepairRules;
  private readonly document: Survey;
  private readonly text: string;
  private readonly trellis = new Trellis();
  private readonly ways: Ways;
  private readonly hand: Hand;
  private context: readonly number[] = [];

  constructor(text: string, document: Survey, rules: RepairRules) {
    this.text = text;
    this.document = document;
    this.rules = rules;
    this.ways = new Ways(text, document, rules, this.trellis);
    this.hand = this.ways.hand;
  }

  /** Search from the offset `start` on; `context` are the last units before it. Undefined when no way leads on. */
  run(start: number, context: readonly number[]): Found | undefined {
    this.context = context;
    const quick = this.attempt(start, false);
    if (quick && !this.isDoubtful(quick)) return quick;
    const thorough = this.attempt(start, true);
    if (!thorough || (quick && quick.gain >= thorough.gain)) return quick ?? thorough;
    return thorough;
  }

  private isDoubtful(found: Found): boolean {
    if (found.isLiteral) return found.gain < 0;
    const isDear = found.cost > DOUBTFUL * found.text.length;
    return isDear || found.margin < CLOSE || hasStranger(found.text, this.rules);
  }

  private attempt(start: number, isThorough: boolean): Found | undefined {
    const { ways } = this;
    ways.isThorough = isThorough;
    this.begin();
    let at = start;
    while (at < this.text.length && at - start < LONGEST) {
      ways.next.clear();
      at = this.step(at);
      [ways.now, ways.next] = [ways.next, ways.now];
      ways.now.putBestFirst();
      if (ways.now.size === 0) return undefined;
      if (this.isDecided()) break;
    }
    return this.finish(start, at);
  }

  private begin(): void {
    const { hand, ways } = this;
    this.trellis.clear();
    ways.now.clear();
    hand.reset();
    for (const unit of this.context) {
      hand.hear(unit);
      hand.last = ways.lastByteOf(unit);
    }
    hand.s1 -= hand.s0; // costs count from here; sums stay small
    hand.s2 -= hand.s0;
    hand.s3 -= hand.s0;
    hand.s0 = 0;
    hand.put(ways.now);
  }

  private isDecided(): boolean {
    const { now } = this.ways;
    let best = 0;
    for (let i = 1; i < now.size; i++) if (now.costOf(i) < now.costOf(best)) best = i;
    if (now.pendingOf(best) !== 0) return false;
    for (let i = 0; i < now.size; i++) if (i !== best && now.costOf(i) < now.costOf(best) + DECIDED) return false;
    return true;
  }

  private finish(start: number, end: number): Found | undefined {
    const { hand, trellis } = this;
    const { now } = this.ways;
    let best = -1;
    for (let i = 0; i < now.size; i++) {
      if (now.pendingOf(i) === 0 && (best < 0 || now.costOf(i) < now.costOf(best))) best = i;
    }
    if (best < 0) return undefined;
    hand.take(now, best);
    for (let i = 0; i < now.size; i++) {
      if (i !== best) hand.remember(now.costOf(i) - hand.s0, now.nodeOf(i), hand.node);
    }
    const { s0, literal, inferred, margin, rival, fork } = hand;
    const text = trellis.read(hand.node);
    return {
      end,
      text,
      lost: trellis.readLost(hand.node),
      isLiteral: literal === 1,
      gain: this.costAsFound(start, end) - s0,
      cost: s0,
      inferred,
      margin: Math.max(0, Math.min(margin, 400)),
      rival: rival >= 0 ? trellis.read(rival) + text.slice(trellis.read(fork).length) : undefined,
    };
  }

  /** What the text from `start` to `end` costs as it stands, glosses left out. */
  private costAsFound(start: number, end: number): number {
    const { hand, text } = this;
    hand.reset();
    for (const unit of this.context) hand.hear(unit);
    const before = hand.s0;
    for (let at = start; at < end; at++) {
      const gloss = glossAt(text, at, this.rules.readings);
      if (!gloss) hand.hear(text.charCodeAt(at));
      else if (!this.isAligned(at, gloss)) hand.pay(price.literalGloss);
      if (gloss) at = gloss.end - 1;
    }
    return hand.s0 - before;
  }

  /** Read the token at `at` in every hypothesis; the offset behind it. */
  private step(at: number): number {
    const { text, rules } = this;
    const unit = text.charCodeAt(at);
    if (isControl(unit)) return this.carry(at + 1);
    if (unit === 0x28) {
      const gloss = glossAt(text, at, rules.readings);
      if (gloss && this.isAligned(at, gloss)) return this.carry(gloss.end);
      if (gloss) return this.readGloss(at, gloss);
    }
    if (unit === QUESTION) {
      const gloss = readingAt(text, at + 1, rules.readings);
      return gloss ? this.readTornGloss(at, gloss) : this.readQuestion(at);
    }
    return this.readUnit(at, unit);
  }

  private carry(to: number): number {
    const { hand } = this;
    const { now, next } = this.ways;
    for (let i = 0; i < now.size; i++) {
      hand.take(now, i);
      hand.put(next);
    }
    return to;
  }

  /** Does the gloss at `at` name the character before it as it can be seen? */
  private isAligned(at: number, { reading }: Gloss): boolean {
    const { gbk, readings } = this.rules;
    return readsAs(readings, glossedUnit(this.text, at, gbk, readings), reading) > 0;
  }

  /** A gloss of a character of which only the last byte can be seen: a hypothesis that gave the character goes on. */
  private readGloss(at: number, { end, reading }: Gloss): number {
    const { hand, rules, trellis, ways } = this;
    for (let i = 0; i < ways.now.size; i++) {
      const node = ways.now.nodeOf(i);
      if (node >= 0 && readsAs(rules.readings, trellis.unitOf(node), reading) > 0) {
        hand.take(ways.now, i);
        hand.put(ways.next);
      } else if (ways.now.pendingOf(i) === 0) ways.keepLiteral(i, at, end);
    }
    return end;
  }

  private readTornGloss(at: number, { end, reading }: Gloss): number {
    const { ways } = this;
    for (let i = 0; i < ways.now.size; i++) {
      if (ways.now.pendingOf(i) === 0) ways.keepLiteral(i, at, end);
      ways.fillTornGloss(i, reading);
    }
    return end;
  }

  /** `?`: itself, a lead torn off before a mark, or a trail lost together with what came behind it. */
  private readQuestion(at: number): number {
    const { ways, text, rules, document } = this;
    const follower = skipControls(text, at + 1);
    const markAt = (offset: number) => markPair(text.charCodeAt(offset), rules.gbk, document.isFolded);
    const mark = markAt(follower);
    const isTornTwice =
      text.charCodeAt(follower) === QUESTION && markAt(skipControls(text, follower + 1)) !== 0;
    const behind = mark !== 0 || follower > at + 1 ? -1 : at + 1;
    for (let i = 0; i < ways.now.size; i++) {
      const pending = ways.now.pendingOf(i);
      if (pending === HALF_TORN) ways.finishMark(i, 0);
      else if (pending === HALF_MARK) ways.finishMark(i, QUESTION_MARK & 0xff);
      else if (pending === 0) {
        ways.keep(i, QUESTION);
        if (mark !== 0) ways.tearLead(i, mark >> 8, HALF_MARK);
        if (document.isFolded) this.tearSilently(i, QUESTION_MARK);
        if (isTornTwice) ways.tearLead(i, 0xa1, HALF_TORN);
      } else {
        if (document.isFolded) ways.shift(i, QUESTION_MARK >> 8, QUESTION_MARK & 0xff);
        if (document.isFolded && document.tornMarks === 0) ways.loseTrailSilently(i, QUESTION);
        ways.loseTrail(i, behind);
      }
    }
    return at + 1;
  }

  /** A lead was torn off before this mark, and the `?` is gone too. */
  private tearSilently(i: number, mark: number): void {
    if (this.document.tornMarks > 0) return;
    if (mark >> 8 === 0xa3 && mark !== 0xa3ac) this.ways.tearLead(i, 0xa3, mark & 0xff, price.silent);
  }

  private readUnit(at: number, unit: number): number {
    const { ways, rules, document } = this;
    const mark = markPair(unit, rules.gbk, document.isFolded);
    for (let i = 0; i < ways.now.size; i++) {
      const pending = ways.now.pendingOf(i);
      if (pending === HALF_TORN) continue;
      if (pending === HALF_MARK) {
        if (mark !== 0) ways.finishMark(i, mark & 0xff);
      } else if (pending === 0) {
        ways.keep(i, unit);
        if (mark !== 0) this.tearSilently(i, mark);
      } else {
        this.readShifted(i, unit);
        if (mark !== 0 && document.tornMarks === 0) ways.loseTrailSilently(i, unit);
      }
    }
    return at + 1;
  }

  private readShifted(i: number, unit: number): void {
    const { ways, document } = this;
    const pair = this.rules.gbk.pairOf[unit]!;
    if (unit === EURO) {
      ways.shift(i, 0x80, 0);
      ways.insertDropped(i, 0x80, 0);
    } else if (unit >= 0x80) {
      if (pair === 0) return;
      ways.shift(i, pair >> 8, pair & 0xff);
      ways.insertDropped(i, pair >> 8, pair & 0xff);
    } else {
      if (unit >= 0x40) ways.shift(i, unit, 0);
      if (unit >= 0x40) ways.insertDropped(i, unit, 0);
      if (document.isFolded && unit > 0x20 && unit < TILDE) ways.shift(i, 0xa3, unit + 0x80);
    }
  }
}
