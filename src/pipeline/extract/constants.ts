/**
 * The numbers that decide how a page in HTML is read. None of them was measured on annotated pages; each was chosen well
 * beyond what articles have, for the reason given. Lengths are in UTF-16 units where nothing else is said.
 */

/** The most elements inside each other that are kept: a DOM and its readers recurse, and overflow at some thousands. */
export const MOST_NESTED = 400;
/** The most elements inside each other with the inline ones, which are left out: unclosed `<font>` on every line. */
export const MOST_NESTED_OF_ALL = 20_000;
/** The longest value an attribute may have, but for an image written out as `data:`. A page with a longer one is refused. */
export const LONGEST_VALUE = 1_000_000;
/** The longest value of an attribute that is kept; longer ones say nothing of where the article is. */
export const LONGEST_KEPT_VALUE = 500;
/** The longest `style` in which `display: none` is looked for. */
export const LONGEST_STYLE = 999;
/** The most elements and stretches of text in which the article is looked for: Readability takes quadratic time. */
export const MOST_NODES = 10_000;
/** Readability looks again, less strictly, where an article has fewer characters. Its own 500 are for English. */
export const SHORT_ARTICLE = 140;
/** The fewest Han characters of an article; with fewer, what was found is a box in the margin. */
export const FEWEST_HAN = 20;
/** The longest byline that can be a name or a line that names an author. */
export const LONGEST_BYLINE = 40;
/** How much of an article, besides the length of its title, is searched for title, byline and date. */
export const HEAD = 200;
/** How much of a text is looked at to tell that it is a page. */
export const BEGINNING = 2000;
/** How much of a page is looked at for `<html>` and `<body>`. */
export const BEFORE_BODY = 5000;

/**
 * What is put before a byline that is a bare name. This is no rule, but what this phase writes for those after it to
 * read: one of the labels of `src/data/page/meta-labels.tsv`, as `test/pipeline/extract.test.ts` makes sure.
 */
export const AUTHOR_LABEL = '作者：';
