/**
 * The numbers that decide in the repair, in one place. Costs, gains, margins, distances and evidence are quarters of a nat,
 * as those of the word model (`text/word-model.ts`); lengths are UTF-16 units; other units are named.
 *
 * “Tuned” means: set by hand while `npm run bench:repair -- --set tune` got better, which measures all of them at once; the
 * value alone was not varied systematically. On the set nothing was tuned on, the whole gets 0.057 % of the characters
 * wrong and touches no sound text (December 2026). What says nothing else was not measured.
 */

/** More than any text costs. */
export const NEVER = 1 << 28;

/** Rounds until nothing changes any more, which most pages need one of; more are for what others cut and mended. */
export const ROUNDS = { repair: 6, references: 4, mojibake: 12 } as const;

/** Is this a mirror's damage? Scores are nats, roughly, tuned: what one sight is worth, and how many of them count. */
export const SURVEY = {
  /** From here on it is. */
  proven: 4,
  /** Mostly forms that a careless converter leaves, or those that a Traditional writer uses instead. */
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
  /** A run of control characters before a mark: 1. */
  mostControls: 6,
  /** A gloss whose bracket was lost. */
  tornGloss: 2,
  mostTornGlosses: 5,
  /** Share of its places at which a character of a mirror's table is glossed. Not measured, as the next. */
  glossedShare: 0.8,
  /** Glosses by Han character from which their author glossed the text throughout. */
  glossesByHan: 0.5,
} as const;

/** Damage without a table: how many characters must have repeated glosses, or glosses, and what share stands three apart. */
export const FAMILY = { repeated: 4, periodic: 10, periodicShare: 0.8, linesOfQuestions: 2 } as const;

/** The beam search, tuned; its width and the pruning also by `npm run bench:speed`. */
export const SEARCH = {
  /** Hypotheses followed at once. */
  beamWidth: 14,
  /** Distance to the best from which a hypothesis is dropped. */
  pruningDistance: 40,
  /** Distance of the second best, where no byte is pending, that ends a search. */
  decidedDistance: 64,
  /** Distance to the best up to which many trails are tried for a lost one: how many, and how many elsewhere. */
  nearBest: 12,
  trailsNearBest: 190,
  trailsElsewhere: 20,
  /** Cost of a character, on average, from which dropped pairs are looked for as well. */
  doubtfulCost: 34,
  /** Units a search reads at most, and units before a hole that it begins with. Not measured. */
  longest: 4000,
  context: 6,
} as const;

/** Guessing beside a dropped pair: how near the best, up to what cost of a character (tuned), and how many (not measured). */
export const DROPPED = { nearBest: 20, likelyCost: 44, trails: 24, pairs: 80 } as const;

/** What is unlikely in a hypothesis, tuned. */
export const COST = {
  droppedPair: 3,
  /** A gloss that is none. */
  glossKept: 80,
  /** A torn gloss of a character that is not in the mirror's table, that Simplified has too, that is read so rarely. */
  outsideTable: 8,
  sharedForm: 28,
  minorReading: 6,
  /** A byte lost of which not even a `?` is left. */
  silentLoss: 20,
  /** A mark behind another where none should be. */
  stopAfterStop: 28,
  /** A Simplified character where a mirror has converted them all. */
  unconverted: 24,
  /** Less, not more: what a tag sets off is mostly announced by a colon. Not measured, as the next. */
  colonBeforeTag: -10,
  /** A common Han character, 4E00–9FFF, that is no word of the model. */
  rareHan: 64,
} as const;

/** Cost of a character after the one before it, by how often the document has the two; 255: no less than by itself. Tuned. */
export const CACHED_COSTS = Uint8Array.of(255, 255, 22, 18, 16, 15, 14, 13);
/** Units behind a `?` that are not counted for it: they may be shifted. */
export const UNCACHED_AFTER_QUESTION = 12;

/** Which ASCII character a torn lead swallowed. */
export const SWALLOWING = {
  /** Share of the cases in which it must have been this one, and how often it must be in the document. Tuned. */
  forcedShare: 0.6,
  fewest: 3,
  /** Cases that what follows all characters of a class counts for, and the share of a character never seen. */
  classCases: 6,
  unseenShare: 0.002,
} as const;

/** What a search found. */
export const FOUND = {
  /** Gain over the text as found from which it is taken. Tuned. */
  acceptedGain: 8,
  /** Margin to the best other reading from which it is sure. Calibrated: none of 412 such emendations was wrong. */
  sureWithAllBytes: 16,
  sureWithOneGuess: 24,
  /** Margin from which there is no other reading to speak of, and the greatest that is kept. */
  noRival: 160,
  greatestMargin: 400,
  /** Bytes shown in a record. */
  bytesShown: 16,
  /** Cost from which a character is strange unless it makes a word with a neighbour. Tuned. */
  strangeCost: 36,
} as const;

