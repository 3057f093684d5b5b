/**
 * Looking at a document as a whole: is this a mirror's damage, or are these glosses somebody's own?
 *
 * A mirror's table is absolute: within a document a character is always glossed or never, and every glossed character
 * has a form that exists in Traditional only, because the mirror converted first. Authors gloss at first mention, gloss
 * shared characters, or gloss everything. Nothing is edited here.
 */

import { isHanUnit } from '../text/han.ts';
import { readsAs } from '../text/readings.ts';
import { LEFTOVER, PROPER } from './channel.ts';
import { glossAt, glossedUnit, readingAt } from './gloss.ts';
import { isControl, markPair } from './marks.ts';
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
  readonly orphans: number;
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
  const tallies = new Map<number, Tally>();
  const counts = { glosses: 0, orphans: 0 };
  for (let at = text.indexOf(')'); at !== -1; at = text.indexOf(')', at + 1))
    noteGloss(text, at, rules, tallies, counts);
  const found = { tallies, ...counts, ...census(text, rules, tallies) };
  forgiveCutOff(text, tallies);
  return found;
}

/** A page cut off inside a gloss (`應(y`) does not speak against its character. */
function forgiveCutOff(text: string, tallies: Map<number, Tally>): void {
  const open = text.lastIndexOf('(');
  if (open < 1 || text.length - open > 7 || !/^\([a-zà-ǜ]*\s*$/.test(text.slice(open))) return;
  const tally = tallies.get(text.charCodeAt(open - 1));
  if (tally) tally.total--;
}

/** `)` stands at `close`: look back over at most a reading and a blank for what opens it. */
function noteGloss(
  text: string,
  close: number,
  rules: RepairRules,
  tallies: Map<number, Tally>,
  counts: { glosses: number; orphans: number },
): void {
  for (let at = close - 2; at >= 0 && at >= close - 8; at--) {
    const unit = text.charCodeAt(at);
    if (unit === QUESTION) {
      if (readingAt(text, at + 1, rules.readings)) counts.orphans++;
      return;
    }
    if (unit !== OPEN) continue;
    const gloss = glossAt(text, at, rules.readings);
    const glossed = gloss ? glossedUnit(text, at, rules.gbk, rules.readings) : 0;
    const fit = gloss ? readsAs(rules.readings, glossed, gloss.reading) : 0;
    if (!gloss || fit === 0) return;
    counts.glosses++;
    const tally = tallies.get(glossed);
    if (!tally) tallies.set(glossed, { glossed: 1, total: 0, reading: gloss.reading, isMain: fit === 2 });
    else if (tally.reading === gloss.reading) tally.glossed++;
    return;
  }
}

/** One walk over the text: counts by script, and how often each glossed character stands there. */
function census(text: string, rules: RepairRules, tallies: Map<number, Tally>) {
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
  return rules.fold[unit] !== unit && tally.glossed >= 0.8 * tally.total;
}

/**
 * How strongly the document speaks for a mirror's damage; above {@link PROVEN} it is taken as damaged.
 * The weights are nats, roughly: what one such sight is worth.
 */
export function weigh(found: Survey, rules: RepairRules): number {
  if (found.glosses > 0.5 * found.han) return Number.NEGATIVE_INFINITY;
  const isConverted = found.leftovers > 2 * found.proper && found.traditionalOnly > found.simplifiedOnly;
  let singles = 0;
  let weight = isConverted ? 3 : found.proper > 2 * found.leftovers ? -4 : 0;
  for (const [unit, tally] of found.tallies) {
    if (rules.fold[unit] === unit) weight -= tally.isMain ? 1.5 : 2;
    else if (!isInTable(unit, tally, rules)) weight -= 2;
    else if (tally.glossed > 1) weight += Math.min(4, tally.glossed) * 0.6;
    else singles += tally.isMain ? 0.7 : -0.7;
  }
  weight += isConverted ? singles : Math.min(singles, 2);
  weight += Math.max(0, Math.min(found.controlsBeforeMarks, 6));
  return weight + Math.min(found.orphans, 5) * (found.traditionalOnly > 0 ? 2 : 0);
}

export const PROVEN = 4;
