/** Undoing misreadings: text whose bytes were read in the wrong encoding, and can be read again. */
import { amend, type Edit, type Reading, type Remark } from '../../reading.ts';
import { LINES, ROUNDS } from '../constants.ts';
import type { RepairRules } from '../rules.ts';
import { TextScorer } from '../text-scorer.ts';
import { type Candidate, findCandidates, type Tools } from './candidates.ts';
import { type Choice, choose, isStrong } from './choose.ts';
import { editsOf } from './edits.ts';
import { lineAround, suspiciousLines, type TextSpan } from './lines.ts';
import { findLost } from './lost.ts';
import { withoutExamples } from './quotation.ts';
import type { Chain } from './steps.ts';
import { findSuspect, suspicions } from './suspect.ts';

/**
 * `reading` with mojibake undone: 鍥犱负 → 因为, å¯†ç\u00a0\u0081 → 密码, ÖÐ¹ú → 中国. Mojibake shown as an example and what is
 * sound stay; what was lost for good, such as 锟斤拷, stays and is remarked as a crux.
 */
export function repairMojibake(reading: Reading, rules: RepairRules): Reading {
  const first = reading.text.search(/[^\0-\x7f]/);
  if (first === -1 || findSuspect(reading.text, first, suspicions(rules)) === -1) return reading;
  const tools = { rules, scorer: new TextScorer(rules) };
  const settled = untilSettled(reading, tools);
  const lost = findLost(settled.text, rules.patterns());
  if (settled === reading && lost.length === 0) return reading;
  const found = amend(settled, [], lost);
  return { ...found, remarks: withoutRepeats(found.remarks) };
}

/** Round by round until nothing is left to do, so that a second run changes nothing. */
function untilSettled(reading: Reading, tools: Tools): Reading {
  let current = reading;
  for (let round = 0; round < ROUNDS.mojibake; round++) {
    const { edits, remarks } = rereadAll(current.text, tools);
    if (edits.length === 0) return current;
    current = amend(current, edits, remarks);
  }
  return reading; // it never settled, so nothing is changed
}

/** A crux is met again in every round. */
function withoutRepeats(remarks: readonly Remark[]): readonly Remark[] {
  const seen = new Map(remarks.map((remark) => [`${remark.start} ${remark.end}`, remark]));
  return [...seen.values()];
}

function rereadAll(text: string, tools: Tools): { edits: Edit[]; remarks: Remark[] } {
  const candidates = collect(text, tools);
  const choices = withoutExamples(text, choose(candidates), tools.rules.patterns());
  const isForeign = scriptOf(choices, tools.rules);
  const done = choices.map((choice) => editsOf(text, choice, { isForeign, scorer: tools.scorer }));
  return { edits: done.flatMap(({ edits }) => edits), remarks: done.flatMap(({ remarks }) => remarks) };
}

/** Which characters are of the other script than most of what is reread; none where it is in both. */
function scriptOf(
  choices: readonly Choice[],
  { fold, simplifiedOnly }: RepairRules,
): (unit: number) => boolean {
  let [simplified, traditional] = [0, 0];
  for (const { candidate } of choices) {
    for (let i = 0; i < candidate.stretch.text.length; i++) {
      const unit = candidate.stretch.text.charCodeAt(i);
      if (simplifiedOnly[unit] === 1) simplified++;
      else if (fold[unit] !== unit) traditional++;
    }
  }
  if (simplified > 2 * traditional) return (unit) => fold[unit] !== unit;
  return traditional > 2 * simplified ? (unit) => simplifiedOnly[unit] === 1 : () => false;
}

/**
 * The candidates of all suspicious lines; none where no line has one that convinces on its own. Most documents were
 * misread in one way: a sample tells which, and the others are tried where that explains nothing.
 */
function collect(text: string, tools: Tools): Candidate[] {
  const table = suspicions(tools.rules);
  if (!isMisread(text, table, tools)) return [];
  const active = new Set<Chain>();
  const candidates: Candidate[] = [];
  let [count, seen] = [0, 0];
  for (const span of suspiciousLines(text, table)) {
    const known = findCandidates(span, tools, active);
    const isOpen = !known.some(isStrong) && findSuspect(text.slice(span.start, span.end), 0, table) !== -1;
    const isSampled = seen < LINES.sample || count++ % LINES.sampledLine === 0;
    const found = isOpen || isSampled ? findCandidates(span, tools) : known;
    seen += span.end - span.start;
    for (const { candidate } of choose(found)) active.add(candidate.chain);
    for (const candidate of found) candidates.push(candidate);
  }
  return candidates;
}

/** Is there anything but ASCII, of which a thousand `?` are nothing else? */
function hasHigh({ text, start, end }: TextSpan): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > 0x7f) return true;
  return false;
}

function isMisread(text: string, table: Int8Array, tools: Tools): boolean {
  for (let at = findSuspect(text, 0, table); at !== -1; ) {
    const span = lineAround(text, at);
    if (hasHigh(span) && findCandidates(span, tools).some(isStrong)) return true;
    at = findSuspect(text, span.end, table);
  }
  return false;
}
