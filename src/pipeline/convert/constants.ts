/** The numbers that decide in this phase. Where nothing else is said, they were chosen and not measured. */

/** How much of a text its script and its region are told by, in UTF-16 units. */
export const SAMPLE = 20_000;
/** One script is clearly the text's when it has so many times as many characters of its own as the other. */
export const CLEARLY_MORE = 10;
/** Ambiguous characters left as in Simplified from which on a text may be half converted: one alone may be a name, 范. */
export const FEWEST_LEFT = 2;
/** How many words a phrase may reach over on either side, counting the word of the character it decides. */
export const REACH = 5;
/** The longest phrase, in UTF-16 units: lengths are bits of a 32-bit integer. */
export const LONGEST_PHRASE = 30;
/** Forms of a character that may have weights in `contexts.tsv`; one more, the usual, has none. */
export const MOST_FORMS = 3;
/** Characters that `contexts.tsv` may have: their numbers are bytes, and 0 stands for all others. */
export const MOST_CHARACTERS = 255;
