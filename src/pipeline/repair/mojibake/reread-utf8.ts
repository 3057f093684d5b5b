/** Rereading text as the UTF-8 it was: 鍥犱负 → 因为. */
import { ASKED, type ByteRow, isLost, toBytes } from './bytes.ts';
import type { Charset } from './charsets.ts';
import { BLANK, beforeLostMark, lossesOf, optionsFor, pairsOf, withPrivateRest } from './lost-bytes.ts';
import { type Stretch, StretchWriter } from './stretch.ts';
import { characterOf, isContinuation, lengthOf, optionsWith } from './utf8.ts';

/** The stretches of `text` from `start` to `end` that were valid UTF-8 before they were read as `wrong`. */
export function rereadUtf8(text: string, start: number, end: number, wrong: Charset): Stretch[] {
  const row = toBytes(text, start, end, wrong);
  const writer = new StretchWriter();
  const stretches: Stretch[] = [];
  const finish = (at: number) => {
    const stretch = writer.isEmpty ? undefined : writer.finish(row.from[at]!);
    if (stretch && /[^\0-\x7f]/.test(stretch.text)) stretches.push(stretch);
  };
  for (let at = 0; at < row.length; ) {
    const taken = takeCharacter(row, at, wrong, writer);
    if (taken > 0) at += taken;
    else {
      finish(at);
      do at++;
      while (row.from[at] === -1);
    }
  }
  finish(row.length);
  return stretches;
}

/** How many bytes the character at `at` has, once it is written; 0 where there is none. */
function takeCharacter(row: ByteRow, at: number, wrong: Charset, writer: StretchWriter): number {
  const { bytes, from } = row;
  const lead = bytes[at]!;
  if (lead < 0x80 || lead === ASKED) {
    if (!writer.isEmpty) writer.add(lead === ASKED ? '?' : String.fromCharCode(lead), from[at]!);
    return writer.isEmpty ? 0 : 1;
  }
  const length = lengthOf(lead);
  if (length === 0 || (writer.isEmpty && from[at] === -1)) return 0;
  let known = 1;
  while (known < length && isContinuation(bytes[at + known])) known++;
  const sequence = [...bytes.subarray(at, at + known)];
  const skipped = wrong.isDouble ? takeLostPair(bytes, from, at, writer) : 0;
  if (skipped > 0) return skipped;
  if (known === length) {
    const character = isWholePair(row, at, length, wrong)
      ? betweenWhole(row, at, writer, sequence)
      : characterOf(sequence);
    if (character) writer.add(character, from[at]!);
    return character ? length : 0;
  }
  if (isLost(bytes[at + 1]) && length === 3 && isContinuation(bytes[at + 2])) {
    const known = [lead, bytes[at + 2]!];
    writer.addHole(() => optionsWith(known, 1, lossesOf(wrong)), from[at]!);
    return 3;
  }
  return takeHole(sequence, length, bytes[at + known], from[at]!, wrong, writer);
}

/** Two bytes that are one character as found: 路 of 鍒楀か路鎵樺皵, which is ·, or simply a sound 路. */
function isWholePair({ from }: ByteRow, at: number, length: number, { isDouble }: Charset): boolean {
  return isDouble && length === 2 && from[at] !== -1 && from[at + 2] !== -1;
}

function betweenWhole(
  { bytes }: ByteRow,
  at: number,
  writer: StretchWriter,
  sequence: readonly number[],
): string | undefined {
  const next = bytes[at + 2] ?? 0;
  const isLatin = (lead: number) => lead === 0xc2 || lead === 0xc3;
  const length = isLatin(next) ? 2 : lengthOf(next) === 3 ? 3 : 0;
  const isFollowed = length > 0 && bytes.subarray(at + 3, at + 2 + length).every(isContinuation);
  return isLatin(sequence[0]!) && (writer.endsHigh || isFollowed) ? characterOf(sequence) : undefined;
}

/**
 * Pairs of GBK that are private use (lead AA–AF, trail from A1 on; lead A1–A7, trail up to A0) easily vanish. Where one
 * is gone from between two characters, two continuation bytes follow where a pair begins; where it was the rest of a
 * character, none follow. How many bytes are taken; 0 where nothing is lost.
 */
function takeLostPair(bytes: Uint16Array, from: Int32Array, at: number, writer: StretchWriter): number {
  const lead = bytes[at]!;
  if (lead < 0xe2 || lead > 0xef) return 0;
  if (from[at] === -1) return takeLostRest(lead, bytes[at + 1], writer);
  const after = isLost(bytes[at + 2]) ? at + 3 : at + 2;
  const head = [lead, bytes[at + 1]!];
  if (after === at + 2 && from[after] !== -1 && bytes[after] === 0x80 && isLost(bytes[after + 1])) {
    writer.addHole(() => beforeLostMark(head), from[at]!); // 缃€? may be 置。 as well as 罀
    return 4;
  }
  if (from[after] === -1 || !isContinuation(bytes[after]) || !isContinuation(bytes[after + 1])) return 0;
  const tail = [bytes[after]!, bytes[after + 1]!];
  writer.addHole(() => pairsOf(head, tail), from[at]!);
  return after + 2 - at;
}

function takeLostRest(lead: number, next: number | undefined, writer: StretchWriter): number {
  if (isContinuation(next) || isLost(next)) return 0;
  writer.addHole(() => withPrivateRest(lead), -1);
  return 1;
}

/** A sequence that breaks off: one byte is lost, and `next` may be what is left of it. */
function takeHole(
  sequence: readonly number[],
  length: number,
  next: number | undefined,
  from: number,
  wrong: Charset,
  writer: StretchWriter,
): number {
  const isAmid = writer.endsHigh || (next !== undefined && next > 0xc1 && next < 0x100);
  const options = optionsFor({ sequence, length, next, isAmid }, wrong);
  if (!options) return 0;
  writer.addHole(options, from);
  const isEaten = isLost(next) || (next === BLANK && !wrong.isDouble);
  return sequence.length + (isEaten ? 1 : 0);
}
