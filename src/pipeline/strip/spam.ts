/** How much of a line is spam vocabulary, and whether it is a list of keywords. */
import type { Line } from './line.ts';

/** Density of spam vocabulary. */
export interface Density {
  /** Share of the line's letters that lies in terms of the lexicon, 0–1. */
  readonly share: number;
  /** How many strong terms. */
  readonly strong: number;
}

const LONGEST_TERM = 10;
const LETTER = /[\p{L}\p{N}]/u;

/** Measure `plain` against the lexicon, longest term first from left to right. Linear in the length. */
export function measureSpam(plain: string, words: ReadonlyMap<string, boolean>): Density {
  let covered = 0;
  let strong = 0;
  let letters = 0;
  for (let i = 0; i < plain.length; ) {
    const length = matchTerm(plain, i, words);
    if (length > 0) {
      covered += length;
      letters += length;
      if (words.get(plain.slice(i, i + length))) strong++;
      i += length;
    } else {
      if (LETTER.test(plain[i]!)) letters++;
      i++;
    }
  }
  return { share: letters === 0 ? 0 : covered / letters, strong };
}

function matchTerm(plain: string, at: number, words: ReadonlyMap<string, boolean>): number {
  for (let length = Math.min(LONGEST_TERM, plain.length - at); length > 0; length--) {
    if (words.has(plain.slice(at, at + length))) return length;
  }
  return 0;
}

const SEPARATORS = ['|', '_', ',', '-'] as const;

/**
 * Items of a keyword list: the line cut at the one separator it uses most, 1 when it is no list. A line with a full
 * stop is a sentence with commas, not a list.
 */
export function countItems({ plain, isSentence }: Line): number {
  if (isSentence) return 1;
  return Math.max(
    ...SEPARATORS.map((separator) => plain.split(separator).filter((item) => item !== '').length),
  );
}
