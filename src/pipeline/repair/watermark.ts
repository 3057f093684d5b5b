/**
 * Watermarks: two random characters before each ，、。 — `正式發布刽漂，`. Whether a document has them is decided on all
 * its marks together; verse and classical prose have rare characters before a mark too, but not before most of them.
 */
import type { Edit } from '../reading.ts';
import { Trellis } from './generation.ts';
import { Hand } from './hand.ts';
import { nothing } from './memory.ts';
import type { RepairRules } from './rules.ts';
import type { Survey } from './survey.ts';

/** What two random characters cost at least, and what two characters that belong there may; quarters of a nat. */
const RANDOM = 74;
const BELONGING = 60;
const FEWEST = 5;
/** Share of the marks that must look watermarked. */
const SHARE = 0.45;
const CONTEXT = 4;
const COMMA = 0xff0c;
/** Cost of a rare character, and the share of marks before which both must be rare. */
const RARE = 50;
const BOTH_RARE = 0.35;

const isHan = (unit: number) => unit >= 0x4e00 && unit <= 0x9fff;

/**
 * A first look, cheap enough for every text: do Simplified characters stand right before the marks of a text that is
 * Traditional otherwise?
 */
export function mayHaveWatermarks(text: string, { fold, simplifiedOnly }: RepairRules): boolean {
  let [simplified, traditional, before] = [0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x3001) continue;
    if (unit < 0x3003 || unit === COMMA) {
      if (simplifiedOnly[text.charCodeAt(i - 1)] === 1 || simplifiedOnly[text.charCodeAt(i - 2)] === 1)
        before++;
    } else if (fold[unit] !== unit) traditional++;
    else if (simplifiedOnly[unit] === 1) simplified++;
  }
  return before >= FEWEST && traditional > 2 * simplified;
}

/** Edits that take the watermarks out; none where the document has none. */
export function repairWatermark(text: string, document: Survey, rules: RepairRules): Edit[] {
  const places = findPairs(text, document.isFolded ? FOLDED_MARKS : MARKS);
  if (!areRareEnough(text, places, rules)) return [];
  const hand = new Hand(rules, new Trellis(), nothing);
  const costs = places.map((at) => costOfPair(text, at, hand));
  const random = costs.filter((cost) => cost >= RANDOM).length;
  if (random < FEWEST || random < SHARE * places.length || !isForeign(text, places, document, rules))
    return [];
  const edits = places.flatMap((at, i) => (costs[i]! > BELONGING ? [remove(at, costs[i]!)] : []));
  return [...edits, ...beforeOtherMarks(text, hand)].sort((a, b) => a.start - b.start);
}

/** Can so many pairs be random? No pair costs more than its two characters. */
function areRareEnough(text: string, places: readonly number[], { costs, fold }: RepairRules): boolean {
  const costAt = (at: number) => costs[fold[text.charCodeAt(at)]!]!;
  let rare = 0;
  for (const at of places) if (costAt(at) + costAt(at + 1) >= RANDOM) rare++;
  return rare >= FEWEST && rare >= SHARE * places.length;
}

/** Some mirrors put them before ；？！ too (應用號蘸劈？), but these prove nothing: only what is random goes. */
function beforeOtherMarks(text: string, hand: Hand): Edit[] {
  return findPairs(text, OTHER_MARKS).flatMap((at) => {
    const cost = costOfPair(text, at, hand);
    return cost >= RANDOM ? [remove(at, cost)] : [];
  });
}

/**
 * Are the pairs not of the text around them? A mirror that converted to Traditional put Simplified characters before its
 * marks (a third of GB 2312 is Simplified only); where it converted nothing, both characters are rare too often.
 */
function isForeign(text: string, places: readonly number[], document: Survey, rules: RepairRules): boolean {
  const isRare = (at: number) => rules.costs[rules.fold[text.charCodeAt(at)]!]! > RARE;
  const simplified = places.filter(
    (at) => rules.simplifiedOnly[text.charCodeAt(at)] || rules.simplifiedOnly[text.charCodeAt(at + 1)],
  );
  if (document.traditionalOnly > document.simplifiedOnly) return simplified.length > 0.25 * places.length;
  return places.filter((at) => isRare(at) && isRare(at + 1)).length > BOTH_RARE * places.length;
}

const MARKS = /[，、。]/g;
const FOLDED_MARKS = /[，,、。]/g;
const OTHER_MARKS = /[；？！;?!]/g;

/** Offsets of two Han characters before a mark. */
function findPairs(text: string, mark: RegExp): number[] {
  const places: number[] = [];
  for (const { index } of text.matchAll(mark)) {
    if (index > 2 && isHan(text.charCodeAt(index - 1)) && isHan(text.charCodeAt(index - 2)))
      places.push(index - 2);
  }
  return places;
}

/** How much cheaper the text is without the two characters at `at`. */
function costOfPair(text: string, at: number, hand: Hand): number {
  const from = Math.max(0, at - CONTEXT);
  hand.reset();
  for (let i = from; i < at + 3; i++) hand.hear(text.charCodeAt(i));
  const withPair = hand.s0;
  hand.reset();
  for (let i = from; i < at + 3; i++) if (i !== at && i !== at + 1) hand.hear(text.charCodeAt(i));
  return withPair - hand.s0;
}

function remove(at: number, cost: number): Edit {
  const cert = cost >= RANDOM ? 'high' : 'medium';
  return {
    start: at,
    end: at + 2,
    corr: '',
    note: { type: 'emendation', kind: 'watermark', cert, evidence: { margin: cost / 4 } },
  };
}
