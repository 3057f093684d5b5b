/**
 * The numbers that decide in the repair, in one place. Costs and gains are quarters of a nat, as those of the word model
 * (`text/word-model.ts`), unless a unit is named.
 *
 * “Chosen with bench:repair” means: set by hand while `npm run bench:repair -- --set tune` got better, which measures all of
 * them at once; the value alone was not varied systematically. On the set nothing was tuned on, the whole gets 0.057 % of
 * the characters wrong and touches no sound text (December 2026). “Not measured” means that.
 */

/** More than any text costs. */
export const NEVER = 1 << 28;

// The documents: is this a mirror's damage?

/** Rounds of a repair. One is enough for pages as they are; a page cut and mended by others takes more. Not measured. */
export const MOST_ROUNDS = 6;
/** Score from which a document is taken as a mirror's, in nats. Chosen with bench:repair. */
export const PROVEN_MIRROR = 4;
/** What one sight is worth in a survey, in nats, roughly; `most…` say how many count. Chosen with bench:repair. */
export const SURVEY_SCORES = {
  /** Forms a careless converter leaves, or those a Traditional writer uses instead. */
  converted: 3,
  proper: -4,
  /** A glossed character that both scripts share, by its main reading or by another. */
  shared: -1.5,
  sharedMinor: -2,
  /** A character that is glossed here and not there. */
  wavering: -2,
  /** A gloss of a character that is always glossed, and of one that is there once. */
  gloss: 0.6,
  mostGlosses: 4,
  single: 0.7,
  mostSingles: 2,
  mostControls: 6,
  orphan: 2,
  mostOrphans: 5,
} as const;
/** Share of a character's places that must be glossed in a mirror's table. Not measured. */
export const GLOSSED_SHARE = 0.8;
/** Glosses by Han character from which a text is glossed throughout, by its author. Not measured. */
export const MOST_GLOSSES = 0.5;
/** Characters with repeated glosses, glosses of any kind, and their share that stand three apart, in families without a table. Not measured. */
export const FEWEST_REPEATED_GLOSSES = 4;
export const FEWEST_PERIODIC_GLOSSES = 10;
export const PERIODIC_SHARE = 0.8;
/** Lines that must begin with two `?` or more before any is taken out. Not measured. */
export const FEWEST_LINES_OF_QUESTIONS = 2;

// The beam

/** Hypotheses followed at once, and distance to the best from which one is dropped. Chosen with bench:repair and bench:speed. */
export const BEAM_WIDTH = 14;
export const PRUNING_DISTANCE = 40;
/** Distance of the second best to the best, in phase 0, that ends a search. Chosen with bench:repair. */
export const DECIDED_DISTANCE = 64;
/** Units a search reads at most, and units before a hole that it begins with. Not measured. */
export const LONGEST_SEARCH = 4000;
export const CONTEXT_OF_SEARCH = 6;
/** Cost of a character, on average, from which dropped pairs are looked for as well. Chosen with bench:repair. */
export const DOUBTFUL_COST = 34;
/** Distance to the best up to which many trails are tried for a lost one; how many, and how many elsewhere. Chosen with bench:repair. */
export const NEAR_THE_BEST = 12;
export const MANY_TRAILS = 190;
export const SOME_TRAILS = 20;
/** The same for dropped pairs; and the cost of a character up to which it is guessed beside one. Chosen with bench:repair. */
export const DROPPED_PAIR_DISTANCE = 20;
export const LIKELY_BESIDE_DROPPED = 44;
/** Characters of one lead that are tried behind a dropped pair, and of all leads, where the trail is lost too. Not measured. */
export const MOST_TRAILS_BEHIND_DROPPED = 24;
export const MOST_PAIRS_BEHIND_DROPPED = 80;

