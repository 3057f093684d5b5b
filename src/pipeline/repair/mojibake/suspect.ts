/** A quick look for what mojibake is made of: one table lookup per character, so that sound text costs next to nothing. */
import { costOfUnit } from '../../text/word-model.ts';
import { SUSPICION } from '../constants.ts';
import type { RepairRules } from '../rules.ts';

const { ordinary, ascii, slight, uncommon, odd, lossSign } = SUSPICION;

const caches = new WeakMap<RepairRules, Int8Array>();

/** How suspicious characters are, by UTF-16 unit; made once. */
export function suspicions(rules: RepairRules): Int8Array {
  const table = caches.get(rules) ?? makeTable(rules);
  caches.set(rules, table);
  return table;
}

function makeTable(rules: RepairRules): Int8Array {
  const table = new Int8Array(0x10000).fill(ordinary);
  table.fill(ascii, 0, 0x80);
  table.fill(odd, 0x80, 0x100);
  for (const name of ['windows-1252', 'macintosh'] as const) addHigh(table, name, rules);
  addHan(table, rules);
  // Bopomofo, small forms and private-use characters: what a swap of GBK and Big5 leaves of marks.
  table.fill(odd, 0x3105, 0x312a);
  table.fill(odd, 0x3200, 0x3400);
  table.fill(odd, 0xfe30, 0xfe70);
  table.fill(slight, 0xe000, 0xf900);
  const signs = rules.patterns().lossSign;
  for (const sign of signs.source) if (signs.test(sign)) table[sign.charCodeAt(0)] = lossSign;
  table['?'.charCodeAt(0)] = odd;
  for (const usual of '\u00a0·×°§“”‘’…—–•®©™€') table[usual.charCodeAt(0)] = 0;
  return table;
}

function addHan(table: Int8Array, rules: RepairRules): void {
  for (let unit = 0x4e00; unit < 0xa000; unit++)
    table[unit] = ofHan(costOfUnit(unit, rules), rules.gbk.pairOf[unit] ?? 0);
}

function addHigh(table: Int8Array, name: 'windows-1252' | 'macintosh', rules: RepairRules): void {
  const { unitOf } = rules.charsets()[name];
  for (const unit of unitOf.subarray(0x80, 0x100)) table[unit] = odd;
}

function ofHan(cost: number, pair: number): number {
  if (cost < SUSPICION.han.common) return ordinary;
  const utf8 = pair >= 0xe480 && pair < 0xea00 && (pair & 0xff) < 0xc0 ? slight : 0;
  if (cost < SUSPICION.han.uncommon) return utf8;
  return (cost < SUSPICION.han.rare ? uncommon : odd) + utf8;
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
      if (level >= SUSPICION.enough) return at;
      if (level === 0 && table[text.charCodeAt(at + 1)]! <= 0) break;
    }
  }
  return -1;
}
