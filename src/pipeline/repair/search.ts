/**
 * The search for the bytes behind a damaged stretch: from a hole on, follow every way the text can have come about,
 * until all of them agree again.
 *
 * Phase 0: character boundaries of the text are those of the original. Phase 1: a byte is pending; the pair (a b) gives
 * pending·a and leaves b. A `?` is a byte pair of which at least one byte is lost.
 */
import { EURO, isLead, isPrivate } from './gbk.ts';
import { type Gloss, glossAt, glossedUnit, lastByte, readingAt } from './gloss.ts';
import { Generation, HALF_MARK, HALF_TORN, Hand, Trellis } from './hypotheses.ts';
import { isControl, markPair, skipControls } from './marks.ts';
import { memorize } from './memory.ts';
import { readsAs } from './readings.ts';
import type { RepairRules } from './rules.ts';
import { isInTable, type Survey } from './survey.ts';
import { isTagRest, SWALLOWED_TAG, Swallowed } from './swallowed.ts';

const QUESTION = 0x3f;
const COLON = 0xff1a;
/** How far behind the best the second best must be, in phase 0, to end the search early. */
const DECIDED = 64;
const LONGEST = 4000;
/** How many trails are tried for a lost one; fewer where a dropped pair is guessed as well. */
const MANY = 190;
const FEW = 6;
/** Cost of a character up to which a dropped pair is guessed beside it; distance to the best up to which one is. */
const LIKELY = 44;
const NEAR = 24;

/** Prices of what is unlikely, in quarters of a nat. */
const price = {
  literalGloss: 80,
  outsideTable: 8,
  notTraditional: 28,
  minorReading: 6,
  dropped: 3,
  silent: 26,
  /** Less, not more: what a tag sets off is mostly announced. */
  colonBeforeTag: 10,
} as const;

export interface Found {
  /** Offset behind the last unit read. */
  readonly end: number;
  /** What stood there, {@link SWALLOWED} where an ASCII character is not known. */
  readonly text: string;
  /** Was nothing changed? */
  readonly isLiteral: boolean;
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
  private readonly hand: Hand;
  private now = new Generation();
  private next = new Generation();
  private readonly spare = new Generation();
  private swallowed: Swallowed | undefined;
  private context: readonly number[] = [];
  /** By pair: 1 where a decoder drops it. */
  private readonly dropped: Uint8Array;

  constructor(text: string, document: Survey, rules: RepairRules) {
    this.text = text;
    this.document = document;
    this.rules = rules;
    const isConverted = document.traditionalOnly > 4 * document.simplifiedOnly;
    this.hand = new Hand(rules, this.trellis, memorize(text, rules.fold), isConverted ? 24 : 0);
    this.dropped = droppedPairs(rules, /[\ue000-\ue765]/.test(text));
  }

  /** Search from the offset `start` on; `context` are the last units before it. Undefined when no way leads on. */
  run(start: number, context: readonly number[]): Found | undefined {
    this.context = context;
    this.begin();
    let at = start;
    while (at < this.text.length && at - start < LONGEST) {
      this.next.clear();
      at = this.step(at);
      [this.now, this.next] = [this.next, this.now];
      if (this.now.size === 0) return undefined;
      if (this.isDecided()) break;
    }
    return this.finish(start, at);
  }

  private begin(): void {
    const { hand, now } = this;
    this.trellis.clear();
    now.clear();
    hand.reset();
    for (const unit of this.context) {
      hand.hear(unit);
      hand.last = this.lastByteOf(unit);
    }
    hand.put(now);
  }

  /** The last byte of `unit` in the stream; ASCII punctuation of a folded page was full-width. */
  private lastByteOf(unit: number): number {
    if (this.document.isFolded && unit > 0x20 && unit < 0x7f) return unit + 0x80;
    return lastByte(unit, this.rules.gbk);
  }

  private isDecided(): boolean {
    const { now } = this;
    let best = 0;
    for (let i = 1; i < now.size; i++) if (now.s0[i]! < now.s0[best]!) best = i;
    if (now.pending[best] !== 0) return false;
    for (let i = 0; i < now.size; i++) if (i !== best && now.s0[i]! < now.s0[best]! + DECIDED) return false;
    return true;
  }