/** Costs of what is unlikely in a hypothesis. Chosen with bench:repair. */
export const COST_OF_DROPPED_PAIR = 3;
export const COST_OF_GLOSS_KEPT = 80;
export const COST_OUTSIDE_TABLE = 8;
export const COST_WITHOUT_TRADITIONAL_FORM = 28;
export const COST_OF_MINOR_READING = 6;
/** A byte lost of which not even a `?` is left. */
export const COST_OF_SILENT_LOSS = 20;
/** A mark behind another where none should be. */
export const COST_OF_STOP_AFTER_STOP = 28;
/** A Simplified character where a mirror has converted them all. */
export const COST_OF_UNCONVERTED = 24;
/** A Han character that is no word of the model but is in the Unicode block of common ones. Not measured. */
export const COST_OF_RARE_HAN = 64;

/** Cost of a character after the one before it, by how often the document has the two; 255: not used. Chosen with bench:repair. */
export const CACHED_COSTS = Uint8Array.of(255, 255, 22, 18, 16, 15, 14, 13);
/** Units behind a `?` that are not counted for it: they may be shifted. Not measured. */
export const UNCOUNTED_AFTER_QUESTION = 12;

// ASCII characters swallowed by a torn lead

/** Less, not more: what a tag sets off is mostly announced by a colon. Not measured. */
export const COST_OF_COLON_BEFORE_TAG = -10;
/** Share of the cases in which a character must have been the one to be taken as swallowed, and least cases. Chosen with bench:repair. */
export const FORCED_SHARE = 0.6;
export const FEWEST_FORCING = 3;
/** Cases that what follows all characters of a class counts for, and the share of a character never seen. Not measured. */
export const WEIGHT_OF_CLASS = 6;
export const SHARE_OF_UNSEEN = 0.002;

// What a search found

/** Gain over the text as found from which a reading is taken. Chosen with bench:repair. */
export const ACCEPTED_GAIN = 8;
/** Margin to the best other reading from which one is sure: all bytes known, and one guessed. Calibrated by bench:repair: of 391 such, none was wrong. */
export const SURE_MARGIN = 16;
export const SURE_MARGIN_WITH_GUESS = 24;
/** Margin from which there is no other reading to speak of, and the greatest that is kept. Not measured. */
export const MARGIN_OF_NO_RIVAL = 160;
export const GREATEST_MARGIN = 400;
/** Bytes shown in a record. */
export const MOST_BYTES_SHOWN = 16;
/** Cost from which a character is strange unless it makes a word with a neighbour. Chosen with bench:repair. */
export const STRANGE_COST = 36;

// Watermarks

/** What two random characters cost at least, and what two that belong there may. Not measured. */
export const COST_OF_RANDOM_PAIR = 74;
export const COST_OF_BELONGING_PAIR = 60;
/** Watermarks a document must have, and their share of its marks. Not measured. */
export const FEWEST_WATERMARKS = 5;
export const WATERMARKED_SHARE = 0.45;
/** Share of the marks with Simplified characters before them, where the text is Traditional; a third of GB 2312 is. Not measured. */
export const SIMPLIFIED_SHARE = 0.25;
/** Cost of a rare character, and share of the marks with two of them before, where it is not. Not measured. */
export const COST_OF_RARE_IN_WATERMARK = 50;
export const BOTH_RARE_SHARE = 0.35;
/** Units before a watermark that it is scored with. Not measured. */
export const CONTEXT_OF_WATERMARK = 4;

// Character references

/** How often a reference can be escaped. Not measured. */
export const MOST_ESCAPES = 4;
/** Tags from which a document is source code; share of the references that may stand in code. Not measured. */
export const FEWEST_TAGS_OF_MARKUP = 2;
export const MOST_REFERENCES_IN_CODE = 0.2;
/** References amid Chinese from which those between Latin words go, too. Not measured. */
export const MANY_REFERENCES = 3;
/** Named references from which they are a fault of the page: one alone may be meant (在命令后加 &amp; 来). Open texts are untouched with it. */
export const FEWEST_NAMED_REFERENCES = 2;
/** Units around references that tell whether they are code. Not measured. */
export const REACH_FROM_REFERENCE = 80;

// Mojibake: where it is looked for

