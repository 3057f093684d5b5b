/**
 * The numbers by which the phase `structure` decides. Lengths are UTF-16 units of the text unless the name or the comment
 * says otherwise. No value of this file was measured by itself: each was set by hand and holds on the fixtures and on the
 * pages of the gate.
 */

// Title and headings.
export const LONGEST_TITLE_SITE = 16; // folded, of the name of a site beside or over a title
export const LONGEST_TITLE_COLUMN = 10; // of a column between title and site
export const FEWEST_TITLE_LETTERS = 4;
export const LONGEST_HEADING = 40;
export const LONGEST_BARE_HEADING = 30; // of a heading without a number
export const FEWEST_BARE_HEADING_HAN = 4; // Han characters
export const LONGEST_MADE_TITLE = 24; // code points of a title made from the first words
export const SHORTEST_MADE_TITLE = 6; // code points; shorter clauses take the next along
export const LONGEST_TITLE_SOURCE = 200; // of the beginning that a title is made from

// Excerpts, summaries and signatures.
export const DEEPEST_EXCERPT = 6; // lines that may hold an excerpt: title and byline stand over it
export const EXCERPT_REACH = 3; // lines after an excerpt in which its text begins
export const SHORTEST_EXCERPT = 20; // folded
export const SHORTEST_SUMMARY = 20;
export const LONGEST_SUMMARY = 200;
export const DATELINE_DEPTH = 60; // of the first paragraph, which may name reporter and agency
export const SIGNATURE_DEPTH = 60; // of the end of a paragraph
export const SIGNED_LINES = 3; // last paragraphs that may be signed

// Lists, quotations, verse, code and tables.
export const FEWEST_ITEMS = 2;
export const FEWEST_QUOTED_HAN = 4; // Han characters of each line after >
export const FEWEST_QUOTED_SENTENCE_HAN = 10; // Han characters of a single line after >
export const FEWEST_VERSES = 4; // lines
export const MOST_VERSES = 100; // lines; more short lines than that are a list of something
export const FEWEST_VERSE_HAN = 2; // Han characters
export const LONGEST_VERSE_HAN = 16; // Han characters
export const MOST_VERSE_MARKS = 4; // units of a line of verse that are no Han characters
export const LEAST_MEAN_VERSE = 4; // Han characters
export const WIDEST_VERSE_SPREAD = 6; // Han characters between the shortest and the longest line of a stanza
export const FEWEST_CODE_LINES = 2;
export const MOST_CODE_LINES = 400; // a longer listing makes several blocks
export const LONGEST_CODE_LINE = 300;
export const CODE_LINES_A_SIGN = 3; // lines, of which one at least has a sign of code
export const FEWEST_ROWS = 2; // of a table
export const LONGEST_CELL = 40;

// Width of punctuation and wrapped lines.
export const FARTHEST_NEIGHBOUR = 8; // from a mark to the character that says whether it stands in Chinese
export const HALVES_A_FULL = 10; // half-width marks for one in full width, where a page's punctuation was folded
export const SHORTEST_WRAPPED_LINE = 24;
export const LONGEST_HEMISTICH = 7;
