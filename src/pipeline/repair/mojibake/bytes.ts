/** Text taken back to the bytes it was read from. */
import type { Charset } from './charsets.ts';
import type { TextSpan } from './lines.ts';
import { HOLE_UNIT } from './stretch.ts';

/** Beside the bytes 0–255: a unit the encoding does not have, one that stands for a byte lost, and `?`, which may. */
const FOREIGN = 256;
const LOST = 257;
export const ASKED = 258;

const QUESTION = 0x3f;
const REPLACEMENT = 0xfffd;

/** Bytes, each with the offset of the unit it came from; −1 where the unit began with the byte before. */
export interface ByteRow {
  readonly length: number;
  readonly bytes: Uint16Array;
  readonly from: Int32Array;
}

/** The units of a span as bytes of `charset`. */
export function toBytes({ text, start, end }: TextSpan, charset: Charset): ByteRow {
  const bytes = new Uint16Array(2 * (end - start));
  const from = new Int32Array(2 * (end - start) + 1);
  let length = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const code = charset.codeOf[unit]!;
    from[length] = at;
    if (code > 0xff) {
      bytes[length++] = code >> 8;
      from[length] = -1;
      bytes[length++] = code & 0xff;
    } else bytes[length++] = byteOf(unit, code);
  }
  from[length] = end;
  return { length, bytes, from };
}

/** A decoder that did not know what to make of bytes left `?` or U+FFFD. */
function byteOf(unit: number, code: number): number {
  if (unit === QUESTION) return ASKED;
  if (unit === HOLE_UNIT || unit === REPLACEMENT) return LOST;
  return code === 0 ? FOREIGN : code;
}

export function isLost(byte: number | undefined): boolean {
  return byte === LOST || byte === ASKED;
}
