/** The six marks before which a mirror puts control bytes, wherever their bytes are found. */
import type { Gbk } from './gbk.ts';

const MARKS = new Set([0xa1a3, 0xa1a2, 0xa3ac, 0xa3a1, 0xa3bb, 0xa3bf]); // 。 、 ， ！ ； ？
const FOLDED = new Map([...'!,;?'].map((mark) => [mark.charCodeAt(0), 0xa380 + mark.charCodeAt(0)]));

/** Is `unit` one of the control characters U+0001–U+0008? */
export function isControl(unit: number): boolean {
  return unit >= 0x01 && unit <= 0x08;
}

/** Is `unit` one of the six marks, folded to half width or not? */
export function isMark(unit: number, gbk: Gbk): boolean {
  return FOLDED.has(unit) || markPair(unit, gbk, false) !== 0;
}

/** The GBK pair of the mark that `unit` is (folded to half width or not); 0 when it is none. */
export function markPair(unit: number, gbk: Gbk, isFolded: boolean): number {
  if (unit < 0x80) return isFolded ? (FOLDED.get(unit) ?? 0) : 0;
  const pair = gbk.pairOf[unit]!;
  return MARKS.has(pair) ? pair : 0;
}

/** Offset of the first unit at or behind `at` that is no control character. */
export function skipControls(text: string, at: number): number {
  let i = at;
  while (isControl(text.charCodeAt(i))) i++;
  return i;
}
