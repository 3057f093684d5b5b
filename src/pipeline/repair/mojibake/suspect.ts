/** A quick look for what mojibake is made of: one table lookup per character, so that sound text costs next to nothing. */
import { fromUnits } from '../../text/from-units.ts';
import type { RepairRules } from '../rules.ts';

/** A Han character costs this much or more when it is rare, and so on; quarters of a nat. */
const RARE = 56;
const UNCOMMON = 46;
const COMMON = 42;

/** What a character adds to the suspicion, or takes from it. */
const ORDINARY = -3;
const ASCII = -1;
const ODD = 3;
const HIGH_LATIN = 3;
const MARK = 4;
/** From here on a closer look is taken. */
const ENOUGH = 8;

const caches = new WeakMap<RepairRules, Int8Array>();

/** How suspicious characters are, by UTF-16 unit; made once. */
export function suspicions(rules: RepairRules): Int8Array {
  const table = caches.get(rules) ?? makeTable(rules);
  caches.set(rules, table);
  return table;
}

function makeTable(rules: RepairRules): Int8Array {
  const table = new Int8Array(0x10000).fill(ORDINARY);
  table.fill(ASCII, 0, 0x80);
  table.fill(HIGH_LATIN, 0x80, 0x100);
  for (const name of ['windows-1252', 'macintosh'] as const) addHigh(table, name, rules);
  addHan(table, rules);
  // Bopomofo, small forms and private-use characters: what a swap of GBK and Big5 leaves of marks.
  table.fill(ODD, 0x3105, 0x312a);
  table.fill(ODD, 0x3200, 0x3400);
  table.fill(ODD, 0xfe30, 0xfe70);
  table.fill(1, 0xe000, 0xf900);
  const all = fromUnits(Uint16Array.from(table.keys()), 0, table.length);
  for (const [sign] of all.matchAll(rules.patterns().lossSign)) table[sign.charCodeAt(0)] = MARK;
  table['?'.charCodeAt(0)] = 3;
  for (const usual of '\u00a0·×°§“”‘’…—–•®©™€') table[usual.charCodeAt(0)] = 0;
  return table;
}

function addHan(table: Int8Array, { costs, fold, gbk: { pairOf } }: RepairRules): void {
  for (let unit = 0x4e00; unit < 0xa000; unit++) table[unit] = ofHan(costs[fold[unit]!]!, pairOf[unit]!);
}

function addHigh(table: Int8Array, name: 'windows-1252' | 'macintosh', rules: RepairRules): void {
  const { unitOf } = rules.charsets()[name];
  for (let byte = 0x80; byte < 0x100; byte++) table[unitOf[byte]!] = HIGH_LATIN;
}

function ofHan(cost: number, pair: number): number {
  if (cost < COMMON) return ORDINARY;
  const looksLikeUtf8 = pair >= 0xe480 && pair < 0xea00 && (pair & 0xff) < 0xc0 ? 1 : 0;
  if (cost < UNCOMMON) return looksLikeUtf8;
  return (cost < RARE ? 2 : ODD) + looksLikeUtf8;
}

/**
 * Offset where suspicion is enough, looking from `from` on; −1 where it never is. Enough takes several suspicious
 * characters in a row, so that looking at every other one finds the first or the second.
 */
export function findSuspect(text: string, from: number, table: Int8Array): number {
  const { length } = text;
  for (let at = from + 1; at <= length; at += 2) {
    if (at < length && table[text.charCodeAt(at)]! <= 0) continue;
    let level = 0;
    for (at--; at < length; at++) {
      level = Math.max(0, level + table[text.charCodeAt(at)]!);
      if (level >= ENOUGH) return at;
      if (level === 0 && table[text.charCodeAt(at + 1)]! <= 0) break;
    }
  }
  return -1;
}