  private finish(start: number, end: number): Found | undefined {
    const { now, trellis } = this;
    let best = -1;
    for (let i = 0; i < now.size; i++) {
      if (now.pending[i] === 0 && (best < 0 || now.s0[i]! < now.s0[best]!)) best = i;
    }
    if (best < 0) return undefined;
    let margin = now.margin[best]!;
    let rival = now.rival[best]!;
    let fork = now.fork[best]!;
    for (let i = 0; i < now.size; i++) {
      if (i === best || now.s0[i]! - now.s0[best]! >= margin) continue;
      margin = Math.max(0, now.s0[i]! - now.s0[best]!);
      rival = now.node[i]!;
      fork = now.node[best]!;
    }
    const text = trellis.read(now.node[best]!);
    return {
      end,
      text,
      isLiteral: now.literal[best] === 1,
      gain: this.costAsFound(start, end) - now.s0[best]!,
      inferred: now.inferred[best]!,
      margin: Math.min(margin, 400),
      rival: rival >= 0 ? trellis.read(rival) + text.slice(trellis.read(fork).length) : undefined,
    };
  }

  /** What the text from `start` to `end` costs as it stands, glosses left out. */
  private costAsFound(start: number, end: number): number {
    const { hand, text } = this;
    hand.reset();
    for (const unit of this.context) hand.hear(unit);
    for (let at = start; at < end; at++) {
      const gloss = glossAt(text, at, this.rules.readings);
      if (!gloss) hand.hear(text.charCodeAt(at));
      else if (!this.isAligned(at, gloss)) hand.pay(price.literalGloss);
      if (gloss) at = gloss.end - 1;
    }
    return hand.s0;
  }

  /** Read the token at `at` in every hypothesis; the offset behind it. */
  private step(at: number): number {
    const { text, rules, now } = this;
    const unit = text.charCodeAt(at);
    if (isControl(unit)) return this.carry(at + 1);
    if (unit === 0x28) {
      const gloss = glossAt(text, at, rules.readings);
      if (gloss && this.isAligned(at, gloss)) return this.carry(gloss.end);
      if (gloss) return this.readGloss(at, gloss);
    }
    if (unit === QUESTION) {
      const gloss = readingAt(text, at + 1, rules.readings);
      if (gloss) {
        for (let i = 0; i < now.size; i++) this.readTornGloss(i, at, gloss.end, gloss.reading);
        return gloss.end;
      }
    }
    const mark = unit === QUESTION ? 0 : markPair(unit, rules.gbk, this.document.isFolded);
    for (let i = 0; i < now.size; i++) {
      if (unit === QUESTION) this.readQuestion(i, at);
      else if (unit < 0x80) this.readAscii(i, unit, mark);
      else if (unit === EURO) this.readEuro(i);
      else this.readPair(i, unit, mark);
    }
    return at + 1;
  }

  /** Does the gloss at `at` name the character before it as it can be seen? */
  private isAligned(at: number, { reading }: Gloss): boolean {
    const { gbk, readings } = this.rules;
    return readsAs(readings, glossedUnit(this.text, at, gbk, readings), reading) > 0;
  }

  private carry(to: number): number {
    const { now, next, hand } = this;
    for (let i = 0; i < now.size; i++) {
      hand.take(now, i);
      hand.put(next);
    }
    return to;
  }

  /** A gloss of a character of which only the last byte can be seen: a hypothesis that gave the character goes on. */
  private readGloss(at: number, { end, reading }: Gloss): number {
    const { now, next, hand, rules, trellis } = this;
    for (let i = 0; i < now.size; i++) {
      const node = now.node[i]!;
      if (node >= 0 && readsAs(rules.readings, trellis.unit[node]!, reading) > 0) {
        hand.take(now, i);
        hand.put(next);
      } else if (now.pending[i] === 0) this.keepLiteral(i, at, end);
    }
    return end;
  }

  /** A gloss inside a character: its lead is the last byte of the stream, its trail was swallowed with the `(`. */
  private readTornGloss(i: number, at: number, end: number, reading: number): void {
    const { now, next, hand, rules } = this;
    const pending = now.pending[i]!;
    if (pending === 0) this.keepLiteral(i, at, end);
    if (pending >= 0x81) this.insertDroppedBeforeGloss(i, reading);
    const lead = pending >= 0x81 ? pending : now.last[i]!;
    if (!isLead(lead) || pending === HALF_MARK || pending === HALF_TORN) return;
    for (const trail of rules.trailsOf[lead]!) {
      const unit = rules.gbk.unitOf[(lead << 8) | trail]!;
      const fit = readsAs(rules.readings, unit, reading);
      if (fit === 0 || (pending === 0 && !isLead(trail))) continue;
      hand.take(now, i);
      hand.literal = 0;
      hand.pay(this.priceOf(unit, reading, fit));
      hand.last = trail;
      if (pending !== 0) hand.give(unit);
      hand.pending = pending !== 0 ? 0 : trail;
      hand.put(next);
    }
  }

