/** Reading a damaged text token by token: what each can mean, and which transitions it leaves open. */
import { readsAs } from '../text/readings.ts';
import { HALF_MARK, HALF_TORN } from './beam.ts';
import { isControl, markPair, skipControls } from './channel.ts';
import { COST } from './constants.ts';
import { EURO } from './gbk.ts';
import { type Gloss, glossAt, glossedUnit, readingAt } from './gloss.ts';
import type { SearchState } from './search-state.ts';
import type { Transitions } from './transitions.ts';

const OPEN = 0x28;
const QUESTION = 0x3f;
/** The GBK pair of the mark that a `?` of a folded page can be. */
const QUESTION_MARK = 0xa3bf;
const TILDE = 0x7f;

/** Reads the text token by token; every hypothesis of the current beam goes through each of them. */
export class TokenReader {
  private readonly state: SearchState;
  private readonly transitions: Transitions;

  constructor(state: SearchState, transitions: Transitions) {
    this.state = state;
    this.transitions = transitions;
  }

  /** Read the token at `at` in every hypothesis; the offset behind it. */
  read(at: number): number {
    const { text, rules } = this.state;
    const unit = text.charCodeAt(at);
    if (isControl(unit)) return this.copyAll(at + 1);
    if (unit === OPEN) {
      const gloss = glossAt(text, at, rules.readings);
      if (gloss && this.isAligned(at, gloss)) return this.copyAll(gloss.end);
      if (gloss) return this.readGloss(at, gloss);
    }
    if (unit === QUESTION) {
      const gloss = readingAt(text, at + 1, rules.readings);
      return gloss ? this.readTornGloss(at, gloss) : this.readQuestion(at);
    }
    return this.readUnit(at, unit);
  }

  /** The token says nothing of the bytes: every hypothesis stays as it is. */
  private copyAll(to: number): number {
    const { current, next, hypothesis } = this.state;
    for (let i = 0; i < current.size; i++) {
      hypothesis.load(current, i);
      hypothesis.store(next);
    }
    return to;
  }

  /** Does the gloss at `at` name the character before it as it can be seen? */
  isAligned(at: number, { reading }: Gloss): boolean {
    const { text, rules } = this.state;
    return readsAs(rules.readings, glossedUnit(text, at, rules), reading) > 0;
  }

  /** A gloss of a character of which only the last byte can be seen: a hypothesis that gave the character goes on. */
  private readGloss(at: number, { end, reading }: Gloss): number {
    const { transitions } = this;
    const { current, next, hypothesis, rules, trellis } = this.state;
    for (let i = 0; i < current.size; i++) {
      const node = current.nodeOf(i);
      if (node >= 0 && readsAs(rules.readings, trellis.unitOf(node), reading) > 0) {
        hypothesis.load(current, i);
        hypothesis.store(next);
      } else if (current.pendingOf(i) === 0) transitions.keepGloss(i, at, end);
    }
    return end;
  }

  private readTornGloss(at: number, { end, reading }: Gloss): number {
    const { transitions } = this;
    const { current } = this.state;
    for (let i = 0; i < current.size; i++) {
      if (current.pendingOf(i) === 0) transitions.keepGloss(i, at, end);
      transitions.fillTornGloss(i, reading);
    }
    return end;
  }

  /** `?`: itself, a lead torn off before a mark, or a trail lost together with what came behind it. */
  private readQuestion(at: number): number {
    const { transitions } = this;
    const { current, text, rules, document } = this.state;
    const follower = skipControls(text, at + 1);
    const markAt = (offset: number) => markPair(text.charCodeAt(offset), rules.channel, document.isFolded);
    const mark = markAt(follower);
    const isTornTwice =
      text.charCodeAt(follower) === QUESTION && markAt(skipControls(text, follower + 1)) !== 0;
    const behind = mark !== 0 || follower > at + 1 ? -1 : at + 1;
    for (let i = 0; i < current.size; i++) {
      const pending = current.pendingOf(i);
      if (pending === HALF_TORN) transitions.finishMark(i, 0);
      else if (pending === HALF_MARK) transitions.finishMark(i, QUESTION_MARK & 0xff);
      else if (pending === 0) {
        transitions.keep(i, QUESTION);
        if (mark !== 0) transitions.tearLead(i, mark >> 8, HALF_MARK);
        if (document.isFolded) this.tearSilently(i, QUESTION_MARK);
        if (isTornTwice) transitions.tearLead(i, 0xa1, HALF_TORN);
      } else {
        if (document.isFolded) transitions.shift(i, QUESTION_MARK >> 8, QUESTION_MARK & 0xff);
        if (document.isFolded && document.tornMarks === 0) transitions.loseTrailSilently(i, QUESTION);
        transitions.loseTrail(i, behind);
      }
    }
    return at + 1;
  }

  /** A lead was torn off before this mark, and the `?` is gone too. */
  private tearSilently(i: number, mark: number): void {
    if (this.state.document.tornMarks > 0) return;
    if (mark >> 8 === 0xa3 && mark !== 0xa3ac)
      this.transitions.tearLead(i, 0xa3, mark & 0xff, COST.silentLoss);
  }

  private readUnit(at: number, unit: number): number {
    const { transitions } = this;
    const { current, rules, document } = this.state;
    const mark = markPair(unit, rules.channel, document.isFolded);
    for (let i = 0; i < current.size; i++) {
      const pending = current.pendingOf(i);
      if (pending === HALF_TORN) continue;
      if (pending === HALF_MARK) {
        if (mark !== 0) transitions.finishMark(i, mark & 0xff);
      } else if (pending === 0) {
        transitions.keep(i, unit);
        if (mark !== 0) this.tearSilently(i, mark);
      } else {
        this.readShifted(i, unit);
        if (mark !== 0 && document.tornMarks === 0) transitions.loseTrailSilently(i, unit);
      }
    }
    return at + 1;
  }

  private readShifted(i: number, unit: number): void {
    const { transitions } = this;
    const { document, rules } = this.state;
    const pair = rules.gbk.pairOf[unit] ?? 0;
    if (unit === EURO) {
      transitions.shift(i, 0x80, 0);
      transitions.insertDropped(i, 0x80, 0);
    } else if (unit >= 0x80) {
      if (pair === 0) return;
      transitions.shift(i, pair >> 8, pair & 0xff);
      transitions.insertDropped(i, pair >> 8, pair & 0xff);
    } else {
      if (unit >= 0x40) transitions.shift(i, unit, 0);
      if (unit >= 0x40) transitions.insertDropped(i, unit, 0);
      if (document.isFolded && unit > 0x20 && unit < TILDE) transitions.shift(i, 0xa3, unit + 0x80);
    }
  }
}
