/** Undoing a mirror's damage in a document that was found to have it. */
import type { Edit, Remark } from '../reading.ts';
import { beforeGloss, type Gloss, glossAt, glossedUnit, readingAt } from './gloss.ts';
import { isControl, markPair, skipControls } from './marks.ts';
import { readsAs } from './readings.ts';
import type { RepairRules } from './rules.ts';
import { type Found, Search } from './search.ts';
import { isInTable, type Survey, type Tally } from './survey.ts';
import { SWALLOWED, SWALLOWED_TAG, tagRestEnd } from './swallowed.ts';

export interface Repairs {
  readonly edits: Edit[];
  readonly remarks: Remark[];
}

const OPEN = 0x28;
const QUESTION = 0x3f;

/** Gain over the text as found, in quarters of a nat, from which a reading is taken. */
const ACCEPTED = 12;
const SURE = 16;
/** From here on another reading is none. */
const FAR = 160;

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
  if (unit === QUESTION) {
    if (readingAt(text, at + 1, rules.readings)) return true;
    const follower = text.charCodeAt(skipControls(text, at + 1));
    return markPair(follower, rules.gbk, document.isFolded) !== 0;
  }
  const mark = markPair(unit, rules.gbk, document.isFolded);
  const next = text.charCodeAt(at + 1);
  return mark >> 8 === 0xa3 && mark !== 0xa3ac && (next > 0x80 || next === QUESTION);
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
  const whole = withoutTornTags(text, found);
  record(text, at, whole, repairs, rules);
  return whole.end;
}

const tagMark = String.fromCharCode(SWALLOWED_TAG);
const unknownMark = String.fromCharCode(SWALLOWED);

/** Take out tags whose `<` was swallowed; what else was swallowed and is not known stays a `?`. */
function withoutTornTags(text: string, found: Found): Found {
  let { end } = found;
  const clear = (restored: string) => {
    let out = restored;
    for (let at = out.indexOf(tagMark); at !== -1; at = out.indexOf(tagMark)) {
      const ahead = out.slice(at + 1) + text.slice(found.end, found.end + 220);
      const length = tagRestEnd(ahead, 0);
      end = Math.max(end, found.end + length - (out.length - at - 1));
      out = out.slice(0, at) + out.slice(at + 1 + length);
    }
    return out.replaceAll(unknownMark, '?');
  };
  return { ...found, text: clear(found.text), rival: found.rival && clear(found.rival), end };
}

function crux(start: number, end: number, reason: string, alternatives: readonly string[]): Remark {
  return {
    start,
    end,
    note: { type: 'crux', reason, alternatives: alternatives.filter((text) => text !== '') },
  };
}

function record(text: string, at: number, found: Found, { edits }: Repairs, rules: RepairRules): void {
  const sic = text.slice(at, found.end);
  const [head, tail] = common(sic, found.text);
  const restored = found.text.slice(head, found.text.length - tail);
  edits.push({
    start: at + head,
    end: found.end - tail,
    corr: restored,
    note: {
      type: 'emendation',
      kind: readingAt(text, at + 1, rules.readings) ? 'torn-gloss' : 'torn-mark',
      cert: certainty(found),
      evidence: { bytes: hex(restored, rules), inferred: found.inferred, ...margin(found) },
      ...alternative(found, sic, head, tail),
    },
  });
}

/** The rival reading of the same stretch, where it has the same beginning and end. */
function alternative(
  { text, rival }: Found,
  sic: string,
  head: number,
  tail: number,
): { alternatives?: string[] } {
  if (rival === undefined || rival === sic || rival.length < head + tail) return {};
  const fits = rival.startsWith(text.slice(0, head)) && rival.endsWith(text.slice(text.length - tail));
  const reading = rival.slice(head, rival.length - tail);
  return fits && reading !== text.slice(head, text.length - tail) ? { alternatives: [reading] } : {};
}

/** The distance to the best other reading; absent when nothing comes near. */
function margin(found: Found): { margin?: number } {
  return found.margin < FAR ? { margin: found.margin / 4 } : {};
}

function certainty(found: Found): 'high' | 'medium' | 'low' {
  if (found.margin < SURE || found.inferred > 1) return 'low';
  return found.inferred === 0 ? 'high' : 'medium';
}

/** Lengths of what `a` and `b` have in common at their beginnings and ends. */
function common(a: string, b: string): [head: number, tail: number] {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return [head, tail];
}

const MOST_BYTES = 16;

function hex(text: string, { gbk }: RepairRules): string {
  const units = Array.from({ length: Math.min(text.length, MOST_BYTES) }, (_, i) => text.charCodeAt(i));
  const bytes = units.map((unit) =>
    (unit < 0x80 ? unit : gbk.pairOf[unit]!).toString(16).toUpperCase().padStart(2, '0'),
  );
  return bytes.join(' ') + (text.length > MOST_BYTES ? ' …' : '');
}
