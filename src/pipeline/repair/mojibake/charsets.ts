/** Encodings as tables in both directions, for taking text back to the bytes it was wrongly read from. */
import { readRows } from '../../../data/read-rows.ts';
import { once } from '../../text/once.ts';
import { EURO, type Gbk } from '../gbk.ts';

export type CharsetName = 'gbk' | 'big5' | 'windows-1252' | 'macintosh';

/** An encoding of one or two bytes. A code is the byte, or `lead << 8 | trail`; ASCII is itself. */
export interface Charset {
  readonly name: CharsetName;
  readonly isDouble: boolean;
  /** By UTF-16 unit: its code; 0 where it has none. */
  readonly codeOf: Uint16Array;
  /** By code: the UTF-16 unit; 0 where none is assigned. */
  readonly unitOf: Uint16Array;
  /** Bytes from 80 on that are easily lost in this encoding, because they stand for nothing visible. */
  readonly fragile: readonly number[];
}

export type Charsets = Readonly<Record<CharsetName, Charset>>;

const REPLACEMENT = 0xfffd;
const SOFT_HYPHEN = 0xad;
const BIG5_TRAILS = 157;

/**
 * The tables of `big5.txt`, `single-byte.txt` and `gbk`; those of two bytes are built when they are first asked for.
 * Throws, naming the file, on a row it does not understand.
 */
export function parseCharsets(big5: () => string, singleByte: string, gbk: Gbk): Charsets {
  const rows = new Map(readRows('single-byte.txt', () => singleByte, 2).map(([name, row]) => [name, row]));
  const double = { gbk: once(() => fromGbk(gbk)), big5: once(() => parseBig5(big5())) };
  return {
    get gbk() {
      return double.gbk();
    },
    get big5() {
      return double.big5();
    },
    'windows-1252': parseSingleByte('windows-1252', rows),
    macintosh: parseSingleByte('macintosh', rows),
  };
}

function emptyCharset(name: CharsetName, isDouble: boolean, fragile: readonly number[]): Charset {
  const codeOf = new Uint16Array(0x10000);
  for (let byte = 1; byte < 0x80; byte++) codeOf[byte] = byte;
  return { name, isDouble, codeOf, unitOf: codeOf.slice(), fragile };
}

function assign({ codeOf, unitOf }: Charset, code: number, unit: number): void {
  unitOf[code] = unit;
  if (codeOf[unit] === 0) codeOf[unit] = code;
}

function fromGbk(gbk: Gbk): Charset {
  const charset = emptyCharset('gbk', true, []);
  for (const [pair, unit] of gbk.unitOf.entries())
    if (pair >= 0x8140 && unit !== 0) assign(charset, pair, unit);
  charset.codeOf[EURO] = 0x80;
  return charset;
}

function parseBig5(source: string): Charset {
  const charset = emptyCharset('big5', true, []);
  // Hong Kong's rows, before A1, have some characters a second time.
  const rows = readRows('big5.txt', () => source, 2).map(
    ([lead = '', row = '']) => [Number.parseInt(lead, 16), row] as const,
  );
  const late = rows.filter(([lead]) => lead < 0xa1);
  for (const [lead, row] of [...rows.filter(([lead]) => lead >= 0xa1), ...late]) {
    if (row.length !== BIG5_TRAILS) throw new Error(`big5.txt: no row of ${BIG5_TRAILS}: ${row.slice(0, 8)}`);
    for (let i = 0; i < BIG5_TRAILS; i++) {
      const unit = row.charCodeAt(i);
      if (unit !== REPLACEMENT) assign(charset, (lead << 8) | trailAt(i), unit);
    }
  }
  addUserDefined(charset);
  return charset;
}

/** User-defined rows of CP950 and where their private-use characters begin. */
const userDefined = [
  { first: 0xfa, last: 0xfe, from: 0, unit: 0xe000 },
  { first: 0x8e, last: 0xa0, from: 0, unit: 0xe311 },
  { first: 0x81, last: 0x8d, from: 0, unit: 0xeeb8 },
  { first: 0xc6, last: 0xc8, from: 63, unit: 0xf6b1 },
] as const;

function addUserDefined({ codeOf, unitOf }: Charset): void {
  for (const { first, last, from, unit: start } of userDefined) {
    let unit: number = start;
    for (let lead: number = first; lead <= last; lead++) {
      for (let i = lead === first ? from : 0; i < BIG5_TRAILS; i++) {
        const code = (lead << 8) | trailAt(i);
        codeOf[unit] = code;
        if (unitOf[code] === 0) unitOf[code] = unit;
        unit++;
      }
    }
  }
}

function trailAt(i: number): number {
  return i < 63 ? 0x40 + i : 0xa1 + i - 63;
}

function parseSingleByte(
  name: 'windows-1252' | 'macintosh',
  rows: ReadonlyMap<string | undefined, string | undefined>,
): Charset {
  const row = rows.get(name);
  if (row?.length !== 128) throw new Error(`single-byte.txt: no row of 128 for ${name}`);
  const fragile: number[] = [];
  const charset = emptyCharset(name, false, fragile);
  for (let i = 0; i < 128; i++) {
    const unit = row.charCodeAt(i);
    if (unit === REPLACEMENT || unit === SOFT_HYPHEN) fragile.push(0x80 + i);
    assign(charset, 0x80 + i, unit === REPLACEMENT ? 0x80 + i : unit);
  }
  // Read as ISO 8859-1, all of 80–9F became C1 controls.
  if (name === 'windows-1252') for (let byte = 0x80; byte < 0xa0; byte++) charset.codeOf[byte] = byte;
  return charset;
}
