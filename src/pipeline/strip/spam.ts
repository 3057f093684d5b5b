/** How much of a line is spam vocabulary, and whether it is a list of keywords. */

import type { Line } from '../page/line.ts';
import { findWords, type Lexicon } from './lexicon.ts';

/** Density of spam vocabulary. */
export interface Density {
  /** Share of the line's letters that lies in terms of the lexicon, 0–1. */
  readonly share: number;
  /** How many strong terms. */
  readonly strong: number;
}

/** Measure `plain` against the lexicon, longest term first from left to right. Linear in the length. */
export function measureSpam(plain: string, lexicon: Lexicon<boolean>): Density {
  const { found, share } = findWords(plain, lexicon);
  return { share, strong: found.filter(({ value }) => value).length };
}

const SEPARATORS = ['|', '_', ',', '-', '、', '/', ';'] as const;
const LONGEST_ITEM = 24;

/**
 * Items of a keyword list: the line cut at the one separator it uses most, or at blanks where it has no marks at all.
 * A line with a full stop is a sentence with commas, not a list.
 */
export function listItems({ plain, text, isSentence }: Line): readonly string[] {
  if (isSentence) return [plain];
  const counts = SEPARATORS.map((separator) => count(plain, separator.charCodeAt(0)));
  const most = Math.max(...counts);
  if (most > 0) return plain.split(SEPARATORS[counts.indexOf(most)]!).filter((item) => item !== '');
  const words = text.split(/[\s\u3000]+/);
  return words.every((word) => word.length <= LONGEST_ITEM) ? words : [plain];
}

function count(text: string, unit: number): number {
  let times = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === unit) times++;
  return times;
}

/** How many items the line has, see {@link listItems}; 1 when it is no list. */
export function countItems(line: Line): number {
  return listItems(line).length;
}

/** Words that clauses have and keywords do not. */
const PARTICLE = /[的了是在把被就也您我他她这那着过]/;
const MOST_PROSE = 0.25;
const MOST_ITEMS = 60;
const HAN_PAIR = /^\p{Script=Han}{2}$/u;

/**
 * Share of the items that have the pair of characters most of them have: 四級單詞, 六級單詞, 考研單詞 → 1. People name
 * different things in a list; who writes for a search engine says one thing again and again.
 */
export function measureStuffing(items: readonly string[]): number {
  if (items.filter((item) => PARTICLE.test(item)).length > MOST_PROSE * items.length) return 0;
  const looked = items.slice(0, MOST_ITEMS).filter((item) => item.length > 2 && item.length <= LONGEST_ITEM);
  const counts = new Map<string, number>();
  for (const item of looked) {
    const pairs = new Set(Array.from({ length: item.length - 1 }, (_, i) => item.slice(i, i + 2)));
    for (const pair of pairs) if (HAN_PAIR.test(pair)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return items.length === 0 ? 0 : Math.max(0, ...counts.values()) / Math.min(items.length, MOST_ITEMS);
}
