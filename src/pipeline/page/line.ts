/** A page seen line by line, with the features that tell an author's line from a site's. */

import type { FoldTable } from '../text/fold.ts';
import { fromUnits } from '../text/from-units.ts';
import { HAN, plainTable, STOP, unitClasses } from '../text/plain.ts';
import type { ScriptTable } from '../text/script-table.ts';
import * as limits from './constants.ts';

/** A line that is not blank. Offsets are UTF-16 units of the text and leave out the blanks at both ends. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The text folded for comparing: Simplified, half-width, lower case, no blanks: `微信掃一掃，` → `微信扫一扫,`. */
  readonly plain: string;
  /** Han characters in it. */
  readonly han: number;
  /** Is a full stop, exclamation or question mark in it? */
  readonly isSentence: boolean;
  /** Characters that exist only in Simplified, and only in Traditional. */
  readonly simplified: number;
  readonly traditional: number;
}

/** By unit up to U+2029: 1 for everything that ends a line in Unicode. */
const lineBreaks = new Uint8Array(0x202a);
for (const unit of '\n\v\f\r\u0085\u2028\u2029') lineBreaks[unit.charCodeAt(0)] = 1;

/** `text` folded for comparing; see {@link Line.plain}. */
export function foldPlain(text: string, fold: FoldTable): string {
  const table = plainTable(fold);
  let same = 0;
  while (same < text.length && table[text.charCodeAt(same)] === text.charCodeAt(same)) same++;
  if (same === text.length) return text;
  const units = new Uint16Array(text.length - same);
  let length = 0;
  for (let i = same; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const folded = table[unit]!;
    if (folded !== 0 || unit === 0) units[length++] = folded;
  }
  return text.slice(0, same) + fromUnits(units, 0, length);
}

/** The lines of `text` that are not blank, in order. */
export function splitLines(text: string, table: ScriptTable): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !isLineBreak(text.charCodeAt(i))) continue;
    const raw = text.slice(from, i);
    const trimmed = raw.trim();
    if (trimmed !== '') lines.push(readLine(trimmed, from + raw.indexOf(trimmed), table));
    from = i + 1;
  }
  return lines;
}

/** The line at `index`, which must be one of `lines`. */
export function lineAt(lines: readonly Line[], index: number): Line {
  const line = lines[index];
  if (line === undefined) throw new RangeError(`There is no line ${index} among ${lines.length} lines.`);
  return line;
}

function isLineBreak(unit: number): boolean {
  return unit < lineBreaks.length && lineBreaks[unit] === 1;
}

function readLine(text: string, start: number, { fold, side }: ScriptTable): Line {
  let [han, simplified, traditional, stops] = [0, 0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kind = unitClasses[unit];
    if (kind === 0) continue;
    if (kind === STOP) stops++;
    if (kind !== HAN) continue;
    han++;
    const script = side[unit];
    if (script === 1) simplified++;
    else if (script === 2) traditional++;
  }
  const plain = foldPlain(text, fold);
  const end = start + text.length;
  return { start, end, text, plain, han, isSentence: stops > 0, simplified, traditional };
}

/**
 * Is it a line an author wrote: a sentence of some length that ends in a full stop, or a long one that ends otherwise?
 * Headlines in lists of links end in ！ and ？ too, but they are short.
 */
export function isBody({ text, han, isSentence }: Line): boolean {
  return (
    isSentence && han >= limits.FEWEST_BODY_HAN && (han >= limits.FEWEST_LONG_BODY_HAN || text.includes('。'))
  );
}

/** The line's letters and digits, folded, without marks. */
export function lettersOf({ plain }: Pick<Line, 'plain'>): string {
  return plain.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Can it be a title: short, and no end of a sentence that goes on or ends? */
export function isTitleLike({ plain, han }: Line): boolean {
  return han > 1 && plain.length <= limits.LONGEST_TITLE && !/[。;,:…]$/.test(plain);
}

/**
 * A dash, bar or low line after a Han character, a mark or a figure and before a Han character or an opening mark: what
 * sites set between a title and their own name, 標題_欄目-某某網校.
 */
export const TITLE_JOINT =
  /(?<=[\p{Script=Han}\p{Pe}\p{Pf}\d？！])\s*[-_|｜—–]+\s*(?=[\p{Script=Han}\p{Ps}])/gu;
