/**
 * The numbers that decide in decoding. None was measured on its own; test/pipeline/decode.test.ts holds what they do together.
 * Costs are quarters of a nat.
 */
export const DECODING = {
  /** Bytes of a witness that are looked at to tell its encoding, and for what it declares. */
  sample: 1 << 15,
  declaration: 1024,
  /** Share of malformed characters, of which one more is borne, up to which a declared encoding is believed. */
  malformedAsDeclared: 0.01,
  /** Share of them from which bytes are no text in any encoding. */
  malformedInBinary: 0.3,
  /** Cost of a malformed character when encodings are compared; a rare character costs about 60. */
  malformedCost: 160,
  /** Mean cost of a character from which on a guess at the encoding made no text of the bytes. */
  nonsenseCost: 62,
  /** Bytes up to which a stretch that cannot be written back is not cut any more. */
  smallestRaw: 16,
} as const;
