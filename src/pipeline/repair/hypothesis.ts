/** One hypothesis of the search: extending it and scoring what it is extended by. */
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
import { type Beam, column, ROW } from './beam.ts';
import { type CacheModel, cachedCost, emptyCacheModel, isCached, mayBeginCached } from './cache-model.ts';
import { isStop } from './channel.ts';
import { COST, NEVER, SEARCH } from './constants.ts';
import { EURO, isLead } from './gbk.ts';
import type { RepairRules } from './rules.ts';
import { Trellis } from './trellis.ts';

/** Words and pairs of marks are made of units from here on: “ is U+201C. */
const FIRST_OF_WORDS = 0x2010;

/** How a hypothesis scores units, and where it writes them down. */
interface HypothesisOptions {
  /** What units are scored as; by default as they fold. */
  readonly fold?: FoldTable;
  /** Added to the cost of characters that are Simplified only, in quarters of a nat; by default 0. */
  readonly simplifiedCost?: number;
  /** The document's own pairs of characters; by default none. */
  readonly cacheModel?: CacheModel;
  /** By default one of its own. */
  readonly trellis?: Trellis;
}

/**
 * One hypothesis taken out of a beam: {@link load} it, {@link extend} it by units, change `pending` and the rest, and
 * {@link store} it in the next beam. One object serves a whole search, because a page takes millions of such steps.
 */
export class Hypothesis {
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
  private readonly simplifiedCost: number;
  private readonly cacheModel: CacheModel;
  private readonly pairs: WordModel['pairs'];
  private readonly fold: FoldTable;

  constructor(rules: RepairRules, options: HypothesisOptions = {}) {
    this.rules = rules;
    this.pairs = rules.words.pairs;
    this.fold = options.fold ?? rules.fold;
    this.simplifiedCost = options.simplifiedCost ?? 0;
    this.cacheModel = options.cacheModel ?? emptyCacheModel;
    this.trellis = options.trellis ?? new Trellis();
  }

  /** An empty path. */
  reset(): void {
    this.pending = this.last = this.inferred = this.lost = this.c1 = this.c2 = this.c3 = this.s0 = 0;
    this.b1 = this.b2 = this.b3 = 0;
    this.s1 = this.s2 = this.s3 = this.margin = NEVER;
    this.node = this.rival = this.fork = -1;
    this.literal = 1;
  }

  /** Become the hypothesis `i` of a beam. */
  load({ rows }: Beam, i: number): void {
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
  mayStayWithin(unit: number, limit: number): boolean {
    const c = this.fold[unit]!;
    if (this.s0 + this.rules.costs[c]! <= limit) return true;
    const hash = hashPair(this.c1, c);
    return this.pairs.mayHave(hash) || isCached(this.cacheModel, hash);
  }

  /** Does it cost at most `limit` when `unit` comes next? */
  fits(unit: number, limit: number): boolean {
    return this.mayStayWithin(unit, limit) && this.costAfter(unit) <= limit;
  }

  /** Can the document have taught what comes after `c`? */
  mayBeCachedAfter(c: number): boolean {
    return mayBeginCached(this.cacheModel, c);
  }

  /** What the path costs when `unit` comes next. */
  costAfter(unit: number): number {
    const { costs, simplifiedOnly } = this.rules;
    const c = this.fold[unit]!;
    const { c1, s0 } = this;
    let cost = s0 + costs[c]!;
    this.bonus = 0;
    if (c >= FIRST_OF_WORDS && c1 >= FIRST_OF_WORDS) {
      const hash = hashPair(c1, c);
      const pair = this.pairs.find(c1, c, hash);
      if (pair !== ABSENT) cost = this.costOfWords(pair, c, cost);
      if (isStop(c) && isStop(c1)) cost += COST.stopAfterStop;
      const known = s0 + cachedCost(this.cacheModel, hash);
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

  /** Add the cost of `unit` as the next character; it is not written down. */
  score(unit: number): void {
    const cost = this.costAfter(unit);
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

  /** Add `unit` as the next character of the text; `lost` says which of its bytes were lost. */
  extend(unit: number, lost = 0): void {
    this.score(unit);
    this.node = this.trellis.add(this.node, unit, lost);
    this.lost = 0;
  }

  /** Add the cost of something unlikely. */
  addCost(cost: number): void {
    this.s0 += cost;
  }

  /** The last byte of the stream is `last`, and `pending` is pending; by default nothing. */
  endWith(last: number, pending = 0): void {
    this.last = last;
    this.pending = pending;
  }

  /** `rest` becomes pending when it is a lead, and a character when it is ASCII; 0: nothing is left behind the byte `last`. */
  extendByRest(last: number, rest: number): void {
    this.last = rest === 0 ? last : rest;
    this.pending = isLead(rest) ? rest : 0;
    if (rest > 0 && rest < 0x80) this.extend(rest);
    else if (rest === 0x80) this.extend(EURO);
  }

  /** Add it to a beam, where it is good enough; of two that came to the same place the cheaper one stays. */
  store(to: Beam): void {
    if (this.s0 > to.limit) return;
    const characters = this.c1 | (this.c2 << 16);
    const state = this.c3 | (this.pending << 16) | (this.last << 24);
    const same = to.find(characters, state);
    if (same >= 0) {
      if (this.merge(to, same)) this.write(to, same, characters, state);
      return;
    }
    this.write(to, to.claimRow(), characters, state);
    if (to.size === SEARCH.beamWidth) to.tightenLimit();
  }

  /** Two paths came to the same place: the cheaper one stays and remembers how far off the other was. Is it this one? */
  private merge(to: Beam, i: number): boolean {
    const { rows } = to;
    const at = i * ROW;
    const gap = this.s0 - rows[at + column.cost]!;
    if (gap < 0) {
      this.noteRival(-gap, rows[at + column.node]!, this.node);
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
  noteRival(margin: number, rival: number, fork: number): void {
    if (margin >= this.margin) return;
    this.margin = margin;
    this.rival = rival;
    this.fork = fork;
  }

  /** Called for every hypothesis of every token, so it takes four numbers and no object. */
  private write(to: Beam, i: number, characters: number, state: number): void {
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
    to.noteCost(this.s0);
  }
}