  /** Before a torn gloss of a character of the table, a pair (x y) was dropped: pending·x, and y begins the character. */
  private insertDroppedBeforeGloss(i: number, reading: number): void {
    const { now, next, hand, rules, document } = this;
    for (const [unit, tally] of document.tallies) {
      if (tally.reading !== reading || !isInTable(unit, tally, rules)) continue;
      const y = rules.gbk.pairOf[unit]! >> 8;
      for (const x of rules.trailsOf[now.pending[i]!]!) {
        if (this.dropped[(x << 8) | y] === 0) continue;
        const before = rules.gbk.unitOf[(now.pending[i]! << 8) | x]!;
        if (rules.costs[rules.fold[before]!]! > 52) break;
        hand.take(now, i);
        hand.literal = 0;
        hand.inferred += 2;
        hand.pay(price.dropped);
        hand.give(before);
        hand.give(unit);
        [hand.pending, hand.last] = [0, rules.gbk.pairOf[unit]! & 0xff];
        hand.put(next);
      }
    }
  }

  private keepLiteral(i: number, at: number, end: number): void {
    const { now, next, hand, text } = this;
    hand.take(now, i);
    for (let k = at; k < end; k++) hand.give(text.charCodeAt(k));
    hand.pay(price.literalGloss);
    hand.last = 0;
    hand.put(next);
  }

  private priceOf(unit: number, reading: number, fit: 0 | 1 | 2): number {
    const tally = this.document.tallies.get(unit);
    if (tally && tally.reading === reading && isInTable(unit, tally, this.rules)) return 0;
    return (
      price.outsideTable +
      (this.rules.fold[unit] === unit ? price.notTraditional : 0) +
      (fit === 1 ? price.minorReading : 0)
    );
  }

  /** `?`: itself, a lead torn off before a mark, or a trail lost together with what came behind it. */
  private readQuestion(i: number, at: number): void {
    const { now, next, hand, text, rules, document } = this;
    const pending = now.pending[i]!;
    const follower = skipControls(text, at + 1);
    const mark = markPair(text.charCodeAt(follower), rules.gbk, document.isFolded);
    if (pending === HALF_TORN || pending === HALF_MARK) {
      hand.take(now, i);
      hand.pending = pending === HALF_TORN ? 0 : 0xbf;
      hand.put(next);
      return;
    }
    if (pending === 0) {
      hand.take(now, i);
      hand.give(QUESTION);
      hand.last = this.lastByteOf(QUESTION);
      hand.put(next);
      if (mark !== 0) this.tearLead(i, mark >> 8, HALF_MARK);
      if (document.isFolded) this.tearSilently(i, 0xa3bf);
      if (text.charCodeAt(follower) === QUESTION) {
        const behind = markPair(
          text.charCodeAt(skipControls(text, follower + 1)),
          rules.gbk,
          document.isFolded,
        );
        if (behind !== 0) this.tearLead(i, 0xa1, HALF_TORN);
      }
      return;
    }
    if (document.isFolded) {
      this.shift(i, 0xa3, 0xbf);
      this.loseTrailSilently(i, QUESTION, 0xa3bf);
    }
    const behind = mark !== 0 || follower > at + 1 ? -1 : at + 1;
    if (now.s0[i]! <= now.best + NEAR) this.insertDroppedBeforeLoss(i, behind);
    this.loseTrail(now, i, behind, MANY);
  }

  /** A lead was lost, its trail is the first byte of the next mark. */
  private tearLead(i: number, trail: number, state: number): void {
    const { now, next, hand, rules } = this;
    for (const lead of rules.leadsOf[trail]!) {
      hand.take(now, i);
      hand.literal = 0;
      hand.inferred++;
      hand.give(rules.gbk.unitOf[(lead << 8) | trail]!);
      hand.pending = state;
      if (hand.s0 > next.best + 100) break;
      hand.put(next);
    }
  }

