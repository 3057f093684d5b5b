/** The numbers that decide in decoding, in one place. None was measured on its own; test/pipeline/decode.test.ts holds them. */

/** How much of a witness is looked at to tell its encoding, and for what it declares; bytes. */
export const SAMPLE = 1 << 15;
export const DECLARATION = 1024;

/** Share of malformed characters, of which one more is borne, up to which a declared encoding is believed. */
export const MALFORMED_AS_DECLARED = 0.01;

/** Share of malformed characters from which bytes are no text in any encoding. */
export const MALFORMED_IN_BINARY = 0.3;

/** Cost of a malformed character, in quarters of a nat, when encodings are compared; a rare character costs about 60. */
export const COST_OF_MALFORMED = 160;

/** Mean cost of a character, in quarters of a nat, from which on a guess at the encoding made no text of the bytes. */
export const COST_OF_NONSENSE = 62;

/** Bytes from which a stretch that cannot be written back is not cut any more. */
export const SMALLEST_RAW = 16;
