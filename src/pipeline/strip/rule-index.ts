/** The line rules, so that a line meets only those it can hold. */
import type { RemovalKind } from '../../contract/vocabulary.ts';
import type { Line } from '../page/line.ts';
import * as limits from './constants.ts';

export const matches = ['is', 'starts', 'has'] as const;
export const regions = ['head', 'tail', 'edge', 'after', 'any'] as const;
export const extents = ['line', 'list', 'value'] as const;
/** A row of `line-rules.tsv`; the file says what the columns mean. */
export interface LineRule {
  readonly rule: string;
  readonly kind: RemovalKind;
  readonly match: (typeof matches)[number];
  readonly region: (typeof regions)[number];
  readonly longest: number;
  readonly extent: (typeof extents)[number];
  readonly parts: readonly string[];
  readonly fixture: string;
}

export interface RuleIndex {
  /** Rules of a whole line or its beginning, by the first two units of their words; the one with most words first. */
  readonly byStart: ReadonlyMap<string, readonly LineRule[]>;
  /** By the first unit of their words: rules that may hold anywhere in a line, each with its rank, the one with most words first. */
  readonly anywhere: ReadonlyMap<number, readonly Ranked[]>;
  /** By unit: 1 where such words begin with it. */
  readonly opens: Uint8Array;
  /** The length of the longest line they judge. */
  readonly longest: number;
}

interface Ranked {
  readonly rank: number;
  readonly rule: LineRule;
}

export function indexRules(rules: readonly LineRule[]): RuleIndex {
  const sorted = rules.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  const starting = sorted.filter(({ match }) => match !== 'has');
  const anywhere = sorted.filter(({ match }) => match === 'has');
  const longest = Math.max(0, ...anywhere.map((rule) => rule.longest));
  const ranked = anywhere.map((rule, rank) => ({ rank, rule }));
  const byUnit = Map.groupBy(ranked, ({ rule }) => firstPart(rule).charCodeAt(0));
  const opens = new Uint8Array(0x10000);
  for (const unit of byUnit.keys()) opens[unit] = 1;
  const byStart = Map.groupBy(starting, (rule) => firstPart(rule).slice(0, 2));
  return { byStart, anywhere: byUnit, opens, longest };
}

/** The words of a rule begin with these; no rule is without. */
function firstPart({ rule, parts: [first] }: LineRule): string {
  if (first === undefined) throw new Error(`A rule “${rule}” has no words.`);
  return first;
}

function lengthOf({ parts }: LineRule): number {
  return parts.join('').length;
}

const DECORATION = /^[>|·•▶►▼▲◆◇●○■□★☆※→»›—-]+/;
const DIGIT = /\d/g;

/** The first rule whose words are in `line`; marks before them do not count: ▶ 相關閱讀. */
export function findRule({ plain }: Line, index: RuleIndex): LineRule | undefined {
  const starting = findStarting(plain, index);
  if (starting !== undefined || plain.length > index.longest) return starting;
  return findAnywhere(hideDigits(plain), index);
}

/** The rule with most words of those whose words are in the line. */
function findAnywhere(hidden: string, { anywhere, opens }: RuleIndex): LineRule | undefined {
  let best: Ranked | undefined;
  for (let i = 0; i < hidden.length; i++) {
    const unit = hidden.charCodeAt(i);
    if (opens[unit] === 0) continue;
    for (const ranked of anywhere.get(unit) ?? []) {
      if (best !== undefined && ranked.rank >= best.rank) break;
      if (hasWords(hidden, ranked.rule)) best = ranked;
    }
  }
  return best?.rule;
}

function findStarting(plain: string, { byStart }: RuleIndex): LineRule | undefined {
  const opening = plain.slice(0, limits.LONGEST_DECORATION);
  const decoration = DECORATION.exec(opening)?.[0].length ?? 0;
  for (const from of decoration === 0 ? [0] : [0, decoration]) {
    const candidates = byStart.get(hideDigits(plain.slice(from, from + 2)));
    if (candidates === undefined) continue;
    const hidden = hideDigits(plain.slice(from));
    const rule = candidates.find((candidate) => hasWords(hidden, candidate));
    if (rule !== undefined) return rule;
  }
  return undefined;
}

/** Rules write `#` for any digit: 電話:# is a number, 電話:誰打來的 a title. */
function hideDigits(plain: string): string {
  return plain.length > limits.LONGEST_RULED_LINE ? plain : plain.replace(DIGIT, '#');
}

/** Do the parts follow one another in the line, as the rule's match says? */
function hasWords(plain: string, rule: LineRule): boolean {
  if (plain.length > rule.longest) return false;
  if (rule.match === 'is') return plain === firstPart(rule);
  if (rule.match === 'starts' && !plain.startsWith(firstPart(rule))) return false;
  return hasInOrder(plain, rule.parts);
}

/** Do the parts follow one another in the text? */
export function hasInOrder(plain: string, parts: readonly string[]): boolean {
  let at = 0;
  for (const part of parts) {
    const found = plain.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}
