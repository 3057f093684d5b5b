/** Lines known by their words: share buttons, statements, labels of link lists. */
import { isWithheld } from '../../contract/vocabulary.ts';
import { isBody, type Line } from '../page/line.ts';
import type { LineRule } from './line-rule.ts';
import { isListLabel } from './list-label.ts';
import { findRule } from './rule-index.ts';
import { countItems } from './spam.ts';
import type { StripRules } from './strip-rules.ts';
import { findBody, isEndKind, isHead, isTail, type PageView, type Verdict } from './verdict.ts';

/** What a line is known to be, before its place is looked at. */
type Known = Pick<LineRule, 'rule' | 'kind' | 'region' | 'extent' | 'parts'>;

const listLabel: Known = {
  rule: 'list-label',
  kind: 'related-reading',
  region: 'tail',
  extent: 'list',
  parts: [],
};

/**
 * Verdicts of the line rules; a rule whose extent is a list takes the list after it as well. A line that a rule knows
 * is no body line, however much it looks like one: the body ends before the statement of a site.
 */
export function findFurniture(page: PageView, rules: StripRules): Verdict[] {
  const known = page.lines.map((line, index) => {
    const rule = page.judged.has(index) ? undefined : know(line, page.lines[index + 1], rules);
    return rule === undefined || page.isMeta(index) ? undefined : rule;
  });
  const isElse = (index: number) => page.judged.has(index) || known[index] !== undefined;
  const isEnder = (index: number) =>
    page.enders.has(index) ||
    (known[index] !== undefined && known[index].region !== 'any' && isEndKind(known[index].kind));
  const seen = { ...page, ...findBody(page.lines, isElse, isEnder) };
  const verdicts: Verdict[] = [];
  let lastRemoved = -1;
  for (let line = 0; line < known.length; line++) {
    const rule = known[line];
    if (rule === undefined) continue;
    const taken = judge(seen, line, rule, known, lastRemoved);
    for (const verdict of taken) verdicts.push(verdict); // a list may be longer than a call may have arguments
    if (taken[0]?.type === 'removal') lastRemoved = line + taken.length - 1;
    line += Math.max(0, taken.length - 1);
  }
  return verdicts;
}

function know(line: Line, next: Line | undefined, rules: StripRules): Known | undefined {
  const isOverList = next !== undefined && next.han > 3 && !next.text.includes('。');
  return findRule(line, rules.ruleIndex) ?? (isListLabel(line, rules, isOverList) ? listLabel : undefined);
}

/** Why the rule holds; the words of a rule whose removals are withheld are not named. */
function describe({ kind, parts, rule }: Known): string {
  if (rule === listLabel.rule) return 'The label of a list of other articles.';
  return isWithheld(kind)
    ? 'Begins or holds the words of this rule.'
    : `Begins or holds “${parts.join('…')}”.`;
}

function judge(
  page: PageView,
  line: number,
  rule: Known,
  known: readonly (Known | undefined)[],
  lastRemoved: number,
): Verdict[] {
  const { kind, rule: name } = rule;
  if (!isInRegion(page, line, rule, lastRemoved)) {
    if (rule.region === 'after') return []; // an address in an article is nothing to wonder at
    const reason = `Words of this rule, but not where it expects them (${rule.region}).`;
    return [{ type: 'doubt', line, kind, rule: name, reason }];
  }
  const first: Verdict = { type: 'removal', line, kind, rule: name, reason: describe(rule) };
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
  { lines, judged }: PageView,
  line: number,
  known: readonly (Known | undefined)[],
): Verdict[] {
  const next = lines[line + 1];
  const isFree =
    next !== undefined && next.han === 0 && !judged.has(line + 1) && known[line + 1] === undefined;
  if (!isFree || !/\d/.test(next.plain)) return [];
  const reason = 'The number announced by the line before.';
  return [{ type: 'removal', line: line + 1, kind: 'furniture', rule: 'hotline', reason }];
}

function isInRegion(page: PageView, line: number, { region }: Known, lastRemoved: number): boolean {
  if (region === 'any') return page.lines[line]!.plain.length > LONGEST_WORD || !isTopic(page, line);
  const inHead = isHead(page, line);
  const inTail = isTail(page, line);
  if (region === 'after') return (inHead && !inTail) || (inTail && lastRemoved > page.lastBody);
  const isLate = page.lastBody >= 0 || line >= page.lines.length / 2; // without a body, the foot is the lower half
  return region === 'head' ? inHead : region === 'tail' ? inTail && isLate : inHead || inTail;
}

const LONGEST_WORD = 9;
const MOST_LINES = 500;

/** Does a paragraph have the very words of a short label? Then it may be a heading of the author's: 廣告. */
function isTopic({ lines }: PageView, line: number): boolean {
  const { plain } = lines[line]!;
  const near = lines.slice(Math.max(0, line - MOST_LINES), line + MOST_LINES);
  return near.some((other) => isBody(other) && other.plain.includes(plain));
}

/**
 * The list-like lines from `from` to the next line a rule knows; only in the tail, where no heading of the author's
 * can be among them.
 */
function followList(
  { lines, judged, lastBody }: PageView,
  from: number,
  known: readonly (Known | undefined)[],
): number[] {
  const indexes: number[] = [];
  const isWithoutBody = lastBody < 0; // verse, a list: only what comes late is after it
  if (from <= lastBody || (isWithoutBody && from < lines.length / 2)) return indexes;
  for (let line = from; line < lines.length && isListLike(lines[line]!); line++) {
    if (known[line] !== undefined || judged.has(line)) break;
    indexes.push(line);
  }
  return indexes;
}

const CUT_OFF = /(?:\.\.|…|\[(?:详细|详情|全文)\]|>>)$/;

const LATIN = /[a-z]{3}/;

/** A title, or several; a teaser that is cut off is one, too. */
function isListLike(line: Line): boolean {
  if (isBody(line) || line.text.includes('。')) return CUT_OFF.test(line.plain);
  if (line.han === 0 && LATIN.test(line.plain)) return false; // code, a manual's examples
  return line.plain.length <= 60 || countItems(line) > 2 || CUT_OFF.test(line.plain);
}
