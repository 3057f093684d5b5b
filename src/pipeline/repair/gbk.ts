/** Strict CP936, and the private-use rows beside it, in both directions. */

import { walkRows } from '../../data/read-rows.ts';

/** Private-use characters that GBK's user-defined rows decode to: AAA1–AFFE, F8A1–FEFE, A140–A7A0. */
const PUA_FIRST = 0xe000;
const PUA_LAST = 0xe765;

export const EURO = 0x20ac;

export interface Gbk {
  /** By UTF-16 unit: `lead << 8 | trail`; 0 where CP936 has no pair for it. */
  readonly pairOf: Uint16Array;
  /** By `lead << 8 | trail`: the UTF-16 unit; 0 where the pair is not assigned. */
  readonly unitOf: Uint16Array;
}

export function isPrivate(unit: number): boolean {
  return unit >= PUA_FIRST && unit <= PUA_LAST;
}

/** Is `byte` one that can begin a pair? */
export function isLead(byte: number): boolean {
  return byte >= 0x81 && byte <= 0xfe;
}

const TRAILS = 190;

/** Parse `src/data/gbk.txt`. Throws on a row that has not 190 characters. */
export function parseGbk(source: string): Gbk {
  const gbk: Gbk = { pairOf: new Uint16Array(0x10000), unitOf: new Uint16Array(0x10000) };
  walkRows(source, (from, end) => {
    if (end - from !== TRAILS + 3 || source[from + 2] !== '\t')
      throw new Error(`gbk.txt: no row of ${TRAILS}: ${source.slice(from, from + 8)}`);
    assignLead(gbk, source, from);
  });
  for (let unit = PUA_FIRST; unit <= PUA_LAST; unit++) assignPrivate(gbk, unit);
  return gbk;
}

/** The row that begins at `from`: a lead in two digits, a tab, and the characters of its pairs. */
function assignLead(gbk: Gbk, source: string, from: number): void {
  const lead = Number.parseInt(source.slice(from, from + 2), 16) << 8;
  for (let i = 0; i < TRAILS; i++)
    assign(gbk, lead | (0x40 + i + (i < 0x3f ? 0 : 1)), source.charCodeAt(from + 3 + i));
}

function assign(gbk: Gbk, pair: number, unit: number): void {
  if (unit === 0xfffd) return;
  gbk.unitOf[pair] = unit;
  gbk.pairOf[unit] = pair;
}

function assignPrivate(gbk: Gbk, unit: number): void {
  if (unit < 0xe234) assign(gbk, pairAt(0xaa, unit - 0xe000), unit);
  else if (unit < 0xe4c6) assign(gbk, pairAt(0xf8, unit - 0xe234), unit);
  else assign(gbk, shortPairAt(unit - 0xe4c6), unit);
}

/** The pair with this number in the rows from `firstLead` on, whose trails are A1–FE. */
function pairAt(firstLead: number, cell: number): number {
  return ((firstLead + Math.floor(cell / 94)) << 8) | (0xa1 + (cell % 94));
}

/** The pair with this number in the rows A1–A7, whose trails are 40–A0 without 7F. */
function shortPairAt(cell: number): number {
  const trail = 0x40 + (cell % 96);
  return ((0xa1 + Math.floor(cell / 96)) << 8) | (trail < 0x7f ? trail : trail + 1);
}