/** Two random characters before a mark. */
export const WATERMARK = {
  /** What two random characters cost at least, and what two that belong there may. */
  randomPair: 74,
  belongingPair: 60,
  /** How many a document must have, and before what share of its marks. */
  fewest: 5,
  share: 0.45,
  /** Share of them with a Simplified character, where the text is Traditional: a third of GB 2312 is Simplified only. */
  simplifiedShare: 0.25,
  /** Cost of a rare character, and share of the marks with two of them before, where the text is not. */
  rareCharacter: 50,
  rareShare: 0.35,
  /** Units before a pair that it is scored with. */
  context: 4,
} as const;

/** Character references. */
export const REFERENCES = {
  /** Tags from which a document is source code, and share of the references that may stand in code. */
  tagsOfMarkup: 2,
  shareInCode: 0.2,
  /** References amid Chinese from which those between Latin words go, too. */
  many: 3,
  /** Named references from which they are a fault of the page: one may be meant (在命令后加 &amp; 来). Open texts stay whole. */
  named: 2,
  /** Units around them that tell whether they are code. */
  reach: 80,
} as const;

/** What a character adds to the suspicion that a text is mojibake, or takes from it; from `enough` on a closer look is taken. */
export const SUSPICION = {
  ordinary: -3,
  ascii: -1,
  slight: 1,
  uncommon: 2,
  odd: 3,
  lossSign: 4,
  enough: 8,
  /** Costs below which a Han character is common, uncommon, rare. */
  han: { common: 42, uncommon: 46, rare: 56 },
} as const;

/** Lines that are looked at closely. */
export const LINES = {
  /** Units of a line looked at together, and how many of them are given up to cut at ASCII. */
  longest: 1 << 14,
  cutOff: 1 << 10,
  /** Units before and behind the first suspicious place that are tried alone. */
  reachBefore: 64,
  reachBehind: 192,
  /** Units of lines that are tried with every misreading, and which of the later lines are: every 64th. */
  sample: 1 << 12,
  sampledLine: 64,
} as const;

/** What is taken for mojibake. Gain is over the text as found, evidence over random characters, both by character. */
export const REREAD = {
  /** Cost of a character that wrong bytes give by chance, and of one that is not known. */
  chanceCost: 52,
  holeCost: 40,
  /** Evidence that bytes are valid UTF-8 at all. */
  validUtf8: 8,
  /** Evidence, in sum, from which a misreading is proven for a document. */
  proven: 56,
  /** Where GBK and Big5 were swapped: rare characters of old verse (畟畟良耜) make words by chance. Open texts stay whole. */
  provenSwap: 168,
  /** Least gain, and least where UTF-8 was misread in a document proven to be. */
  gain: 14,
  weakGain: 8,
  /** Least evidence to convince alone, and in a proven document, for UTF-8 read as GBK and for what was no UTF-8. */
  strongEvidence: 12,
  hanEvidence: 12,
  pairEvidence: 6,
  /** What each misreading of a chain takes from a candidate when overlapping ones are compared. */
  stepCost: 12,
  /** Costs in cutting bytes into pairs: a byte left as found, and one put in because it was lost. */
  byteLeft: 110,
  byteLost: 44,
} as const;

/** Going over between sound and swapped text: its cost, that of beginning with swapped, least gain, options for a `?`. */
export const SWAP = { switchCost: 30, beginCost: 10, gain: 8, unknown: 256 } as const;

/** A character of which a byte is lost. */
export const HOLE = {
  /** Margin to the next option from which one is forced, and a mark is. */
  forced: 14,
  forcedMark: 6,
  /** Units before and behind it that options are scored with; units before it in which brackets are looked for. */
  before: 6,
  behind: 4,
  reach: 40,
  /** Costs of brackets by where they stand, and of marks that rarely end a line at its end. */
  unopened: 60,
  closing: -24,
  nested: 30,
  openingLast: 40,
  unending: 10,
  /** Options recorded beside the best. */
  alternatives: 4,
} as const;

/** Mojibake shown as an example. */
export const EXAMPLE = {
  /** Units around it in which it is announced or put in quotation marks, and Han characters that must be there. */
  reach: 60,
  han: 2,
  /** Units around a sign of loss among which there must be Han. */
  reachOfLoss: 12,
  /** Share of the evidence outside quotation marks in a text that is mojibake; sound to misread characters in one about it. */
  plainShare: 0.7,
  soundToMisread: 3,
} as const;
