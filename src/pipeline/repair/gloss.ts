/** Finding glosses: `(wù)` after a character, `?yàn)` inside one. */

import type { Readings } from '../text/readings.ts';
import { EURO, type Gbk, isLead } from './gbk.ts';
import type { RepairRules } from './rules.ts';

const OPEN = 0x28;
const CLOSE = 0x29;
const BLANK = 0x20;
const LONGEST = 6; // zhuāng

/** 1 for the letters of GBK's row A8 and a–z. */
const letters = new Uint8Array(0x10000);
for (const letter of 'abcdefghijklmnopqrstuvwxyzāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü') letters[letter.charCodeAt(0)] = 1;

/** A reading in the text; offsets are UTF-16 units, `end` is behind the `)`. */
export interface Gloss {
  readonly end: number;
  /** Number of the reading in {@link Readings}. */
  readonly reading: number;
}

/** The reading, an optional blank and `)` that begin at `at`, if that is what stands there. */
export function readingAt(text: string, at: number, readings: Readings): Gloss | undefined {
  let i = at;
  while (i - at <= LONGEST && letters[text.charCodeAt(i)] === 1) i++;
  if (i === at || i - at > LONGEST) return undefined;
  const end = text.charCodeAt(i) === BLANK ? i + 1 : i;
  if (text.charCodeAt(end) !== CLOSE) return undefined;
  const reading = readings.ids.get(text.slice(at, i));
  return reading === undefined ? undefined : { end: end + 1, reading };
}

/** The `(reading)` that begins at `at`, if that is what stands there. */
export function glossAt(text: string, at: number, readings: Readings): Gloss | undefined {
  return text.charCodeAt(at) === OPEN ? readingAt(text, at + 1, readings) : undefined;
}

/** The last byte that `unit` is in GBK; 0 where it is not in GBK. */
export function lastByte(unit: number, gbk: Gbk): number {
  if (unit < 0x80) return unit;
  return unit === EURO ? 0x80 : (gbk.pairOf[unit] ?? 0) & 0xff;
}

/** Offset before the gloss that ends at `end`; `end` where none does. */
export function beforeGloss(text: string, end: number, readings: Readings): number {
  if (text.charCodeAt(end - 1) !== CLOSE) return end;
  const from = Math.max(0, end - LONGEST - 3);
  const open = text.slice(from, end).lastIndexOf('(');
  return open >= 0 && glossAt(text, from + open, readings)?.end === end ? from + open : end;
}

/**
 * The character that the last two bytes before the offset `at` are, whatever characters the decoding made of them:
 * before the gloss of `O(shè)` it is 設, D44F, when the byte before the `O` is D4. 0 where they are none.
 */
export function glossedUnit(
  text: string,
  at: number,
  { gbk, readings }: Pick<RepairRules, 'gbk' | 'readings'>,
): number {
  if (at === 0) return 0;
  const unit = text.charCodeAt(at - 1);
  if (gbk.pairOf[unit] !== 0 && unit !== EURO) return unit;
  const trail = lastByte(unit, gbk);
  const before = beforeGloss(text, at - 1, readings);
  if (trail < 0x40 || before === 0) return 0;
  const last = lastByte(text.charCodeAt(before - 1), gbk);
  const lead = last < 0x80 ? last + 0x80 : last; // punctuation of a folded page was full-width: A3, and this byte
  return isLead(lead) ? (gbk.unitOf[(lead << 8) | trail] ?? 0) : 0;
}