  /**
   * The trail of the pending byte was lost: with a control byte (`behind` −1), or with an ASCII character, where
   * `behind` is the offset of what comes next. The `most` likeliest trails are tried.
   */
  private loseTrail(from: Generation, i: number, behind: number, most: number): void {
    const { next, hand, rules } = this;
    const trails = rules.trailsOf[from.pending[i]!]!;
    for (let k = 0; k < trails.length && k < most; k++) {
      const trail = trails[k]!;
      const unit = rules.gbk.unitOf[(from.pending[i]! << 8) | trail]!;
      hand.take(from, i);
      hand.literal = 0;
      hand.inferred++;
      hand.give(unit);
      if (behind >= 0) this.swallow(unit, behind);
      [hand.pending, hand.last] = [0, trail];
      hand.put(next);
    }
  }

  /** An ASCII character behind `before` was swallowed, at what is now the offset `behind`. */
  private swallow(before: number, behind: number): void {
    const { hand, text } = this;
    this.swallowed ??= new Swallowed(text, this.document.isFolded);
    const isTag = isTagRest(text, behind);
    const after = text.charCodeAt(behind);
    hand.inferred++;
    hand.give(isTag ? SWALLOWED_TAG : this.swallowed.guess(before, after));
    if (isTag) hand.s0 = hand.s1 - (before === COLON ? price.colonBeforeTag : 0);
    else hand.s0 = hand.s1 + this.swallowed.cost(before, after);
  }

  /** Before a lost trail, a pair (x y) was dropped: pending·x, and y is the lead whose trail was lost. */
  private insertDroppedBeforeLoss(i: number, behind: number): void {
    const { now, hand, rules, spare } = this;
    for (const x of rules.trailsOf[now.pending[i]!]!) {
      if (this.dropped[x << 8] === 0) continue;
      const unit = rules.gbk.unitOf[(now.pending[i]! << 8) | x]!;
      if (rules.costs[rules.fold[unit]!]! > LIKELY) break;
      for (let y = 0x81; y <= 0xfe; y++) {
        if (this.dropped[(x << 8) | y] === 0) continue;
        hand.take(now, i);
        hand.inferred += 2;
        hand.pay(price.dropped);
        hand.give(unit);
        hand.pending = y;
        spare.clear();
        hand.put(spare);
        this.loseTrail(spare, 0, behind, FEW);
      }
    }
  }

  private readAscii(i: number, unit: number, mark: number): void {
    const { now, next, hand, rules } = this;
    const pending = now.pending[i]!;
    if (pending === HALF_TORN) return;
    if (pending === HALF_MARK) {
      this.finishMark(i, mark);
      return;
    }
    if (pending === 0) {
      hand.take(now, i);
      hand.give(unit);
      hand.last = this.lastByteOf(unit);
      hand.put(next);
      if (mark !== 0) this.tearSilently(i, mark);
      return;
    }
    const pair = rules.gbk.unitOf[(pending << 8) | unit]!;
    if (unit >= 0x40 && pair !== 0 && !isPrivate(pair)) {
      hand.take(now, i);
      hand.give(pair);
      hand.pending = 0;
      hand.last = unit;
      hand.put(next);
    }
    if (unit >= 0x40) this.insertDropped(i, unit, -1);
    if (this.document.isFolded && unit > 0x20 && unit < 0x7f) this.shift(i, 0xa3, unit + 0x80);
    if (mark !== 0) this.loseTrailSilently(i, unit, mark);
  }

  private readEuro(i: number): void {
    const { now, next, hand, rules } = this;
    const pending = now.pending[i]!;
    if (pending >= 0x81) this.insertDropped(i, 0x80, -1);
    const unit = pending >= 0x81 ? rules.gbk.unitOf[(pending << 8) | 0x80]! : EURO;
    if (unit === 0 || isPrivate(unit) || pending === HALF_MARK || pending === HALF_TORN) return;
    hand.take(now, i);
    hand.give(unit);
    hand.pending = 0;
    hand.last = 0x80;
    hand.put(next);
  }

  private readPair(i: number, unit: number, mark: number): void {
    const { now, next, hand, rules } = this;
    const pending = now.pending[i]!;
    if (pending === HALF_TORN) {
      return;
    }
    if (pending === HALF_MARK) {
      this.finishMark(i, mark);
      return;
    }
    const pair = rules.gbk.pairOf[unit]!;
    if (pending === 0) {
      hand.take(now, i);
      hand.give(unit);
      hand.last = pair & 0xff;
      hand.put(next);
      if (mark !== 0) this.tearSilently(i, mark);
      return;
    }
    if (pair === 0) return;
    this.shift(i, pair >> 8, pair & 0xff);
    this.insertDropped(i, pair >> 8, pair & 0xff);
    if (mark !== 0) this.loseTrailSilently(i, unit, mark);
  }

