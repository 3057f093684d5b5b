/** Strict CP936, and the private-use rows beside it, in both directions. */

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

/** Parse `src/data/gbk.txt`. Throws on a row that has not 190 characters. */
export function parseGbk(source: string): Gbk {
  const gbk: Gbk = { pairOf: new Uint16Array(0x10000), unitOf: new Uint16Array(0x10000) };
  for (const line of source.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.length !== 193 || line[2] !== '\t')
      throw new Error(`gbk.txt: no row of 190: ${line.slice(0, 8)}`);
    const lead = Number.parseInt(line.slice(0, 2), 16);
    for (let i = 0; i < 190; i++) assign(gbk, lead, 0x40 + i + (i < 0x3f ? 0 : 1), line.charCodeAt(3 + i));
  }
  for (let unit = PUA_FIRST; unit <= PUA_LAST; unit++) assignPrivate(gbk, unit);
  return gbk;
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
