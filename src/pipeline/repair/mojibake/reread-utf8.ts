/** Rereading text as the UTF-8 it was: 鍥犱负 → 因为. */
import { ASKED, type ByteRow, isLost, toBytes } from './bytes.ts';
import type { Charset } from './charsets.ts';
import type { TextSpan } from './lines.ts';
import { BLANK, beforeLostMark, lossesOf, optionsFor, pairsOf, withPrivateRest } from './lost-bytes.ts';
import { type Stretch, StretchWriter } from './stretch.ts';
import { characterOf, isContinuation, lengthOf, optionsWith } from './utf8.ts';

/** The stretches of a span that were valid UTF-8 before they were read as `wrong`. */
export function rereadUtf8(span: TextSpan, wrong: Charset): Stretch[] {
  const row = toBytes(span, wrong);
  const reader = new SequenceReader(row, wrong);
  const { writer } = reader;
  const stretches: Stretch[] = [];
  const finish = (at: number) => {
    const stretch = writer.isEmpty ? undefined : writer.finish(row.from[at]!);
    if (stretch && /[^\0-\x7f]/.test(stretch.text)) stretches.push(stretch);
  };
  for (let at = 0; at < row.length; ) {
    const length = reader.read(at);
    if (length > 0) at += length;
    else {
      finish(at);
      do at++;
      while (row.from[at] === -1);
    }
  }
  finish(row.length);
  return stretches;
}

/** Reads characters from a row of bytes and writes them. Its methods give how many bytes they read; 0 where there is none. */
class SequenceReader {
  readonly writer = new StretchWriter();
  private readonly bytes: Uint16Array;
  private readonly from: Int32Array;
  private readonly wrong: Charset;

  constructor({ bytes, from }: ByteRow, wrong: Charset) {
    this.bytes = bytes;
    this.from = from;
    this.wrong = wrong;
  }

  /** The character at `at`, or a hole where it has lost a byte. */
  read(at: number): number {
    const { bytes, from, writer, wrong } = this;
    const lead = bytes[at]!;
    if (lead < 0x80 || lead === ASKED) {
      if (!writer.isEmpty) writer.add(lead === ASKED ? '?' : String.fromCharCode(lead), from[at]!);
      return writer.isEmpty ? 0 : 1;
    }
    const length = lengthOf(lead);
    if (length === 0 || (writer.isEmpty && from[at] === -1)) return 0;
    let known = 1;
    while (known < length && isContinuation(bytes[at + known])) known++;
    const skipped = wrong.isDouble ? this.readLostPair(at) : 0;
    if (skipped > 0) return skipped;
    if (known === length) return this.readWhole(at, length);
    if (isLost(bytes[at + 1]) && length === 3 && isContinuation(bytes[at + 2])) {
      const ends = [lead, bytes[at + 2]!];
      writer.addHole(() => optionsWith(ends, 1, lossesOf(wrong)), from[at]!);
      return 3;
    }
    return this.readTorn(at, known, length);
  }

  private readWhole(at: number, length: number): number {
    const sequence = [...this.bytes.subarray(at, at + length)];
    const isCharacter = !this.isWholePair(at, length) || this.isAmidWhole(at, sequence);
    const character = isCharacter ? characterOf(sequence) : undefined;
    if (character) this.writer.add(character, this.from[at]!);
    return character ? length : 0;
  }

  /** Two bytes that are one character as found: 路 of 鍒楀か路鎵樺皵, which is ·, or simply a sound 路. */
  private isWholePair(at: number, length: number): boolean {
    return this.wrong.isDouble && length === 2 && this.from[at] !== -1 && this.from[at + 2] !== -1;
  }

  private isAmidWhole(at: number, [lead]: readonly number[]): boolean {
    const { bytes, writer } = this;
    const next = bytes[at + 2] ?? 0;
    const isLatin = (byte: number | undefined) => byte === 0xc2 || byte === 0xc3;
    const length = isLatin(next) ? 2 : lengthOf(next) === 3 ? 3 : 0;
    const isFollowed = length > 0 && bytes.subarray(at + 3, at + 2 + length).every(isContinuation);
    return isLatin(lead) && (writer.endsHigh || isFollowed);
  }

  /**
   * Pairs of GBK that are private use (lead AA–AF, trail from A1 on; lead A1–A7, trail up to A0) easily vanish. Where one
   * is gone from between two characters, two continuation bytes follow where a pair begins; where it was the rest of a
   * character, none follow.
   */
  private readLostPair(at: number): number {
    const { bytes, from, writer } = this;
    const lead = bytes[at]!;
    if (lead < 0xe2 || lead > 0xef) return 0;
    if (from[at] === -1) return this.readLostRest(lead, bytes[at + 1]);
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

  private readLostRest(lead: number, next: number | undefined): number {
    if (isContinuation(next) || isLost(next)) return 0;
    this.writer.addHole(() => withPrivateRest(lead), -1);
    return 1;
  }

  /** A sequence that breaks off behind `known` bytes: one byte is lost, and the next may be what is left of it. */
  private readTorn(at: number, known: number, length: number): number {
    const { bytes, from, writer, wrong } = this;
    const next = bytes[at + known];
    const isAmid = writer.endsHigh || (next !== undefined && next > 0xc1 && next < 0x100);
    const sequence = [...bytes.subarray(at, at + known)];
    const options = optionsFor({ sequence, length, next, isAmid }, wrong);
    if (!options) return 0;
    writer.addHole(options, from[at]!);
    const isReplaced = isLost(next) || (next === BLANK && !wrong.isDouble);
    return known + (isReplaced ? 1 : 0);
  }
}