  private finishMark(i: number, mark: number): void {
    const { now, next, hand } = this;
    if (mark === 0) return;
    hand.take(now, i);
    hand.pending = mark & 0xff;
    hand.last = mark & 0xff;
    hand.put(next);
  }

  /** Phase 1: pending·a, and b is left. */
  private shift(i: number, a: number, b: number): void {
    const { now, next, hand, rules } = this;
    const unit = rules.gbk.unitOf[(now.pending[i]! << 8) | a]!;
    if (unit === 0 || isPrivate(unit)) return;
    hand.take(now, i);
    hand.literal = 0;
    hand.give(unit);
    this.leave(b);
    hand.put(next);
  }

  private leave(byte: number): void {
    const { hand } = this;
    hand.last = byte;
    hand.pending = isLead(byte) ? byte : 0;
    if (byte < 0x80) hand.give(byte);
    else if (byte === 0x80) hand.pay(200);
  }

  /**
   * Between the pending byte and what begins with the byte `first` stood a pair (x y) that the decoder or the crawler
   * dropped: pending·x, y·first, and `rest` is left (−1: nothing).
   */
  private insertDropped(i: number, first: number, rest: number): void {
    const { now, next, hand, rules } = this;
    if (now.s0[i]! + price.dropped > next.best + 60) return;
    const lead = now.pending[i]!;
    for (const x of rules.trailsOf[lead]!) {
      if (this.dropped[x << 8] === 0) continue;
      const unit = rules.gbk.unitOf[(lead << 8) | x]!;
      if (rules.costs[rules.fold[unit]!]! > 52) break;
      for (const y of rules.leadsOf[first]!) {
        if (this.dropped[(x << 8) | y] === 0) continue;
        const second = rules.gbk.unitOf[(y << 8) | first]!;
        if (rules.costs[rules.fold[second]!]! > 44) break;
        hand.take(now, i);
        hand.literal = 0;
        hand.inferred += 2;
        hand.pay(price.dropped);
        hand.give(unit);
        hand.give(second);
        if (rest < 0) [hand.pending, hand.last] = [0, first];
        else this.leave(rest);
        hand.put(next);
      }
    }
  }

  /** A lead was torn off before this mark, and the `?` is gone too. */
  private tearSilently(i: number, mark: number): void {
    const { now, next, hand, rules } = this;
    if (mark >> 8 !== 0xa3 || (mark & 0xff) === 0xac) return;
    for (const lead of rules.leadsOf[0xa3]!) {
      hand.take(now, i);
      hand.literal = 0;
      hand.inferred++;
      hand.pay(price.silent);
      hand.give(rules.gbk.unitOf[(lead << 8) | 0xa3]!);
      hand.pending = mark & 0xff;
      hand.last = mark & 0xff;
      if (hand.s0 > next.best + 60) break;
      hand.put(next);
    }
  }

  /** The trail of the pending byte was lost before this mark, and the `?` is gone too. */
  private loseTrailSilently(i: number, unit: number, mark: number): void {
    const { now, next, hand, rules } = this;
    const lead = now.pending[i]!;
    if (now.s0[i]! + price.silent > next.best + 60) return;
    for (const trail of rules.trailsOf[lead]!) {
      hand.take(now, i);
      hand.literal = 0;
      hand.inferred++;
      hand.pay(price.silent);
      hand.give(rules.gbk.unitOf[(lead << 8) | trail]!);
      if (hand.s0 > next.best + 60) continue;
      hand.give(unit);
      hand.pending = 0;
      hand.last = mark & 0xff;
      hand.put(next);
    }
  }
}

/** By pair: 1 for pairs that leave no trace; at `lead << 8`: 1 when the lead has any. */
function droppedPairs(rules: RepairRules, keepsPrivate: boolean): Uint8Array {
  const dropped = new Uint8Array(0x10000);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const unit = rules.gbk.unitOf[(lead << 8) | trail]!;
      if (trail === 0x7f || (unit !== 0 && (keepsPrivate || !isPrivate(unit)))) continue;
      dropped[(lead << 8) | trail] = 1;
      dropped[lead << 8] = 1;
    }
  }
  return dropped;
}
