/**
 * The numbers that decide which texts are alike and which are one. What they do is held by `test/pipeline/collate.test.ts`;
 * they were chosen from the arithmetic given and not measured on pages. Lengths are in characters that count: letters,
 * digits and Han characters.
 */

/** Values of a signature: likeness is known to about 0.05. */
export const SIGNATURE_SIZE = 128;
/** A text with fewer runs of five characters has no signature: greetings and headings are alike without being copies. */
export const FEWEST_RUNS = 48;
/** A text is looked up by each of so many bands of a signature … */
export const BANDS = 16;
/** … of so many values: one that is 0.8 like another shares a band with it in 999 of 1000 cases. */
export const BAND_SIZE = 4;
/** Less alike than this, texts are two texts. */
export const ALIKE = 0.5;
/** As alike as this, they are the same text in all likelihood; the texts themselves decide. */
export const SAME = 0.85;

/** Share of the longer text that two witnesses of one text have in common, at least. */
export const LEAST_COMMON = 0.93;
/** The longest stretch that one of them may have alone; a longer one is a paragraph of another edition. */
export const LONGEST_ALONE = 80;
/** Lengths of the runs by which two texts are aligned, tried one after another. */
export const ANCHORS: readonly number[] = [24, 10, 5];
/** Cells of the table that aligning a gap without anchors may need; a larger gap is a difference as a whole. */
export const LARGEST_TABLE = 250_000;
