/** Strict CP936, and the private-use rows beside it, in both directions. */

import { firstRow, rowEnd } from '../../data/walk-rows.ts';

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
/** A row of `gbk.txt`: the lead in two digits, a tab, its characters and a line feed. */
const ROW = TRAILS + 4;

/** Parse `src/data/gbk.txt`. Throws on a row that has not 190 characters. */
export function parseGbk(source: string): Gbk {
  const gbk: Gbk = { pairOf: new Uint16Array(0x10000), unitOf: new Uint16Array(0x10000) };
  for (let at = firstRow(source); at < source.length; at += ROW) {
    if (rowEnd(source, at) !== at + ROW - 1 || source[at + 2] !== '\t')
      throw new Error(`gbk.txt: no row of ${TRAILS}: ${source.slice(at, at + 8)}`);
    assignLead(gbk, Number.parseInt(source.slice(at, at + 2), 16), source, at + 3);
  }
  for (let unit = PUA_FIRST; unit <= PUA_LAST; unit++) assignPrivate(gbk, unit);
  return gbk;
}

/** The characters of `source` from `from` on are those of the pairs of `lead`. */
function assignLead(gbk: Gbk, lead: number, source: string, from: number): void {
  for (let i = 0; i < TRAILS; i++)
    assign(gbk, lead, 0x40 + i + (i < 0x3f ? 0 : 1), source.charCodeAt(from + i));
}

function assign(gbk: Gbk, lead: number, trail: number, unit: number): void {
  if (unit === 0xfffd) return;
  const pair = (lead << 8) | trail;
  gbk.unitOf[pair] = unit;
  gbk.pairOf[unit] = pair;
}

function assignPrivate(gbk: Gbk, unit: number): void {
  if (unit < 0xe234) assignCell(gbk, unit, 0xaa, unit - 0xe000);
  else if (unit < 0xe4c6) assignCell(gbk, unit, 0xf8, unit - 0xe234);
  else assignRow(gbk, unit, unit - 0xe4c6);
}

/** The rows A1–A7 with trails 40–A0. */
function assignRow(gbk: Gbk, unit: number, cell: number): void {
  const trail = 0x40 + (cell % 96);
  assign(gbk, 0xa1 + Math.floor(cell / 96), trail < 0x7f ? trail : trail + 1, unit);
}

function assignCell(gbk: Gbk, unit: number, firstLead: number, cell: number): void {
  assign(gbk, firstLead + Math.floor(cell / 94), 0xa1 + (cell % 94), unit);
}
