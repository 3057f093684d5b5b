/** Mojibake, made: text encoded in one encoding and read in another, as the world does it. */
import { isPrivate } from '../../src/pipeline/repair/gbk.ts';
import type { Charset } from '../../src/pipeline/repair/mojibake/charsets.ts';
import type { Step } from '../../src/pipeline/repair/mojibake/steps.ts';
import { rules } from '../support/rules.ts';

/** What happens to bytes the wrong encoding does not know, and to characters nobody sees. */
export type Losses = 'kept' | 'dropped' | 'asked';

/** Can `text` be written in `right` at all? */
export function isWritable(text: string, { right }: Step): boolean {
  return right === 'utf-8' || encode(text, right).every((byte) => byte !== 0x3f) || text.includes('?');
}

/**
 * `text` misread: 因为 as UTF-8 read as GBK is 鍥犱负. `kept` loses nothing but what the wrong encoding has no character
 * for, `dropped` loses invisible and private-use characters, `asked` leaves a `?` of each.
 */
export function misread(text: string, { right, wrong }: Step, losses: Losses): string {
  return text
    .split('\n')
    .map((line) => decode(encode(line, right), rules.repair.charsets()[wrong], losses))
    .join('\n');
}

function encode(text: string, right: Step['right']): number[] {
  if (right === 'utf-8') return [...new TextEncoder().encode(text)];
  const { codeOf } = rules.repair.charsets()[right];
  return Array.from(text).flatMap((character) => {
    const code = codeOf[character.charCodeAt(0)] ?? 0; // 0: there is none
    return code === 0 ? [0x3f] : code > 0xff ? [code >> 8, code & 0xff] : [code];
  });
}

function decode(bytes: readonly number[], charset: Charset, losses: Losses): string {
  let text = '';
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80 || !charset.isDouble) text += characterOf(byte, charset, losses);
    else if (byte === 0x80) text += '€';
    else text += characterOf((byte << 8) | (bytes[++at] ?? 0), charset, losses);
  }
  return text;
}

function characterOf(code: number, { unitOf, isDouble, fragile }: Charset, losses: Losses): string {
  const unit = unitOf[code] ?? 0; // 0: there is none
  if (unit === 0) return '?';
  const isLost = isDouble ? isPrivate(unit) : fragile.includes(code);
  if (!isLost || losses === 'kept') return String.fromCharCode(unit);
  return losses === 'dropped' ? '' : '?';
}
