/** UTF-8, sequence by sequence. */

/** How many bytes the sequence has that begins with `lead`; 0 where none does. */
export function lengthOf(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** Is it a byte 80–BF? */
export function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}

/** By the length of a sequence: the least code point that needs it. */
const leastPoints = [0, 0, 0x80, 0x800, 0x10000];

/** The character of a whole sequence, E5 9B A0 → 因; none where it is overlong, a surrogate or past the end. */
export function characterOf(sequence: readonly number[]): string | undefined {
  const [lead = 0, ...rest] = sequence;
  const point = rest.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), lead & (0x7f >> sequence.length));
  if (point < (leastPoints[sequence.length] ?? 0) || point > 0x10ffff) return undefined;
  return point >= 0xd800 && point <= 0xdfff ? undefined : String.fromCodePoint(point);
}

/** The characters that `sequence` makes with one of `bytes` put in at `place`. */
export function optionsWith(sequence: readonly number[], place: number, bytes: readonly number[]): string[] {
  return bytes.flatMap(
    (byte) => characterOf([...sequence.slice(0, place), byte, ...sequence.slice(place)]) ?? [],
  );
}
