/** Takes out what is not the author's: spam, menus, labels, statements. */
import { amend, type Edit, type Reading, type Remark } from '../reading.ts';
import { findFurniture } from './furniture.ts';
import { type Line, splitLines } from './line.ts';
import { findMenus } from './menus.ts';
import { findRepeatedTitle } from './repeated-title.ts';
import { findResidue } from './residue.ts';
import { findSpam } from './spam-lines.ts';
import type { StripRules } from './strip-rules.ts';
import { findBody, type Page, type Verdict } from './verdict.ts';

/** The detectors, in order; a line judged by one is not shown to the next. */
const detectors = [findResidue, findFurniture, findSpam, findMenus, findRepeatedTitle] as const;

/**
 * `reading` without the lines that are not the author's, each removal recorded; what may be the author's is kept and
 * recorded as a doubt. 随意打赏 at the end goes; an article about spam stays, its examples too.
 */
export function strip(reading: Reading, rules: StripRules): Reading {
  const lines = splitLines(reading.text, rules.scripts);
  const verdicts: Verdict[] = [];
  for (const find of detectors) verdicts.push(...find(viewPage(lines, verdicts), rules));
  return amend(reading, toEdits(lines, verdicts), toRemarks(lines, verdicts));
}

/** The page as the next detector sees it: which lines are judged, and where the body begins and ends. */
function viewPage(lines: readonly Line[], verdicts: readonly Verdict[]): Page {
  const judged = new Set(verdicts.flatMap(({ type, line }) => (type === 'removal' ? [line] : [])));
  return { lines, judged, ...findBody(lines, (index) => judged.has(index)) };
}

/** Neighbouring lines that fell to the same rule become one removal. */
function toEdits(lines: readonly Line[], verdicts: readonly Verdict[]): Edit[] {
  const removals = verdicts.filter((verdict) => verdict.type === 'removal').sort((a, b) => a.line - b.line);
  const edits: Edit[] = [];
  let previous: Verdict | undefined;
  for (const verdict of removals) {
    const { start, end } = lines[verdict.line]!;
    const { kind, rule, reason } = verdict;
    const last = edits.at(-1);
    if (last && previous?.rule === rule && previous.line === verdict.line - 1) {
      edits[edits.length - 1] = { ...last, end };
    } else {
      edits.push({ start, end, corr: '', note: { type: 'removal', kind, rule, reason } });
    }
    previous = verdict;
  }
  return edits;
}

function toRemarks(lines: readonly Line[], verdicts: readonly Verdict[]): Remark[] {
  const removed = new Set(verdicts.flatMap(({ type, line }) => (type === 'removal' ? [line] : [])));
  return verdicts
    .filter(({ type, line }) => type === 'doubt' && !removed.has(line))
    .map(({ line, rule, reason }) => {
      const { start, end } = lines[line]!;
      return { start, end, note: { type: 'doubt' as const, rule, reason } };
    });
}
