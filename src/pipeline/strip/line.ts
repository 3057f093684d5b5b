/** A page seen line by line, with the features that tell an author's line from a site's. */
import { type FoldTable, fold } from '../words/fold.ts';

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

/** The characters that only one of the scripts has. */
export interface ScriptTable {
  readonly fold: FoldTable;
  /** By UTF-16 unit: 1 where the character is Simplified only, 2 where it is Traditional only, otherwise 0. */
  readonly side: Uint8Array;
}

const HAN = /\p{Script=Han}/u;
const BLANKS = /[\s\u00a0\u3000\u200b\ufeff]+/g; // no-break, ideographic and zero-width blanks
const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/; // everything that ends a line in Unicode
const SENTENCE = /[。！？!?]/; // a half-width full stop ends no Chinese sentence

/** `text` folded for comparing; see {@link Line.plain}. */
export function foldPlain(text: string, table: FoldTable): string {
  const halfWidth = fold(text, table).replace(/[\uff01-\uff5e【】“”]/g, narrow);
  return halfWidth.replace(BLANKS, '').toLowerCase();
}

const brackets: Readonly<Record<string, string>> = { '【': '[', '】': ']', '“': '"', '”': '"' };

function narrow(mark: string): string {
  return brackets[mark] ?? String.fromCharCode(mark.charCodeAt(0) - 0xfee0);
}

/** The lines of `text` that are not blank, in order. */
export function splitLines(text: string, table: ScriptTable): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const raw of text.split(LINE_BREAK)) {
    const trimmed = raw.trim();
    if (trimmed !== '') lines.push(readLine(trimmed, from + raw.indexOf(trimmed), table));
    from += raw.length + 1;
  }
  return lines;
}

function readLine(text: string, start: number, table: ScriptTable): Line {
  let han = 0;
  const sides = [0, 0, 0];
  for (const character of text) {
    if (!HAN.test(character)) continue;
    han++;
    const side = table.side[character.charCodeAt(0)]!;
    sides[side] = sides[side]! + 1;
  }
  return {
    start,
    end: start + text.length,
    text,
    plain: foldPlain(text, table.fold),
    han,
    isSentence: SENTENCE.test(text),
    simplified: sides[1]!,
    traditional: sides[2]!,
  };
}

/**
 * Is it a line an author wrote: a sentence of some length that ends in a full stop, or a long one that ends otherwise?
 * Headlines in lists of links end in ！ and ？ too, but they are short.
 */
export function isBody({ text, han, isSentence }: Line): boolean {
  return (han >= 20 && text.includes('。')) || (han >= 50 && isSentence);
}
