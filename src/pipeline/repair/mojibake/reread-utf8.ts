/** Rereading text as the UTF-8 it was: 鍥犱负 → 因为. */
import { ASKED, type ByteRow, isLost, toBytes } from './bytes.ts';
import type { Charset } from './charsets.ts';
import { type Hole, type Stretch, StretchWriter } from './stretch.ts';

const BLANK = 0x20;
const NO_BREAK = 0xa0;
const CONTINUATIONS = Array.from({ length: 64 }, (_, i) => 0x80 + i);

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
  if (from[after] === -1 || !isContinuation(bytes[after]) || !isContinuation(bytes[after + 1])) return 0;
  const head = [lead, bytes[at + 1]!];
  const tail = [bytes[after]!, bytes[after + 1]!];
  writer.addHole(() => pairsOf(head, tail), from[at]!);
  return after + 2 - at;
}

function takeLostRest(lead: number, next: number | undefined, writer: StretchWriter): number {
  if (isContinuation(next) || isLost(next)) return 0;
  writer.addHole(() => privatePairs.flatMap((rest) => characterOf([lead, ...rest]) ?? []), -1);
  return 1;
}

/** Two characters between which the private-use pair is gone. */
function pairsOf(head: readonly number[], tail: readonly number[]): string[] {
  const first = PRIVATE_LEADS.flatMap((last) => characterOf([...head, last]) ?? []);
  const second = LEADS.flatMap((next) => characterOf([next, ...tail]) ?? []);
  return first.flatMap((one) => second.map((other) => one + other));
}

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const cross = (a: readonly number[], b: readonly number[]) =>
  a.flatMap((one) => b.map((other) => [one, other]));
const PRIVATE_LEADS = range(0xaa, 0xaf);
const HIGH_TRAILS = range(0xa1, 0xbf);
const LOW_LEADS = range(0xa1, 0xa7);
const LOW_TRAILS = range(0x80, 0xa0);
const privatePairs = [...cross(PRIVATE_LEADS, HIGH_TRAILS), ...cross(LOW_LEADS, LOW_TRAILS)];
/** First bytes of Chinese characters and marks. */
const LEADS = [0xe2, 0xe3, ...range(0xe4, 0xe9), 0xef];

/** Bytes that can stand where one is lost. */
function lossesOf({ isDouble, fragile }: Charset): readonly number[] {
  return isDouble ? CONTINUATIONS : [...fragile, NO_BREAK];
}

function lengthOf(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}

/** The character of a whole sequence; none where it is overlong, a surrogate or past the end. */
function characterOf(sequence: readonly number[]): string | undefined {
  const [lead, ...rest] = sequence as [number, ...number[]];
  const point = rest.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), lead & (0x7f >> sequence.length));
  if (point < [0, 0, 0x80, 0x800, 0x10000][sequence.length]! || point > 0x10ffff) return undefined;
  return point >= 0xd800 && point <= 0xdfff ? undefined : String.fromCodePoint(point);
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
  // An accented letter alone among ASCII is one.
  const isAmid = writer.endsHigh || (next !== undefined && next > 0xc1 && next < 0x100);
  const options = optionsFor(sequence, length, next, isAmid, wrong);
  if (!options) return 0;
  writer.addHole(options, from);
  const isEaten = isLost(next) || (next === BLANK && !wrong.isDouble);
  return sequence.length + (isEaten ? 1 : 0);
}

function optionsFor(
  sequence: readonly number[],
  length: number,
  next: number | undefined,
  isAmid: boolean,
  wrong: Charset,
): Hole['options'] | undefined {
  const missing = length - sequence.length;
  if (length > 3) return undefined;
  if (wrong.isDouble) {
    if (missing === 1 && length === 3) return () => optionsWith(sequence, sequence.length, CONTINUATIONS);
    return missing === 2 && isLost(next) ? () => [] : undefined;
  }
  const losses = lossesOf(wrong);
  if (missing === 1 && isLost(next)) return () => optionsWith(sequence, sequence.length, losses);
  if (missing === 1) return () => withOneGone(sequence, length, next === BLANK, wrong.fragile);
  if (missing === 2 && next !== BLANK && sequence[0]! >= 0xe3 && wrong.fragile.length > 0 && isAmid)
    return () => withTwoGone(sequence[0]!, wrong.fragile);
  // Two are missing, and one of them, a no-break blank, has become an ordinary one.
  return next === BLANK ? () => optionsWith([...sequence, NO_BREAK], 2, losses) : undefined;
}

/** å of å\u0090\u008D, 名: nothing but the first byte is left. */
function withTwoGone(lead: number, fragile: readonly number[]): string[] {
  return cross(fragile, fragile).flatMap((rest) => characterOf([lead, ...rest]) ?? []);
}

function withOneGone(
  sequence: readonly number[],
  length: number,
  isBeforeBlank: boolean,
  fragile: readonly number[],
): string[] {
  const places = length === 3 ? [1, 2] : [1];
  const dropped = [...new Set(places.flatMap((place) => optionsWith(sequence, place, fragile)))];
  if (!isBeforeBlank) return dropped;
  return [...optionsWith(sequence, sequence.length, [NO_BREAK]), ...dropped.map((option) => `${option} `)];
}

function optionsWith(sequence: readonly number[], place: number, bytes: readonly number[]): string[] {
  return bytes.flatMap(
    (byte) => characterOf([...sequence.slice(0, place), byte, ...sequence.slice(place)]) ?? [],
  );
}
