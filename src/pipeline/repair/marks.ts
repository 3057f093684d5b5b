/** The marks before which a mirror puts control bytes, wherever their bytes are found. */
import type { Channel } from './channel.ts';

/** Is `unit` one of the control characters U+0001–U+0008? */
export function isControl(unit: number): boolean {
  return unit >= 0x01 && unit <= 0x08;
}

/** The GBK pair of the mark that `unit` is (folded to half width or not), 。 A1A3; 0 when it is none. */
export function markPair(unit: number, channel: Channel, isFolded: boolean): number {
  if (!(unit > 0)) return 0; // NaN: the end of the text
  return (isFolded ? channel.tornFolded : channel.torn)[unit] ?? 0;
}

/** Offset of the first unit at or behind `at` that is no control character. */
export function skipControls(text: string, at: number): number {
  let i = at;
  while (isControl(text.charCodeAt(i))) i++;
  return i;
}

/** Is `unit` a mark that ends a sentence or a part of one: 。，、；：！？ */
export function isStop(unit: number): boolean {
  return unit === 0x3001 || unit === 0x3002 || (unit >> 8 === 0xff && stops[unit & 0xff] === 1);
}

const stops = new Uint8Array(0x100);
for (const mark of '，；：！？') stops[mark.charCodeAt(0) & 0xff] = 1;
