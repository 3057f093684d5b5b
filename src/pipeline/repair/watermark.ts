/**
 * Watermarks: two random characters before each ，、。 — `正式發布刽漂，`. Whether a document has them is decided on all
 * its marks together; verse and classical prose have rare characters before a mark too, but not before most of them.
 */
import { type Edit, emend } from '../reading.ts';
import { costOfUnit } from '../text/word-model.ts';
import { WATERMARK } from './constants.ts';
import type { RepairRules } from './rules.ts';
import type { Survey } from './survey.ts';
import { TextScorer } from './text-scorer.ts';

const COMMA = 0xff0c;

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
  return before >= WATERMARK.fewest && traditional > 2 * simplified;
}

/** Edits that take the watermarks out; none where the document has none. */
export function repairWatermark(text: string, document: Survey, rules: RepairRules): Edit[] {
  const places = findPairs(text, document.isFolded ? FOLDED_MARKS : MARKS);
  if (!areRareEnough(text, places, rules)) return [];
  const scorer = new TextScorer(rules);
  const pairs = places.map((at) => ({ at, cost: costOfPair(text, at, scorer) }));
  const random = pairs.filter(isRandom).length;
  if (random < WATERMARK.fewest || random < WATERMARK.share * places.length) return [];
  if (!areForeign(text, places, { rules, document })) return [];
  const edits = pairs.filter(({ cost }) => cost > WATERMARK.belongingPair).map(remove);
  return [...edits, ...beforeOtherMarks(text, scorer)].sort((a, b) => a.start - b.start);
}

/** Can so many pairs be random? No pair costs more than its two characters. */
function areRareEnough(text: string, places: readonly number[], rules: RepairRules): boolean {
  const costAt = (at: number) => costOfUnit(text.charCodeAt(at), rules);
  let rare = 0;
  for (const at of places) if (costAt(at) + costAt(at + 1) >= WATERMARK.randomPair) rare++;
  return rare >= WATERMARK.fewest && rare >= WATERMARK.share * places.length;
}

/** Some mirrors put them before ；？！ too (應用號蘸劈？), but these prove nothing: only what is random goes. */
function beforeOtherMarks(text: string, scorer: TextScorer): Edit[] {
  const pairs = findPairs(text, OTHER_MARKS).map((at) => ({ at, cost: costOfPair(text, at, scorer) }));
  return pairs.filter(isRandom).map(remove);
}

/**
 * Are the pairs not of the text around them? A mirror that converted to Traditional put Simplified characters before its
 * marks (a third of GB 2312 is Simplified only); where it converted nothing, both characters are rare too often.
 */
function areForeign(
  text: string,
  places: readonly number[],
  { rules, document }: { readonly rules: RepairRules; readonly document: Survey },
): boolean {
  const { simplifiedOnly } = rules;
  const isSimplified = (at: number) => simplifiedOnly[text.charCodeAt(at)] === 1;
  const isRare = (at: number) => costOfUnit(text.charCodeAt(at), rules) > WATERMARK.rareCharacter;
  const isConverted = document.traditionalOnly > document.simplifiedOnly;
  const [test, share] = isConverted
    ? [(at: number) => isSimplified(at) || isSimplified(at + 1), WATERMARK.simplifiedShare]
    : [(at: number) => isRare(at) && isRare(at + 1), WATERMARK.rareShare];
  return places.filter(test).length > share * places.length;
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
function costOfPair(text: string, at: number, scorer: TextScorer): number {
  const before = text.slice(Math.max(0, at - WATERMARK.context), at);
  const withPair = scorer.costOf(before + text.slice(at, at + 3));
  return withPair - scorer.costOf(before + text.charAt(at + 2));
}

/** Two characters before a mark, and how much cheaper the text is without them. */
interface Pair {
  readonly at: number;
  readonly cost: number;
}

const isRandom = ({ cost }: Pair) => cost >= WATERMARK.randomPair;

function remove(pair: Pair): Edit {
  const cert = isRandom(pair) ? 'high' : 'medium';
  const span = { start: pair.at, end: pair.at + 2 };
  return emend(span, '', { kind: 'watermark', cert, evidence: { margin: pair.cost / 4 } });
}
