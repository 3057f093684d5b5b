/** Continuing one hypothesis of the search. */
import type { FoldTable } from '../text/fold.ts';
import { ABSENT, hashPair } from '../text/integer-table.ts';
import {
  bonusOf,
  costOf,
  ENDS_3,
  ENDS_4,
  flagsOf,
  longCost,
  NO_WORD,
  type WordModel,
} from '../text/word-model.ts';
import { EURO, isLead } from './gbk.ts';
import { BEAM, column, type Generation, NEVER, ROW, type Trellis } from './generation.ts';
import { isStop } from './marks.ts';
import { isFirst, isRemembered, type Memory, recall } from './memory.ts';
import type { RepairRules } from './rules.ts';

/** Words and pairs of marks are made of units from here on: “ is U+201C. */
const FIRST_OF_WORDS = 0x2010;
/** What a mark costs that stands behind another where none should. */
const STOP_AFTER_STOP = 28;

/** How units are weighed: as what, and what is added for Simplified characters; by default as they fold, and nothing. */
export interface Weighing {
  readonly fold?: FoldTable;
  readonly simplifiedCost?: number;
}

/**
 * One hypothesis taken out to be continued: {@link take} it, {@link give} units, change `pending` and the rest, and
 * {@link put} it into the next generation.
 */
export class Hand {
  pending = 0;
  last = 0;
  literal = 0;
  inferred = 0;
  lost = 0;
  c1 = 0;
  c2 = 0;
  c3 = 0;
  s0 = 0;
  s1 = NEVER;
  s2 = NEVER;
  s3 = NEVER;
  b1 = 0;
  b2 = 0;
  b3 = 0;
  private bonus = 0;
  node = -1;
  margin = NEVER;
  rival = -1;
  fork = -1;

  private readonly rules: RepairRules;
  private readonly trellis: Trellis;
  /** Added to the cost of characters that are Simplified only. */
  private readonly simplifiedCost: number;
  /** The document's own pairs of characters. */
  private readonly memory: Memory;
  private readonly pairs: WordModel['pairs'];
  /** What units are weighed as. */
  private readonly fold: FoldTable;

  constructor(
    rules: RepairRules,
    trellis: Trellis,
    memory: Memory,
    { fold = rules.fold, simplifiedCost = 0 }: Weighing = {},
  ) {
    this.fold = fold;
    this.memory = memory;
    this.pairs = rules.words.pairs;
    this.rules = rules;
    this.trellis = trellis;
    this.simplifiedCost = simplifiedCost;
  }

  /** An empty path. */
  reset(): void {
    this.pending = this.last = this.inferred = this.lost = this.c1 = this.c2 = this.c3 = this.s0 = 0;
    this.b1 = this.b2 = this.b3 = 0;
    this.s1 = this.s2 = this.s3 = this.margin = NEVER;
    this.node = this.rival = this.fork = -1;
    this.literal = 1;
  }

  take({ rows }: Generation, i: number): void {
    const at = i * ROW;
    const characters = rows[at + column.characters]!;
    const state = rows[at + column.state]!;
    const small = rows[at + column.small]!;
    this.c1 = characters & 0xffff;
    this.c2 = characters >>> 16;
    this.c3 = state & 0xffff;
    this.pending = (state >> 16) & 0xff;
    this.last = state >>> 24;
    this.b1 = small & 0xff;
    this.b2 = (small >> 8) & 0xff;
    this.b3 = (small >> 16) & 0xff;
    this.lost = (small >> 24) & 3;
    this.literal = (small >> 26) & 1;
    this.s0 = rows[at + column.cost]!;
    this.s1 = rows[at + column.s1]!;
    this.s2 = rows[at + column.s2]!;
    this.s3 = rows[at + column.s3]!;
    this.inferred = rows[at + column.inferred]!;
    this.node = rows[at + column.node]!;
    this.margin = rows[at + column.margin]!;
    this.rival = rows[at + column.rival]!;
    this.fork = rows[at + column.fork]!;
  }

  /**
   * Can `unit` come next for at most `limit`? A quick answer, and where it is yes not a sure one: what a character costs
   * by itself is known at once, and only characters that go together can cost less.
   */
  mayCost(unit: number, limit: number): boolean {
    const c = this.fold[unit]!;
    if (this.s0 + this.rules.costs[c]! <= limit) return true;
    const hash = hashPair(this.c1, c);
    return this.pairs.mayHave(hash) || isRemembered(this.memory, hash);
  }

  /** Can the document have taught what comes after `c`? */
  remembersAfter(c: number): boolean {
    return isFirst(this.memory, c);
  }

