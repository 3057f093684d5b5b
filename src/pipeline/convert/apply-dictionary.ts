/** Replacing phrases and characters by a dictionary, within words. */
import { fromUnits } from '../text/from-units.ts';
import type { Segmenter } from '../text/segment.ts';
import { type Dictionary, LONGEST } from './dictionary.ts';
import { lengthsOf } from './openings.ts';

/** Words on either side of a character that a phrase may reach over. */
const REACH = 5;

const NUMBER = /^[一二三四五六七八九十百千万萬亿億两兩几幾数數半]+$/;
const DIGIT = /[0-9０-９]/;

/**
 * `text` by `dictionary`. Only characters that phrases may change are looked at closely: the longest phrase over
 * one decides, and it counts only when it lies inside one word or is made of whole words, so 被|发明 is not taken for
 * 被发 (被髮). Length in code points is kept.
 */
export function translate(text: string, dictionary: Dictionary, segment: Segmenter): string {
  const {
    units,
    isSplit,
    isBeyond,
    judge: { isJudged },
  } = dictionary;
  const page = {
    text,
    dictionary,
    segment,
    out: new Uint16Array(text.length),
    isOpen: new Uint8Array(text.length),
  };
  const { out } = page;
  let hasBeyond = 0;
  let run = 0;
  let splits = 0;
  let doubts = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    out[i] = units[unit]!;
    hasBeyond |= isBeyond[unit]!;
    splits |= isSplit[unit]!;
    doubts |= isJudged[unit]!;
    if (unit >= 0x3400 && unit <= 0x9fff) continue;
    if (splits !== 0) settle(page, run, i);
    if (doubts !== 0) weigh(page, run, i);
    splits = 0;
    doubts = 0;
    run = i + 1;
  }
  if (splits !== 0) settle(page, run, text.length);
  if (doubts !== 0) weigh(page, run, text.length);
  return hasBeyond === 0 ? fromUnits(out, 0, out.length) : withBeyond(text, out, dictionary);
}

/** A text at work, and by unit what becomes of it. */
interface Page {
  readonly text: string;
  readonly dictionary: Dictionary;
  readonly segment: Segmenter;
  readonly out: Uint16Array;
  /** 1 for a unit that a phrase or a number before it may decide; see {@link markOpen}. {@link SETTLED} when it did. */
  readonly isOpen: Uint8Array;
}

const SETTLED = 2;
/** Settled by a phrase that nothing overrules. */
const FINAL = 3;
/** Beyond all units: marks what such a phrase makes of one. */
const FIRM = 0x10000;

/** Decide the split characters of a run of Han characters. */
function settle(page: Page, start: number, end: number): void {
  if (!markOpen(page, start, end)) return;
  const { text, dictionary, segment, out, isOpen } = page;
  const run = text.slice(start, end);
  const words = new Uint8Array(run.length + 1);
  segment(run, 0, run.length, words);
  const isAfterDigit = start > 0 && DIGIT.test(text[start - 1]!);
  for (let i = 0; i < run.length; i++) {
    if (isOpen[start + i] === 0 || dictionary.isSplit[run.charCodeAt(i)] === 0) continue;
    const unit =
      findOverWords(run, i, words, dictionary) ||
      findInWord(run, i, words, dictionary, segment) ||
      (isCounter(run, i, words, isAfterDigit) ? dictionary.counters[run.charCodeAt(i)]! : 0);
    if (unit === 0) continue;
    out[start + i] = unit;
    isOpen[start + i] = unit >= FIRM ? FINAL : SETTLED;
  }
}

/** Let the neighbours have the last word on the characters of a run that they know of. */
function weigh({ text, dictionary: { judge }, out, isOpen }: Page, start: number, end: number): void {
  for (let i = start; i < end; i++) {
    if (judge.isJudged[text.charCodeAt(i)] !== 0 && isOpen[i] !== FINAL)
      out[i] = judge.judge(text, i, out[i]!, isOpen[i] === SETTLED);
  }
}

