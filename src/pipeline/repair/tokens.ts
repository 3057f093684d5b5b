/** Reading a damaged text token by token: what can each mean, and which ways does it leave open? */

import { readsAs } from '../text/readings.ts';
import type { Beam } from './beam.ts';
import { EURO } from './gbk.ts';
import { HALF_MARK, HALF_TORN, type Trellis } from './generation.ts';
import { type Gloss, glossAt, glossedUnit, readingAt } from './gloss.ts';
import { isControl, markPair, skipControls } from './marks.ts';
import type { RepairRules } from './rules.ts';
import type { Survey } from './survey.ts';
import { price, type Ways } from './ways.ts';

const QUESTION = 0x3f;
/** The mark that a `?` of a folded page can be. */
const QUESTION_MARK = 0xa3bf;
const TILDE = 0x7f;

export class Tokens {
  private readonly text: string;
  private readonly document: Survey;
  private readonly rules: RepairRules;
  private readonly beam: Beam;
  private readonly trellis: Trellis;
  private readonly ways: Ways;

  constructor(text: string, document: Survey, rules: RepairRules, trellis: Trellis, beam: Beam, ways: Ways) {
    this.text = text;
    this.document = document;
    this.rules = rules;
    this.beam = beam;
    this.trellis = trellis;
    this.ways = ways;
  }

  /** Read the token at `at` in every hypothesis; the offset behind it. */
  read(at: number): number {
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
    const { hand, now, next } = this.beam;
    for (let i = 0; i < now.size; i++) {
      hand.take(now, i);
      hand.put(next);
    }
    return to;
  }

  /** Does the gloss at `at` name the character before it as it can be seen? */
  isAligned(at: number, { reading }: Gloss): boolean {
    const { gbk, readings } = this.rules;
    return readsAs(readings, glossedUnit(this.text, at, gbk, readings), reading) > 0;
  }

  /** A gloss of a character of which only the last byte can be seen: a hypothesis that gave the character goes on. */
  private readGloss(at: number, { end, reading }: Gloss): number {
    const { beam, rules, trellis, ways } = this;
    for (let i = 0; i < beam.now.size; i++) {
      const node = beam.now.nodeOf(i);
      if (node >= 0 && readsAs(rules.readings, trellis.unitOf(node), reading) > 0) {
        beam.hand.take(beam.now, i);
        beam.hand.put(beam.next);
      } else if (beam.now.pendingOf(i) === 0) ways.keepLiteral(i, at, end);
    }
    return end;
  }

  private readTornGloss(at: number, { end, reading }: Gloss): number {
    const { beam, ways } = this;
    for (let i = 0; i < beam.now.size; i++) {
      if (beam.now.pendingOf(i) === 0) ways.keepLiteral(i, at, end);
      ways.fillTornGloss(i, reading);
    }
    return end;
  }

  /** `?`: itself, a lead torn off before a mark, or a trail lost together with what came behind it. */
  private readQuestion(at: number): number {
    const { beam, ways, text, rules, document } = this;
    const follower = skipControls(text, at + 1);
    const markAt = (offset: number) => markPair(text.charCodeAt(offset), rules.channel, document.isFolded);
    const mark = markAt(follower);
    const isTornTwice =
      text.charCodeAt(follower) === QUESTION && markAt(skipControls(text, follower + 1)) !== 0;
    const behind = mark !== 0 || follower > at + 1 ? -1 : at + 1;
    for (let i = 0; i < beam.now.size; i++) {
      const pending = beam.now.pendingOf(i);
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
    const { beam, ways, rules, document } = this;
    const mark = markPair(unit, rules.channel, document.isFolded);
    for (let i = 0; i < beam.now.size; i++) {
      const pending = beam.now.pendingOf(i);
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