  /** What the path costs when `unit` comes next. */
  costWith(unit: number): number {
    const { costs, simplifiedOnly } = this.rules;
    const c = this.fold[unit]!;
    const { c1, s0 } = this;
    let cost = s0 + costs[c]!;
    this.bonus = 0;
    if (c >= FIRST_OF_WORDS && c1 >= FIRST_OF_WORDS) {
      const hash = hashPair(c1, c);
      const pair = this.pairs.find(c1, c, hash);
      if (pair !== ABSENT) cost = this.costOfWords(pair, c, cost);
      if (isStop(c) && isStop(c1)) cost += STOP_AFTER_STOP;
      const known = s0 + recall(this.memory, hash);
      if (known < cost) cost = known;
    }
    return simplifiedOnly[unit] === 1 ? cost + this.simplifiedCost : cost;
  }

  /** The cheapest of the words that end in `c`; `pair` is what is known of the two last characters. */
  private costOfWords(pair: number, c: number, single: number): number {
    const { words } = this.rules;
    this.bonus = bonusOf(pair);
    let cost = single - this.bonus;
    if (costOf(pair) !== NO_WORD) cost = Math.min(cost, this.s1 + costOf(pair) - this.b1);
    const flags = flagsOf(pair);
    if ((flags & ENDS_3) !== 0 && this.c2 !== 0) {
      const three = longCost(words, this.c2, this.c1, c, 0);
      if (three !== NO_WORD) cost = Math.min(cost, this.s2 + three - this.b2);
    }
    if ((flags & ENDS_4) !== 0 && this.c3 !== 0) {
      const four = longCost(words, this.c3, this.c2, this.c1, c);
      if (four !== NO_WORD) cost = Math.min(cost, this.s3 + four - this.b3);
    }
    return cost;
  }

  /** Read `unit` for the cost only; it is not written down. */
  hear(unit: number): void {
    const cost = this.costWith(unit);
    this.s3 = this.s2;
    this.s2 = this.s1;
    this.s1 = this.s0;
    this.s0 = cost;
    this.b3 = this.b2;
    this.b2 = this.b1;
    this.b1 = this.bonus;
    this.c3 = this.c2;
    this.c2 = this.c1;
    this.c1 = this.fold[unit]!;
  }

  /** Give `unit` as the next character of the text; `lost` says which of its bytes were lost. */
  give(unit: number, lost = 0): void {
    this.hear(unit);
    this.node = this.trellis.add(this.node, unit, lost);
    this.lost = 0;
  }

  /** Pay for something unlikely. */
  pay(cost: number): void {
    this.s0 += cost;
  }

  /** `rest` is left pending when it is a lead, and given when it is ASCII; 0: nothing is left behind the byte `last`. */
  leave(last: number, rest: number): void {
    this.last = rest === 0 ? last : rest;
    this.pending = isLead(rest) ? rest : 0;
    if (rest > 0 && rest < 0x80) this.give(rest);
    else if (rest === 0x80) this.give(EURO);
  }

  put(to: Generation): void {
    if (this.s0 > to.limit) return;
    const characters = this.c1 | (this.c2 << 16);
    const state = this.c3 | (this.pending << 16) | (this.last << 24);
    const same = to.find(characters, state);
    if (same >= 0) {
      if (this.merge(to, same)) this.write(to, same, characters, state);
      return;
    }
    this.write(to, to.place(), characters, state);
    if (to.size === BEAM) to.tighten();
  }

  /** Two paths came to the same place: the cheaper one stays and remembers how far off the other was. Is it this one? */
  private merge(to: Generation, i: number): boolean {
    const { rows } = to;
    const at = i * ROW;
    const gap = this.s0 - rows[at + column.cost]!;
    if (gap < 0) {
      this.remember(-gap, rows[at + column.node]!, this.node);
      return true;
    }
    if (gap < rows[at + column.margin]!) {
      rows[at + column.margin] = gap;
      rows[at + column.rival] = this.node;
      rows[at + column.fork] = rows[at + column.node]!;
    }
    return false;
  }

  /** Another path is `margin` off. */
  remember(margin: number, rival: number, fork: number): void {
    if (margin >= this.margin) return;
    this.margin = margin;
    this.rival = rival;
    this.fork = fork;
  }

  private write(to: Generation, i: number, characters: number, state: number): void {
    const { rows } = to;
    const at = i * ROW;
    rows[at + column.characters] = characters;
    rows[at + column.state] = state;
    rows[at + column.small] =
      this.b1 | (this.b2 << 8) | (this.b3 << 16) | (this.lost << 24) | (this.literal << 26);
    rows[at + column.cost] = this.s0;
    rows[at + column.s1] = this.s1;
    rows[at + column.s2] = this.s2;
    rows[at + column.s3] = this.s3;
    rows[at + column.inferred] = this.inferred;
    rows[at + column.node] = this.node;
    rows[at + column.margin] = this.margin;
    rows[at + column.rival] = this.rival;
    rows[at + column.fork] = this.fork;
    to.note(this.s0);
  }
}
