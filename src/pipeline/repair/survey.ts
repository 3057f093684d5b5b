/**
 * Looking at a document as a whole: is this a mirror's damage, or are these glosses somebody's own?
 *
 * A mirror's table is absolute: within a document a character is always glossed or never, and every glossed character
 * has a form that exists in Traditional only, because the mirror converted first. Authors gloss at first mention, gloss
 * shared characters, or gloss everything. Nothing is edited here.
 */

import { isHanUnit } from '../text/han.ts';
import { readsAs } from '../text/readings.ts';
import { isControl, LEFTOVER, markPair, PROPER } from './channel.ts';
import { SURVEY } from './constants.ts';
import { glossAt, glossedUnit, readingAt } from './gloss.ts';
import type { RepairRules } from './rules.ts';

const OPEN = 0x28;
const QUESTION = 0x3f;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const EXCLAMATION = 0x21;
const CLOSE = 0x29;

/** What is known of a character that was seen with a gloss. */
export interface Tally {
  /** How often it stands there with a gloss. */
  glossed: number;
  /** How often it stands there at all. */
  total: number;
  readonly reading: number;
  /** Is the reading its main one? */
  readonly isMain: boolean;
}

export interface Survey {
  /** By UTF-16 unit: the characters seen with a gloss. */
  readonly tallies: ReadonlyMap<number, Tally>;
  /** `?reading)`: glosses whose bracket was lost. */
  readonly tornGlosses: number;
  readonly glosses: number;
  readonly han: number;
  /** Characters with another form in Simplified; characters that are Simplified only. */
  readonly traditionalOnly: number;
  readonly simplifiedOnly: number;
  /** Forms a careless converter leaves (于 后 里) and forms a Traditional writer uses instead (於 後 裡). */
  readonly leftovers: number;
  readonly proper: number;
  /** `?` before a mark: as many leads were torn off at least, unless the page asks `??`. */
  readonly tornMarks: number;
  /** Runs of control characters before a mark, where a mirror puts them, less those elsewhere. */
  readonly controlsBeforeMarks: number;
  /** Is full-width ASCII punctuation folded to half width? */
  readonly isFolded: boolean;
}

export function survey(text: string, rules: RepairRules): Survey {
  const found = { tallies: new Map<number, Tally>(), glosses: 0, tornGlosses: 0 };
  for (let at = text.indexOf(')'); at !== -1; at = text.indexOf(')', at + 1))
    countGloss({ text, close: at }, found, rules);
  const counts = countCharacters(text, rules, found.tallies);
  discountCutOff(text, found.tallies);
  return { ...found, ...counts };
}

/** A page cut off inside a gloss (`應(y`) does not speak against its character. */
function discountCutOff(text: string, tallies: Map<number, Tally>): void {
  const open = text.lastIndexOf('(');
  if (open < 1 || text.length - open > 7 || !/^\([a-zà-ǜ]*\s*$/.test(text.slice(open))) return;
  const tally = tallies.get(text.charCodeAt(open - 1));
  if (tally) tally.total--;
}

/** `)` stands at `close`: look back over at most a reading and a blank for what opens it. */
function countGloss(
  { text, close }: { readonly text: string; readonly close: number },
  found: { readonly tallies: Map<number, Tally>; glosses: number; tornGlosses: number },
  rules: RepairRules,
): void {
  for (let at = close - 2; at >= 0 && at >= close - 8; at--) {
    const unit = text.charCodeAt(at);
    if (unit === QUESTION) {
      if (readingAt(text, at + 1, rules.readings)) found.tornGlosses++;
      return;
    }
    if (unit !== OPEN) continue;
    const gloss = glossAt(text, at, rules.readings);
    const glossed = gloss ? glossedUnit(text, at, rules) : 0;
    const fit = gloss ? readsAs(rules.readings, glossed, gloss.reading) : 0;
    if (!gloss || fit === 0) return;
    found.glosses++;
    const tally = found.tallies.get(glossed);
    if (!tally)
      found.tallies.set(glossed, { glossed: 1, total: 0, reading: gloss.reading, isMain: fit === 2 });
    else if (tally.reading === gloss.reading) tally.glossed++;
    return;
  }
}

/** One walk over the text: counts by script, and how often each glossed character stands there. */
function countCharacters(text: string, rules: RepairRules, tallies: Map<number, Tally>) {
  let [han, traditionalOnly, simplifiedOnly, leftovers, proper] = [0, 0, 0, 0, 0];
  let [fullWidth, halfWidth, tornMarks, controlsBeforeMarks] = [0, 0, 0, 0];
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      if ((unit === COMMA || unit === QUESTION) && (before > 0x80 || before === CLOSE)) halfWidth++;
      if (isControl(unit)) {
        if (!isControl(text.charCodeAt(i + 1)))
          controlsBeforeMarks += markPair(text.charCodeAt(i + 1), rules.channel, true) !== 0 ? 1 : -1;
        continue;
      }
      if (before === QUESTION && (unit === SEMICOLON || unit === EXCLAMATION)) tornMarks++;
    } else if (isHanUnit(unit)) {
      han++;
      if (rules.fold[unit] !== unit) traditionalOnly++;
      else if (rules.simplifiedOnly[unit] === 1) simplifiedOnly++;
      if (rules.channel.forms[unit] === LEFTOVER) leftovers++;
      else if (rules.channel.forms[unit] === PROPER) proper++;
      const tally = tallies.get(unit);
      if (tally) tally.total++;
    } else if (unit > 0xff00 && unit < 0xff20) {
      fullWidth++;
      if (before === QUESTION) tornMarks++;
    }
    before = unit;
  }
  return {
    han,
    traditionalOnly,
    simplifiedOnly,
    leftovers,
    proper,
    isFolded: fullWidth === 0 && halfWidth > 0,
    tornMarks,
    controlsBeforeMarks,
  };
}

/** Is `tally` that of a character in a mirror's table? */
export function isInTable(unit: number, tally: Tally, rules: RepairRules): boolean {
  return rules.fold[unit] !== unit && tally.glossed >= SURVEY.glossedShare * tally.total;
}

/** Does the document as a whole speak for a mirror's damage? */
export function isProven(found: Survey, rules: RepairRules): boolean {
  return scoreSurvey(found, rules) >= SURVEY.proven;
}

function scoreSurvey(found: Survey, rules: RepairRules): number {
  if (found.glosses > SURVEY.glossesByHan * found.han) return Number.NEGATIVE_INFINITY;
  const worth = SURVEY;
  const isConverted = found.leftovers > 2 * found.proper && found.traditionalOnly > found.simplifiedOnly;
  const isProper = found.proper > 2 * found.leftovers;
  let singles = 0;
  let score = isConverted ? worth.converted : isProper ? worth.proper : 0;
  for (const [unit, tally] of found.tallies) {
    if (rules.fold[unit] === unit) score += tally.isMain ? worth.shared : worth.sharedMinor;
    else if (!isInTable(unit, tally, rules)) score += worth.wavering;
    else if (tally.glossed > 1) score += Math.min(worth.mostGlosses, tally.glossed) * worth.gloss;
    else singles += tally.isMain ? worth.single : -worth.single;
  }
  score += isConverted ? singles : Math.min(singles, worth.mostSingles);
  score += Math.max(0, Math.min(found.controlsBeforeMarks, worth.mostControls));
  return (
    score +
    Math.min(found.tornGlosses, worth.mostTornGlosses) * (found.traditionalOnly > 0 ? worth.tornGloss : 0)
  );
}
