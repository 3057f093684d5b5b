/**
 * The search for the bytes behind a damaged stretch: from a hole on, follow every way the text can have come about,
 * until all of them agree again.
 */
import { Beam } from './beam.ts';
import { Trellis } from './generation.ts';
import { glossAt } from './gloss.ts';
import type { Hand } from './hand.ts';
import type { RepairRules } from './rules.ts';
import { hasStranger } from './strange.ts';
import type { Survey } from './survey.ts';
import { Tokens } from './tokens.ts';
import { price, Ways } from './ways.ts';

/** How far behind the best the second best must be, in phase 0, to end the search early. */
const DECIDED = 64;
const LONGEST = 4000;
/** Cost of a character, on average, from which on a result is not believed without looking for dropped pairs. */
const DOUBTFUL = 34;

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
  private readonly text: string;
  private readonly trellis = new Trellis();
  private readonly beam: Beam;
  private readonly hand: Hand;
  private readonly ways: Ways;
  private readonly tokens: Tokens;
  private context: readonly number[] = [];

  constructor(text: string, document: Survey, rules: RepairRules) {
    this.text = text;
    this.rules = rules;
    this.beam = new Beam(text, document, rules, this.trellis);
    this.hand = this.beam.hand;
    this.ways = new Ways(text, document, rules, this.beam);
    this.tokens = new Tokens(text, document, rules, this.trellis, this.beam, this.ways);
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
    return isDear || hasStranger(found.text, this.rules);
  }

  private attempt(start: number, isThorough: boolean): Found | undefined {
    const { beam } = this;
    this.ways.isThorough = isThorough;
    this.begin();
    let at = start;
    while (at < this.text.length && at - start < LONGEST) {
      at = this.tokens.read(at);
      beam.turn();
      if (beam.now.size === 0) return undefined;
      if (this.isDecided()) break;
    }
    return this.finish(start, at);
  }

  private begin(): void {
    const { beam, hand, ways } = this;
    this.trellis.clear();
    beam.now.clear();
    beam.next.clear();
    hand.reset();
    for (const unit of this.context) {
      hand.hear(unit);
      hand.last = ways.lastByteOf(unit);
    }
    hand.s1 -= hand.s0; // costs count from here; sums stay small
    hand.s2 -= hand.s0;
    hand.s3 -= hand.s0;
    hand.s0 = 0;
    hand.put(beam.now);
  }

  private isDecided(): boolean {
    const { now } = this.beam;
    let best = 0;
    for (let i = 1; i < now.size; i++) if (now.costOf(i) < now.costOf(best)) best = i;
    if (now.pendingOf(best) !== 0) return false;
    for (let i = 0; i < now.size; i++)
      if (i !== best && now.costOf(i) < now.costOf(best) + DECIDED) return false;
    return true;
  }

  private finish(start: number, end: number): Found | undefined {
    const { hand, trellis } = this;
    const { now } = this.beam;
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
      else if (!this.tokens.isAligned(at, gloss)) hand.pay(price.literalGloss);
      if (gloss) at = gloss.end - 1;
    }
    return hand.s0 - before;
  }
}
