/** Undoing a mirror's damage in a document that was found to have it. */

import { type Edit, emend, type Remark, remarkCrux } from '../reading.ts';
import { readsAs } from '../text/readings.ts';
import { isControl, markPair, skipControls } from './channel.ts';
import { FOUND, SEARCH } from './constants.ts';
import { beforeGloss, type Gloss, glossAt, glossedUnit, readingAt } from './gloss.ts';
import type { RepairRules } from './rules.ts';
import { type Found, Search } from './search.ts';
import { isStrange } from './strange.ts';
import { isInTable, type Survey, type Tally } from './survey.ts';
import { toEdit, withoutTornTags } from './window-record.ts';

const OPEN = 0x28;
const QUESTION = 0x3f;
/** Units from the bracket to the end of the text, where a page was cut off inside a gloss. */
const LONGEST_CUT_OFF = 7;

/** The edits and remarks that undo the damage of `text`, of which `document` is the survey. */
export function repairMirror(text: string, document: Survey, rules: RepairRules) {
  const mirrored = new MirroredText(text, document, rules);
  mirrored.repair();
  const { edits, remarks } = mirrored;
  return { edits, remarks };
}

/** A text on its way from its beginning to its end, with the edits and remarks so far. Its methods give where to go on. */
class MirroredText {
  readonly edits: Edit[] = [];
  readonly remarks: Remark[] = [];
  private readonly text: string;
  private readonly document: Survey;
  private readonly rules: RepairRules;

  constructor(text: string, document: Survey, rules: RepairRules) {
    this.text = text;
    this.document = document;
    this.rules = rules;
  }

  repair(): void {
    const { text } = this;
    const search = new Search(text, this.document, this.rules);
    let searched = 0; // up to here a search has found the text to be as it should
    for (let at = 0; at < text.length; ) {
      const unit = text.charCodeAt(at);
      if (unit === OPEN) at = this.removeGloss(at);
      else if (isControl(unit)) at = this.removeControls(at);
      else if (at < searched || !this.isHole(at, unit)) at++;
      else {
        const found = search.run(at, this.contextBefore(at));
        searched = found?.end ?? at + 1;
        at = found && isBetter(found) ? this.fillHole(at, found) : this.remarkHole(at, found);
      }
    }
  }

  private removeGloss(at: number): number {
    const { document, rules } = this;
    const unit = this.glossedBefore(at);
    const tally = document.tallies.get(unit);
    const gloss = glossAt(this.text, at, rules.readings) ?? this.glossCutOff(at, tally);
    if (!gloss) return at + 1;
    const { end } = gloss;
    if (readsAs(rules.readings, unit, gloss.reading) === 0) return end;
    const isRestored = this.edits.at(-1)?.end === at && rules.fold[unit] !== unit;
    if (!isRestored && (!tally || !isInTable(unit, tally, rules))) return end;
    const reading = rules.readings.names[gloss.reading] ?? '';
    this.edits.push(emend({ start: at, end }, '', { kind: 'gloss', cert: 'high', evidence: { reading } }));
    return end;
  }

  /** The last units before the offset `at`, as they were restored, glosses left out. */
  private contextBefore(at: number): number[] {
    const { text, edits } = this;
    const units: number[] = [];
    let i = edits.length - 1;
    for (let end = at; end > 0 && units.length < SEARCH.context; ) {
      const edit = edits[i];
      if (edit && edit.end === end) {
        for (let k = edit.corr.length - 1; k >= 0; k--) units.push(edit.corr.charCodeAt(k));
        end = edit.start;
        i--;
        continue;
      }
      const open = beforeGloss(text, end, this.rules.readings);
      if (open === end) units.push(text.charCodeAt(end - 1));
      end = open === end ? end - 1 : open;
    }
    return units.slice(0, SEARCH.context).reverse();
  }

  /** The character before the offset `at`, as it was restored if it was. */
  private glossedBefore(at: number): number {
    const last = this.edits.at(-1);
    if (last?.end === at && last.corr !== '') return last.corr.charCodeAt(last.corr.length - 1);
    return glossedUnit(this.text, at, this.rules);
  }

  /** The gloss of a page that was cut off inside it: `應(y`. */
  private glossCutOff(at: number, tally: Tally | undefined): Gloss | undefined {
    if (!tally || this.text.length - at > LONGEST_CUT_OFF) return undefined;
    const begun = this.text.slice(at + 1).trimEnd();
    const isBegun = this.rules.readings.names[tally.reading]?.startsWith(begun);
    return isBegun ? { end: at + 1 + begun.length, reading: tally.reading } : undefined;
  }

  private removeControls(at: number): number {
    const end = skipControls(this.text, at);
    this.edits.push(emend({ start: at, end }, '', { kind: 'control', cert: 'high', evidence: {} }));
    return end;
  }

  /** Can a byte have been lost at `at`? */
  private isHole(at: number, unit: number): boolean {
    if (unit === QUESTION && this.isTorn(at)) return true;
    const mark = this.markAt(at);
    if (mark >> 8 !== 0xa3 || mark === 0xa3ac || this.document.tornMarks > 0) return false;
    return isStrange(this.text, at + 1, this.rules);
  }

  /** Does the `?` at `at` stand before the rest of a gloss, or before a mark, with another `?` between them at most? */
  private isTorn(at: number): boolean {
    const { text } = this;
    const follower = skipControls(text, at + 1);
    if (readingAt(text, at + 1, this.rules.readings) || this.markAt(follower) !== 0) return true;
    if (text.charCodeAt(follower) !== QUESTION) return false;
    return this.markAt(skipControls(text, follower + 1)) !== 0;
  }

  private markAt(at: number): number {
    return markPair(this.text.charCodeAt(at), this.rules.channel, this.document.isFolded);
  }

  /** Leave what stands at `at`; with a crux where damage is likely. */
  private remarkHole(at: number, found: Found | undefined): number {
    if (!found) this.remarks.push(remarkCrux({ start: at, end: at + 1 }, 'no bytes explain it'));
    else if (!found.isLiteral) {
      const alternatives = found.text === '' ? [] : [found.text];
      const span = { start: at, end: found.end };
      this.remarks.push(remarkCrux(span, 'no reading is clearly better', alternatives));
    }
    return at + 1;
  }

  private fillHole(at: number, found: Found): number {
    const whole = withoutTornTags(this.text, found, this.rules);
    const kind = readingAt(this.text, at + 1, this.rules.readings) ? 'torn-gloss' : 'torn-mark';
    const sic = this.text.slice(at, whole.end);
    this.edits.push(toEdit({ sic, at, kind }, whole, this.rules));
    return whole.end;
  }
}

function isBetter(found: Found): boolean {
  return !found.isLiteral && found.gain >= FOUND.acceptedGain;
}
