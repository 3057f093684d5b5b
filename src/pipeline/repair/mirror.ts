/** Undoing a mirror's damage in a document that was found to have it. */

import type { Edit, Remark } from '../reading.ts';
import { readsAs } from '../text/readings.ts';
import { beforeGloss, type Gloss, glossAt, glossedUnit, readingAt } from './gloss.ts';
import { isControl, markPair, skipControls } from './marks.ts';
import type { RepairRules } from './rules.ts';
import { type Found, Search } from './search.ts';
import { isStrange } from './strange.ts';
import { isInTable, type Survey, type Tally } from './survey.ts';
import { emend, withoutTornTags } from './window-record.ts';

export interface Repairs {
  readonly edits: Edit[];
  readonly remarks: Remark[];
}

const OPEN = 0x28;
const QUESTION = 0x3f;

/** Gain over the text as found, in quarters of a nat, from which a reading is taken. */
const ACCEPTED = 8;

export function repairMirror(text: string, document: Survey, rules: RepairRules): Repairs {
  const repairs: Repairs = { edits: [], remarks: [] };
  const search = new Search(text, document, rules);
  let searched = 0; // up to here a search has found the text to be as it should
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (unit === OPEN)
      at = takeGloss(text, at, glossedBefore(text, at, repairs, rules), document, rules, repairs);
    else if (isControl(unit)) at = takeControls(text, at, repairs);
    else if (at < searched || !isHole(text, at, unit, document, rules)) at++;
    else {
      const found = search.run(at, contextBefore(text, at, repairs, rules));
      searched = found?.end ?? at + 1;
      at = found && isBetter(found) ? fillHole(text, at, found, repairs, rules) : leave(at, found, repairs);
    }
  }
  return repairs;
}

function takeGloss(
  text: string,
  at: number,
  unit: number,
  document: Survey,
  rules: RepairRules,
  repairs: Repairs,
): number {
  const gloss = glossAt(text, at, rules.readings) ?? cutOff(text, at, document.tallies.get(unit), rules);
  if (!gloss) return at + 1;
  if (readsAs(rules.readings, unit, gloss.reading) === 0) return gloss.end;
  const tally = document.tallies.get(unit);
  const isRestored = repairs.edits.at(-1)?.end === at && rules.fold[unit] !== unit;
  if (!isRestored && (!tally || !isInTable(unit, tally, rules))) return gloss.end;
  const reading = rules.readings.names[gloss.reading]!;
  repairs.edits.push({
    start: at,
    end: gloss.end,
    corr: '',
    note: { type: 'emendation', kind: 'gloss', cert: 'high', evidence: { reading } },
  });
  return gloss.end;
}

const CONTEXT = 6;

/** The last units before the offset `at`, as they were restored, glosses left out. */
function contextBefore(text: string, at: number, { edits }: Repairs, { readings }: RepairRules): number[] {
  const units: number[] = [];
  let i = edits.length - 1;
  for (let end = at; end > 0 && units.length < CONTEXT; ) {
    const edit = edits[i];
    if (edit && edit.end === end) {
      for (let k = edit.corr.length - 1; k >= 0; k--) units.push(edit.corr.charCodeAt(k));
      end = edit.start;
      i--;
      continue;
    }
    const open = beforeGloss(text, end, readings);
    if (open === end) units.push(text.charCodeAt(end - 1));
    end = open === end ? end - 1 : open;
  }
  return units.slice(0, CONTEXT).reverse();
}

/** The character before the offset `at`, as it was restored if it was. */
function glossedBefore(text: string, at: number, { edits }: Repairs, rules: RepairRules): number {
  const last = edits.at(-1);
  if (last?.end === at && last.corr !== '') return last.corr.charCodeAt(last.corr.length - 1);
  return glossedUnit(text, at, rules.gbk, rules.readings);
}

/** The gloss of a page that was cut off inside it: `應(y`. */
function cutOff(text: string, at: number, tally: Tally | undefined, rules: RepairRules): Gloss | undefined {
  if (!tally || text.length - at > 7) return undefined;
  const begun = text.slice(at + 1).trimEnd();
  return rules.readings.names[tally.reading]!.startsWith(begun)
    ? { end: at + 1 + begun.length, reading: tally.reading }
    : undefined;
}

function takeControls(text: string, at: number, { edits }: Repairs): number {
  const end = skipControls(text, at);
  edits.push({
    start: at,
    end,
    corr: '',
    note: { type: 'emendation', kind: 'control', cert: 'high', evidence: {} },
  });
  return end;
}

/** Can a byte have been lost at `at`? */
function isHole(text: string, at: number, unit: number, document: Survey, rules: RepairRules): boolean {
  if (unit === QUESTION && isTear(text, at, document, rules)) return true;
  const mark = markAt(text, at, document, rules);
  if (mark >> 8 !== 0xa3 || mark === 0xa3ac || document.tornMarks > 0) return false;
  return isStrange(text, at + 1, rules);
}

/** Does the `?` at `at` stand before the rest of a gloss, or before a mark, with another `?` between them at most? */
function isTear(text: string, at: number, document: Survey, rules: RepairRules): boolean {
  const follower = skipControls(text, at + 1);
  if (readingAt(text, at + 1, rules.readings) || markAt(text, follower, document, rules) !== 0) return true;
  if (text.charCodeAt(follower) !== QUESTION) return false;
  return markAt(text, skipControls(text, follower + 1), document, rules) !== 0;
}

function markAt(text: string, at: number, { isFolded }: Survey, { channel }: RepairRules): number {
  return markPair(text.charCodeAt(at), channel, isFolded);
}

function isBetter(found: Found): boolean {
  return !found.isLiteral && found.gain >= ACCEPTED;
}

/** Leave what stands at `at`; with a crux where damage is likely. */
function leave(at: number, found: Found | undefined, { remarks }: Repairs): number {
  if (!found) remarks.push(crux(at, at + 1, 'no bytes explain it', []));
  else if (!found.isLiteral) remarks.push(crux(at, found.end, 'no reading is clearly better', [found.text]));
  return at + 1;
}

function fillHole(text: string, at: number, found: Found, repairs: Repairs, rules: RepairRules): number {
  const whole = withoutTornTags(text, found, rules);
  const kind = readingAt(text, at + 1, rules.readings) ? 'torn-gloss' : 'torn-mark';
  repairs.edits.push(emend(text.slice(at, whole.end), at, whole, kind, rules));
  return whole.end;
}

function crux(start: number, end: number, reason: string, alternatives: readonly string[]): Remark {
  return {
    start,
    end,
    note: { type: 'crux', reason, alternatives: alternatives.filter((text) => text !== '') },
  };
}
