import type { Language } from '../../contract/schema.ts';
import { chineseNumber } from '../wording/chinese-number.ts';

/** The part of a catalogue a title stands in: its anchor, and its heading; `figures` and `other` have none of their own. */
interface Initial {
  id: string;
  label: string;
}

/** Titles in the order of a Chinese index: by strokes in Traditional, by pinyin in Simplified; figures first, Latin last. */
const collators: Record<Language, Intl.Collator> = {
  'zh-Hant': new Intl.Collator('zh-Hant-u-co-stroke', { ignorePunctuation: true, numeric: true }),
  'zh-Hans': new Intl.Collator('zh-Hans-u-co-pinyin', { ignorePunctuation: true, numeric: true }),
};

/** Compares names as an index in that script orders them: 三 before 天 before 電. */
export function compareNames(language: Language): (a: string, b: string) => number {
  return collators[language].compare;
}

const MOST_STROKES = 48;
const LETTERS = 'ABCDEFGHJKLMNOPQRSTWXYZ';
/** CLDR's collations have such a mark, U+FDD0, before the first character of each number of strokes and each letter. */
const MARK = '\uFDD0';

/** CLDR's marks compare only where punctuation does. */
const marked: Record<Language, Intl.Collator> = {
  'zh-Hant': new Intl.Collator('zh-Hant-u-co-stroke'),
  'zh-Hans': new Intl.Collator('zh-Hans-u-co-pinyin'),
};

/** Where a title stands: `initialOf('《三國志》', 'zh-Hant')` → 三畫, `initialOf('三国志', 'zh-Hans')` → S. */
export function initialOf(title: string, language: Language): Initial {
  const first = /[\p{L}\p{N}]/u.exec(title)?.[0] ?? '';
  if (/\p{N}/u.test(first)) return { id: 'figures', label: '' };
  if (!/\p{Script=Han}/u.test(first)) return { id: 'other', label: '' };
  return language === 'zh-Hant' ? strokesOf(first) : letterOf(first);
}

function strokesOf(character: string): Initial {
  const marks = Array.from({ length: MOST_STROKES }, (_, n) => MARK + String.fromCharCode(0x2801 + n));
  const strokes = lastBefore(marks, character, 'zh-Hant') + 1;
  return { id: `strokes-${strokes}`, label: `${chineseNumber(strokes)}畫` };
}

function letterOf(character: string): Initial {
  const marks = Array.from(LETTERS, (letter) => MARK + letter);
  const letter = LETTERS.charAt(lastBefore(marks, character, 'zh-Hans'));
  return { id: letter.toLowerCase(), label: letter };
}

/** Index of the last mark that stands before a character; 0 when none does. */
function lastBefore(marks: readonly string[], character: string, language: Language): number {
  const after = marks.findIndex((mark) => marked[language].compare(mark, character) > 0);
  return Math.max(0, (after < 0 ? marks.length : after) - 1);
}
