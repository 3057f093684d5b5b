/**
 * The numbers by which the phase `strip` decides. Lengths are UTF-16 units of the folded line unless the name or the comment
 * says otherwise. No value of this file was measured by itself: all were set by hand, and hold on the fixtures and on the
 * pages of the gate. Those in nats were measured together when the model of furniture was new: it took 83 % of the furniture
 * of twenty pages written apart from the rules, and 88 % of twenty more that were not looked at. Some were changed since.
 */

// What is left and where it ends.
export const MOST_AFTER_END = 0.35; // Han characters of the sentences after an article, for each before
export const MOST_STRANDED = 0.5; // Han characters of what is left over after the end, for each of the body
export const LONGEST_STRANDED = 60;
export const FEWEST_ENDERS = 2; // lines that come after articles only; one may be chance
export const FEWEST_REMOVED_AFTER = 3; // removed lines of any kind after the end

// Furniture known by its words.
export const LONGEST_TOPIC_WORD = 9; // a label so short may be a heading of the author's
export const TOPIC_REACH = 500; // lines in which a paragraph may have the words of such a label
export const LONGEST_LISTED = 60; // of a title in a list of others
export const FEWEST_LISTED_ITEMS = 3; // of a longer line of titles
export const LONGEST_DECORATION = 4; // marks before the words of a rule
export const LONGEST_RULED_LINE = 2000; // digits of a longer line are not hidden from the rules
export const LONGEST_LABEL = 14; // of a list of other articles
export const LONGEST_LABEL_OVER_LIST = 22;
export const LONGEST_BARE_LABEL = 8; // without a colon
export const LABEL_SHARE = 0.6; // of the letters of a label that lie in its words, 0–1

// Spam.
export const KEYWORDS_TOP = 3; // lines that may be keywords for search engines
export const SPAM_SHARE = 0.25; // of the letters that lie in spam vocabulary, 0–1
export const DENSE_SPAM_SHARE = 0.5;
export const STUFFED_SHARE = 0.5; // of the keywords that have one pair of characters in common, 0–1
export const TRADITIONAL_PAGE = 2; // characters only in Traditional for one only in Simplified
export const FEWEST_KEYWORDS = 3; // items of a list with spam vocabulary
export const MANY_KEYWORDS = 4; // items of a list that is spam without it
export const MANY_STRONG = 2; // strong words of spam; one may be chance
export const LONGEST_KEYWORD = 24; // of the line itself
export const MOST_KEYWORDS = 60; // items that are looked at
export const PROSE_SHARE = 0.25; // of the items that have a word of clauses, 0–1

// Menus, buttons and ways to a page.
export const SHORTEST_MENU = 5; // lines
export const LONGEST_MENU_LABEL = 10;
export const LONGEST_MENU_LINE = 200;
export const FEWEST_MENU_ITEMS = 4; // in a line
export const LONGEST_MENU_ITEM = 8; // of the line itself
export const MENU_ITEM_SHARE = 0.5; // of the letters of an item that lie in words of buttons, 0–1
export const FEWEST_MENU_WORDS = 2; // labels every site has, in a menu
export const LONGEST_PATH_STEP = 12; // of the line itself
export const LONGEST_GLUED_STEP = 14; // of the line itself
export const FEWEST_PATH_HAN = 4; // Han characters
export const LONGEST_INTERFACE = 120;
export const LONGEST_INTERFACE_SENTENCE = 30;
export const INTERFACE_SHARE = 0.7; // of the letters that lie in words of buttons, 0–1
export const BUTTON_SHARE = 0.6; // the same, of a button beside author and date
export const BRACKETED_SHARE = 0.5; // the same, in brackets

// Adverts and slogans.
export const LONGEST_ADVERT = 600;
export const FEWEST_ADVERT_HAN = 20; // Han characters
export const LEAST_ARTICLE = 1; // Han characters of the article for each of its adverts
export const DOUBTED_ADVERT = { pitches: 2, words: 4, share: 0.15 }; // words of advertising, all words, their share 0–1
export const DENSE_ADVERT = { words: 5, share: 0.2, services: 3, pitches: 4 };
export const TOPIC_SERVICES = 2; // services an article has in common with its topic; one may be chance
export const MANY_SERVICES = 4; // of an advert, so that one in common says nothing
export const LONGEST_SLOGAN = 60;
export const FEWEST_PRAISE = 2; // words of advertising in a slogan