/** What a character adds to the suspicion that a text is mojibake, or takes from it. Not measured. */
export const SUSPICIONS = { ordinary: -3, ascii: -1, slight: 1, uncommon: 2, odd: 3, lossSign: 4 } as const;
/** Costs below which a Han character is common, uncommon, rare. Not measured. */
export const HAN_COSTS = { common: 42, uncommon: 46, rare: 56 } as const;
/** Sum of suspicions in a row from which a closer look is taken. Not measured. */
export const ENOUGH_SUSPICION = 8;
/** Units of a line that are looked at together, and how many of them are given up to cut at ASCII. Not measured. */
export const LONGEST_LINE = 1 << 14;
export const MOST_TO_CUT_OFF = 1 << 10;
/** Units before and behind a suspicious place that are tried first. Not measured. */
export const REACH_BEFORE_SUSPECT = 64;
export const REACH_BEHIND_SUSPECT = 192;
/** Units of lines tried with every misreading, and which of the later lines are, too. Not measured. */
export const SAMPLE_OF_LINES = 1 << 12;
export const SAMPLED_LINE = 64;
/** Rounds of rereading: text can have been misread several times, and in several ways at once. Not measured. */
export const MOST_REREADINGS = 12;

// Mojibake: what is taken for it

/** Cost of a character that wrong bytes give by chance, and of one that is not known. Not measured. */
export const CHANCE_COST = 52;
export const HOLE_COST = 40;
/** Evidence, by character, that bytes are valid UTF-8 at all. Not measured. */
export const EVIDENCE_OF_VALID_UTF8 = 8;
/** Evidence from which a misreading is proven for a document. Not measured. */
export const PROVEN_MISREADING = 56;
/** Where GBK and Big5 were swapped: rare characters of old verse (畟畟良耜) make words by chance. Open texts are untouched with it. */
export const PROVEN_SWAP = 168;
/** Least gain by character, and where the text was UTF-8 in a document proven to be misread. Not measured. */
export const LEAST_GAIN = 14;
export const GAIN_OF_WEAK = 8;
/** Least evidence by character: to convince alone; in a proven document, for Han and for pairs. Not measured. */
export const EVIDENCE_OF_STRONG = 12;
export const LEAST_EVIDENCE = 12;
export const LEAST_EVIDENCE_OF_PAIRS = 6;
/** What every misreading of a chain takes from a candidate when overlapping ones are compared. Not measured. */
export const WORTH_OF_STEP = 12;
/** Costs in cutting bytes into pairs: a byte left as found, and one put in because it was lost. Not measured. */
export const COST_OF_BYTE_LEFT = 110;
export const COST_OF_LOST_BYTE = 44;
/** Costs of going over between sound and swapped text, and of beginning with swapped. Not measured. */
export const COST_OF_SWITCH = 30;
export const COST_TO_BEGIN_SWAPPED = 10;
/** How much less a Han character must cost on the mean when swapped back. Not measured. */
export const LEAST_GAIN_OF_SWAP = 8;
/** Characters tried for a `?` in swapped text. Not measured. */
export const MOST_UNKNOWN = 256;

// Mojibake: holes and what is shown as an example

/** Margin to the next option from which a character is forced, and a mark. Not measured. */
export const FORCED_MARGIN = 14;
export const FORCED_MARGIN_OF_MARK = 6;
/** Units before and behind a hole that its options are scored with; units before it in which brackets are looked for. Not measured. */
export const CONTEXT_BEFORE_HOLE = 6;
export const CONTEXT_BEHIND_HOLE = 4;
export const REACH_OF_BRACKETS = 40;
/** Costs of brackets where they do not belong, and of marks at the end of a line. Not measured. */
export const BRACKET_COSTS = {
  unopened: 60,
  closing: -24,
  nested: 30,
  openingLast: 40,
  unending: 10,
} as const;
/** Alternatives recorded of a filled hole. */
export const MOST_ALTERNATIVES = 4;
/** Units around a sign of loss among which there must be Han. Not measured. */
export const REACH_OF_LOSS = 12;
/** Units around an example in which it is announced or put in quotation marks; Han characters there. Not measured. */
export const REACH_OF_QUOTATION = 60;
export const FEWEST_HAN_AROUND_QUOTATION = 2;
/** Share of the evidence that stands in no quotation marks in a text that is mojibake; sound to misread characters in one about it. Not measured. */
export const PLAIN_SHARE = 0.7;
export const SOUND_TO_MISREAD = 3;