/**
 * Marks what lies in a phrase, wherever words begin, and what may be a counter; is a split character among it? Most
 * runs have none, and need not be cut into words, which takes far longer.
 */
function markOpen({ text, dictionary, isOpen }: Page, start: number, end: number): boolean {
  const { isSplit, counters, openings, phrases } = dictionary;
  let hasOpen = false;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (counters[unit] !== 0) isOpen[i] = 1;
    const known = i + 1 < end ? lengthsOf(openings, unit, text.charCodeAt(i + 1)) : 0;
    for (let length = 2; known >>> length !== 0 && i + length <= end; length++) {
      const isHere =
        ((known >>> length) & 1) === 1 && (length === 2 || phrases.has(text.slice(i, i + length)));
      if (isHere) isOpen.fill(1, i, i + length);
    }
    if (isOpen[i] === 1 && isSplit[unit] === 1) hasOpen = true;
  }
  return hasOpen;
}

/** What the longest phrase of whole words over the character at `at` makes of it; 0 when there is none, {@link FIRM} added. */
function findOverWords(run: string, at: number, words: Uint8Array, dictionary: Dictionary): number {
  const {
    phrases,
    lengths,
    judge: { firm },
  } = dictionary;
  let unit = 0;
  let longest = 1;
  const to = wordEnd(at, words);
  let start = wordStart(at, words);
  for (let before = 0; before < REACH; before++) {
    const known = lengths[run.charCodeAt(start)]!;
    let end = to;
    for (let after = 0; after < REACH && end - start <= LONGEST && known >>> (end - start) !== 0; after++) {
      if (end - start > longest && ((known >>> (end - start)) & 1) === 1) {
        const phrase = run.slice(start, end);
        const found = phrases.get(phrase);
        if (found !== undefined) {
          unit = found.charCodeAt(at - start) | (firm.has(phrase) ? FIRM : 0);
          longest = end - start;
        }
      }
      if (end === run.length) break;
      end = wordEnd(end, words);
    }
    if (start === 0) break;
    start = wordStart(start - 1, words);
  }
  return unit;
}

/** The same within the word, cut into smaller words: 体系|结构, not 体|系结|构. */
function findInWord(
  run: string,
  at: number,
  words: Uint8Array,
  dictionary: Dictionary,
  segment: Segmenter,
): number {
  const start = wordStart(at, words);
  const end = wordEnd(at, words);
  if (end - start < 3) return 0;
  const parts = new Uint8Array(end - start + 1);
  segment(run, start, end, parts, end - start - 1);
  return findOverWords(run.slice(start, end), at - start, parts, dictionary);
}

/** Is the character at `at` a word of its own behind a number: 三十|里, 3只? Not 统一|只, whose 一 counts nothing. */
function isCounter(run: string, at: number, words: Uint8Array, isAfterDigit: boolean): boolean {
  if (words[at] === 0 || words[at + 1] === 0) return false;
  if (at === 0) return isAfterDigit;
  return NUMBER.test(run.slice(wordStart(at - 1, words), at));
}

function wordStart(at: number, words: Uint8Array): number {
  let start = at;
  while (words[start] === 0) start--;
  return start;
}

function wordEnd(at: number, words: Uint8Array): number {
  let end = at + 1;
  while (words[end] === 0) end++;
  return end;
}

/** Puts in the characters that lie beyond the BMP in either script: 𫍽 → 譞. */
function withBeyond(text: string, out: Uint16Array, { characters, isBeyond }: Dictionary): string {
  let result = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (isBeyond[text.charCodeAt(i)] === 0) continue;
    const character = String.fromCodePoint(text.codePointAt(i)!);
    const found = characters.get(character);
    if (found !== undefined) {
      result += fromUnits(out, from, i) + found;
      from = i + character.length;
    }
    i += character.length - 1;
  }
  return result + fromUnits(out, from, out.length);
}