// The name of the site.
export const SITE_HEAD = 80; // lines before the body that may name the site
export const SITE_FOOT = 20; // last lines, which may say whose it is
export const SHORTEST_FOOT_NAME_HAN = 3; // Han characters
export const LONGEST_HEAD_NAME = 30;
export const COMPANY_STEM = 4; // of the name of a company, by which an article speaks of it
export const NAMED_TITLE_LINES = 3; // lines that may be the page's own title with the name behind it
export const LONGEST_NAMED_TITLE = 200; // of the line itself
export const SHORTEST_OWN_NAME = 4; // a shorter one may be a word
export const LONGEST_OWN_NAME = 14;
export const MOST_NAMING = 2; // paragraphs; an article that names the site in more is about it
export const SELF_PRAISE = 1; // nats from which on a paragraph that names the site is the site's
export const LONGEST_SELF_PRAISE = 400;

// The title.
export const SHORTEST_TITLE = 6; // letters and digits
export const FEWEST_TITLE_HAN = 4; // Han characters of a title that stands again
export const LONGER_TITLE_LINES = 60; // head lines that may have a title with a site's name behind it
export const PAGE_TITLE_LINES = 3; // lines that may be the page's own title
export const LONGEST_PAGE_TITLE = 120;
export const FEWEST_ECHOED_PAIRS = 4; // pairs of Han characters
export const ECHOED_SHARE = 0.6; // of a title's pairs that the page's own title has, 0–1
export const LINE_BETWEEN = 0.7; // nats against a title for each line of the site between it and the article
export const MOST_SHARED_PAIRS = 4; // pairs of the article that count for a title, each as a nat
export const LEAST_TITLE_MERIT = 1.5; // nats and pairs
export const MOST_BODY_READ = 20_000; // of the article that a title is compared with

// The model of furniture, learned with these two: a change asks for scripts/learn-furniture.ts.
export const LONGEST_GRAM = 3; // characters of a sequence
export const LONGEST_SCORED = 120; // of a longer line, half is read from either end

// Lines at the edges of a page, in nats in favour of furniture.
export const SURE_LINE = 2.5;
export const SURE_PARAGRAPH = 3;
export const SURE_SENTENCE = 0.7; // more for each sentence of a paragraph
export const MOST_SENTENCES = 6; // sentences that count so
export const SURE_INSIDE = 4; // between the paragraphs of an article
export const SWITCH_COST = 1.5; // going over from an author's lines to a site's, or back
export const AUTHORS_LINE = -3.5; // a line below stays, whatever its neighbours are
export const REMOVED_LINE = 4; // what a removed line says about its neighbours
export const OVER_TITLE = 1.5; // more for a line over the title
export const AFTER_END = 1; // more for a furniture-like line after the end
export const SIGNATURE = -2; // of a name or a date after the end
export const SIGNED_LINES = 3; // lines after the end that may be a signature
export const FEWEST_EDGE_HAN = 4; // Han characters; lines of code and tables have fewer
export const FEWEST_SIGNS = 2; // removed or sure lines that tell a page of a site
export const FEWEST_SURE = 3; // sure lines, where nothing was removed
export const SURE_SHARE = 0.5; // of the lines of the edges, 0–1, where nothing was removed
export const MOST_EDGES = 1; // Han characters that go, for each of the article; of more, only what is sure does
export const EDGE_LINES = 400; // lines that are looked at on either side
export const EXCERPT_LABEL = 4; // before the words of an excerpt: 導讀
export const SHORTEST_EXCERPT = 16; // with its label
export const EXCERPT_REACH = 40; // lines below that may have the same words

// Parts of lines.
export const SHORTEST_GLUED_LINE = 8;
export const LONGEST_TAIL = 240; // of the line itself, from its end
export const SHORTEST_BEFORE_TAIL = 20; // of the paragraph before what is cut from it
export const SURE_TAIL = 3; // nats, after the end of an article
export const SURE_TAIL_INSIDE = 4; // nats, within it
export const SURE_OWN_TAIL = 1; // nats, where the tail begins with the site's own name
export const NARROW_TAIL = 2; // nats more after a single blank, which may be an author's
export const LEAST_TAIL_BEGINNING = 0.5; // nats of the tail's first part
export const HOME_DEPTH = 24; // of the beginning of a line, where the first step of a way stands
export const SHORTEST_AFTER_PATH = 4;
export const SITE_STEM = 4; // of the name of a site behind a title, which another line has
export const TITLE_HEAD = 80; // first lines that may be the title with a site behind it
export const SHORTEST_JOINED_TITLE = 6; // of the line itself, before the first joint
export const LONGEST_META = 200; // of the line itself, of author, date and source in one line with others
export const MOST_META_BLANKS = 12; // blanks that are tried
export const FEWEST_SPLIT_TITLE_HAN = 4; // Han characters of a title before author and date
