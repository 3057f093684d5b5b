/** Lines known by their words: share buttons, statements, labels of link lists. */
import { isWithheld } from '../../edition/vocabulary.ts';
import type { Line } from './line.ts';
import { countItems } from './spam.ts';
import type { LineRule, StripRules } from './strip-rules.ts';
import { findBody, isHead, isTail, type Page, type Verdict } from './verdict.ts';

/**
 * Verdicts of the line rules; a rule whose extent is a list takes the list after it as well. A line that a rule knows
 * is no body line, however much it looks like one: the body ends before the statement of a site.
 */
export function findFurniture(page: Page, { lineRules }: StripRules): Verdict[] {
  const known = page.lines.map((line, index) =>
    page.judged.has(index) ? undefined : lineRules.find((rule) => hasWords(line, rule)),
  );
  const seen = {
    ...page,
    ...findBody(page.lines, (index) => page.judged.has(index) || known[index] !== undefined),
  };
  const verdicts: Verdict[] = [];
  for (let line = 0; line < known.length; line++) {
    const rule = known[line];
    if (rule === undefined) continue;
    const taken = judge(seen, line, rule, known);
    verdicts.push(...taken);
    line += taken.length - 1;
  }
  return verdicts;
}

/** Do the parts follow one another in the line, as the rule's match says? */
function hasWords({ plain }: Line, { match, parts, longest }: LineRule): boolean {
  if (plain.length > longest) return false;
  if (match === 'is') return plain === parts[0];
  if (match === 'starts' && !plain.startsWith(parts[0]!)) return false;
  let at = 0;
  for (const part of parts) {
    const found = plain.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

/** Why the rule holds; the words of a rule whose removals are withheld are not named. */
function describe({ kind, parts }: LineRule): string {
  return isWithheld(kind)
    ? 'Begins or holds the words of this rule.'
    : `Begins or holds “${parts.join('…')}”.`;
}

function judge(
  page: Page,
  line: number,
  rule: LineRule,
  known: readonly (LineRule | undefined)[],
): Verdict[] {
  const { kind, rule: name } = rule;
  if (!isInRegion(page, line, rule)) {
    const reason = `Words of this rule inside the body, where it expects the ${rule.region}.`;
    return [{ type: 'doubt', line, kind, rule: name, reason }];
  }
  const first: Verdict = {
    type: 'removal',
    line,
    kind,
    rule: name,
    reason: describe(rule),
  };
  if (rule.extent === 'line') return [first];
  if (rule.extent === 'value') return [first, ...takeValue(page, line, known)];
  const reason = 'Listed under a label of this rule.';
  return [
    first,
    ...followList(page, line + 1, known).map((index): Verdict => ({ ...first, line: index, reason })),
  ];
}

/** What stands on the line after `銷售咨詢熱線:`. */
function takeValue(
  { lines, judged }: Page,
  line: number,
  known: readonly (LineRule | undefined)[],
): Verdict[] {
  const next = lines[line + 1];
  const isFree =
    next !== undefined && next.han === 0 && !judged.has(line + 1) && known[line + 1] === undefined;
  if (!isFree || !lines[line]!.plain.endsWith(':')) return [];
  const reason = 'The number announced by the line before.';
  return [{ type: 'removal', line: line + 1, kind: 'furniture', rule: 'hotline', reason }];
}

function isInRegion(page: Page, line: number, { region }: LineRule): boolean {
  if (region === 'any') return true;
  const inHead = isHead(page, line);
  const inTail = isTail(page, line);
  return region === 'head' ? inHead : region === 'tail' ? inTail : inHead || inTail;
}

/**
 * The list-like lines from `from` to the next line a rule knows; only in the tail, where no heading of the author's
 * can be among them.
 */
function followList(
  { lines, judged, lastBody }: Page,
  from: number,
  known: readonly (LineRule | undefined)[],
): number[] {
  const indexes: number[] = [];
  if (from <= lastBody) return indexes;
  for (let line = from; line < lines.length && isListLike(lines[line]!); line++) {
    if (known[line] !== undefined || judged.has(line)) break;
    indexes.push(line);
  }
  return indexes;
}

function isListLike(line: Line): boolean {
  return line.plain.length <= 60 || countItems(line) > 2;
}
