/**
 * The search for the bytes behind a damaged stretch: from a hole on, extend every hypothesis about how the text can have
 * come about, until all of them agree again.
 */
import { COST, FOUND, SEARCH } from './constants.ts';
import { glossAt } from './gloss.ts';
import type { RepairRules } from './rules.ts';
import { SearchState } from './search-state.ts';
import { hasStrange } from './strange.ts';
import type { Survey } from './survey.ts';
import { TokenReader } from './token-reader.ts';
import { Transitions } from './transitions.ts';

export interface Found {
  /** Offset behind the last unit read. */
  readonly end: number;
  /** What stood there, `SWALLOWED` where an ASCII character is not known. */
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

/** Searches in one text; {@link Search.run} is called for every hole of it. */
export class Search {
  private readonly state: SearchState;
  private readonly transitions: Transitions;
  private readonly tokens: TokenReader;
  private context: readonly number[] = [];

  constructor(text: string, document: Survey, rules: RepairRules) {
    this.state = new SearchState(text, document, rules);
    this.transitions = new Transitions(this.state);
    this.tokens = new TokenReader(this.state, this.transitions);
  }

  /** Search from the offset `start` on; `context` are the last units before it. Undefined when no hypothesis is left. */
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
    const isExpensive = found.cost > SEARCH.doubtfulCost * found.text.length;
    return isExpensive || hasStrange(found.text, this.state.rules);
  }

  private attempt(start: number, isThorough: boolean): Found | undefined {
    const { state } = this;
    this.transitions.isThorough = isThorough;
    this.begin();
    let at = start;
    while (at < state.text.length && at - start < SEARCH.longest) {
      at = this.tokens.read(at);
      state.advance();
      if (state.current.size === 0) return undefined;
      if (this.isDecided()) break;
    }
    return this.finish(start, at);
  }

  private begin(): void {
    const { current, next, hypothesis, trellis } = this.state;
    trellis.clear();
    current.clear();
    next.clear();
    hypothesis.reset();
    for (const unit of this.context) {
      hypothesis.score(unit);
      hypothesis.last = this.transitions.lastByteOf(unit);
    }
    hypothesis.s1 -= hypothesis.s0; // costs count from here; sums stay small
    hypothesis.s2 -= hypothesis.s0;
    hypothesis.s3 -= hypothesis.s0;
    hypothesis.s0 = 0;
    hypothesis.store(current);
  }

  private isDecided(): boolean {
    const { current } = this.state;
    const best = current.indexOfBest();
    if (current.pendingOf(best) !== 0) return false;
    for (let i = 0; i < current.size; i++)
      if (i !== best && current.costOf(i) < current.costOf(best) + SEARCH.decidedDistance) return false;
    return true;
  }

  private finish(start: number, end: number): Found | undefined {
    const { current, hypothesis, trellis } = this.state;
    let best = -1;
    for (let i = 0; i < current.size; i++) {
      if (current.pendingOf(i) === 0 && (best < 0 || current.costOf(i) < current.costOf(best))) best = i;
    }
    if (best < 0) return undefined;
    hypothesis.load(current, best);
    for (let i = 0; i < current.size; i++) {
      if (i !== best)
        hypothesis.noteRival(current.costOf(i) - hypothesis.s0, current.nodeOf(i), hypothesis.node);
    }
    const { s0, literal, inferred, margin, rival, fork } = hypothesis;
    const text = trellis.read(hypothesis.node);
    return {
      end,
      text,
      lost: trellis.readLost(hypothesis.node),
      isLiteral: literal === 1,
      gain: this.costAsFound(start, end) - s0,
      cost: s0,
      inferred,
      margin: Math.max(0, Math.min(margin, FOUND.greatestMargin)),
      rival: rival >= 0 ? trellis.read(rival) + text.slice(trellis.read(fork).length) : undefined,
    };
  }

  /** What the text from `start` to `end` costs as it stands, glosses left out. */
  private costAsFound(start: number, end: number): number {
    const { hypothesis, text, rules } = this.state;
    hypothesis.reset();
    for (const unit of this.context) hypothesis.score(unit);
    const before = hypothesis.s0;
    for (let at = start; at < end; at++) {
      const gloss = glossAt(text, at, rules.readings);
      if (!gloss) hypothesis.score(text.charCodeAt(at));
      else if (!this.tokens.isAligned(at, gloss)) hypothesis.addCost(COST.glossKept);
      if (gloss) at = gloss.end - 1;
    }
    return hypothesis.s0 - before;
  }
}
