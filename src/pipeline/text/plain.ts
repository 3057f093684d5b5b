/** Tables by UTF-16 unit behind the features of a line, so that a page is read in one pass. */
import type { FoldTable } from './fold.ts';

const BLANKS = /[\s\u00a0\u3000\u200b\ufeff]/; // no-break, ideographic and zero-width blanks
const BRACKETS = { '【': '[', '】': ']', '“': '"', '”': '"' } as const;

const tables = new WeakMap<FoldTable, Uint16Array>();

/** By unit: what it is in a line folded for comparing, 0 where it goes: `，` → `,`, `Ａ` → `a`, `後` → `后`. */
export function plainTable(fold: FoldTable): Uint16Array {
  const known = tables.get(fold);
  if (known !== undefined) return known;
  const table = fold.map((folded) => lower(narrow(folded)));
  for (let unit = 0; unit < table.length; unit++) if (BLANKS.test(String.fromCharCode(unit))) table[unit] = 0;
  tables.set(fold, table);
  return table;
}

function narrow(unit: number): number {
  if (unit >= 0xff01 && unit <= 0xff5e) return unit - 0xfee0;
  const bracket = BRACKETS[String.fromCharCode(unit) as keyof typeof BRACKETS];
  return bracket === undefined ? unit : bracket.charCodeAt(0);
}

function lower(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const small = String.fromCharCode(unit).toLowerCase();
  return small.length === 1 ? small.charCodeAt(0) : unit;
}

/** Classes of units: a Han character, counted once by its high surrogate outside the BMP, and a mark that ends a sentence. */
export const HAN = 1;
export const STOP = 2;

const hanRanges = [
  [0x2e80, 0x2fd5],
  [0x3005, 0x3005],
  [0x3007, 0x3007],
  [0x3021, 0x3029],
  [0x3038, 0x303b],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xd840, 0xd888],
  [0xf900, 0xfad9],
] as const;

export const unitClasses = new Uint8Array(0x10000);
for (const [from, to] of hanRanges) unitClasses.fill(HAN, from, to + 1);
for (const mark of '。！？!?') unitClasses[mark.charCodeAt(0)] = STOP; // a half-width full stop ends no Chinese sentence
