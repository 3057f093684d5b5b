/**
 * The numbers by which the phase `page` decides. Lengths are UTF-16 units of the text unless the name says otherwise. No
 * value of this file was measured by itself: each was set by hand and holds on the fixtures and on the pages of the gate.
 */

// Lines.
export const FEWEST_BODY_HAN = 20; // Han characters of an author's line that has a 。
export const FEWEST_LONG_BODY_HAN = 50; // Han characters of an author's line that ends in ！ or ？
export const LONGEST_TITLE = 60; // folded

// Bylines.
export const LONGEST_BYLINE = 120;
export const MOST_AMONG_PARTS = 8; // parts of a byline among the words of a site
export const LONGEST_AMONG_PART = 8; // of the words of a site in such a byline
export const LONGEST_STRAY = 16; // of a button or a field beside the facts of a byline
export const LONGEST_STRAY_FIELD = 8; // of a field with a colon that is neither known nor a figure
export const LONGEST_BARE_NAME = 24; // of a name that no label announces
export const USUAL_PERSON = 3; // characters that most full names have
export const LONGEST_NAME = 24; // of a person or a house behind a label
export const LONGEST_PERSON = 3; // folded
export const EARLIEST_YEAR = 1900;
export const LATEST_YEAR = 2099;

// Pages whose blocks were joined into one line.
export const SHORTEST_JOINED_LINE = 300;
export const FEWEST_JOINED_BLOCKS = 9;
export const SHORTEST_MEAN_BLOCK = 5; // blanks closer than this space characters out and join nothing
export const SHORTEST_PARAGRAPH = 30;
export const LONGEST_JOINED_HEADING = 20;

// The frame of a site.
export const FRAME_DEPTH = 6000; // of a page so much is looked at from either end
export const FRAME_HEAD_LINES = 12; // lines
export const FRAME_TITLE_LINES = 3; // lines
export const LONGEST_FRAME_LINE = 300;
export const MOST_FRAME_SENTENCES = 2; // a paragraph that speaks of rights has more
export const SHORTEST_SITE_NAME = 3; // folded
export const LONGEST_SITE_NAME = 24; // folded
