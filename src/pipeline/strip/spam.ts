/** How much of a line is spam vocabulary, and whether it is a list of keywords. */

import type { Line } from '../page/line.ts';
import * as limits from './constants.ts';
import { findWords, type Lexicon } from './lexicon.ts';
import type { StripRules } from './strip-rules.ts';

/** The share of the letters of `plain` that lies in terms of the lexicon, 0–1, and how many of these are strong. */
export function measureSpam(plain: string, lexicon: Lexicon<boolean>) {
  const { found, share } = findWords(plain, lexicon);
  return { share, strong: found.filter(({ value }) => value).length };
}

const SEPARATORS = ['|', '_', ',', '-', '、', '/', ';'] as const;

/**
 * Items of a keyword list: the line cut at the one separator it uses most, or at blanks where it has no marks at all.
 * A line with a full stop is a sentence with commas, not a list.
 */
export function listItems({ plain, text, isSentence }: Line): readonly string[] {
  if (isSentence) return [plain];
  let [separator, most] = ['', 0];
  for (const mark of SEPARATORS) {
    const times = countUnit(plain, mark.charCodeAt(0));
    if (times > most) [separator, most] = [mark, times];
  }
  if (most > 0) return plain.split(separator).filter((item) => item !== '');
  const words = text.split(/[\s\u3000]+/);
  return words.every((word) => word.length <= limits.LONGEST_KEYWORD) ? words : [plain];
}

function countUnit(text: string, unit: number): number {
  let times = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === unit) times++;
  return times;
}

const HAN_PAIR = /^\p{Script=Han}{2}$/u;

/**
 * Share of the items that have the pair of characters most of them have: 四級單詞, 六級單詞, 考研單詞 → 1. People name
 * different things in a list; who writes for a search engine says one thing again and again.
 */
export function measureStuffing(items: readonly string[], { patterns }: StripRules): number {
  if (items.filter((item) => patterns.particle.test(item)).length > limits.PROSE_SHARE * items.length)
    return 0;
  const looked = items
    .slice(0, limits.MOST_KEYWORDS)
    .filter((item) => item.length > 2 && item.length <= limits.LONGEST_KEYWORD);
  const counts = new Map<string, number>();
  for (const item of looked) {
    const pairs = new Set(Array.from({ length: item.length - 1 }, (_, i) => item.slice(i, i + 2)));
    for (const pair of pairs) if (HAN_PAIR.test(pair)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return items.length === 0
    ? 0
    : Math.max(0, ...counts.values()) / Math.min(items.length, limits.MOST_KEYWORDS);
}
