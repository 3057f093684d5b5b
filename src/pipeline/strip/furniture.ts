/** Lines known by their words: share buttons, statements, labels of link lists. */
import { isWithheld } from '../../contract/vocabulary.ts';
import { isBody, type Line, lineAt } from '../page/line.ts';
import * as limits from './constants.ts';
import { isListLabel } from './list-label.ts';
import { findRule, type LineRule } from './rule-index.ts';
import { listItems } from './spam.ts';
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
    const rule = page.removed.has(index) ? undefined : findKnown(line, page.lines[index + 1], rules);
    return rule === undefined || page.isMeta(index) ? undefined : rule;
  });
  const isElse = (index: number) => page.removed.has(index) || known[index] !== undefined;
  const isEnder = (index: number) => {
    const rule = known[index];
    return page.enders.has(index) || (rule !== undefined && rule.region !== 'any' && isEndKind(rule.kind));
  };
  const seen = { ...page, ...findBody(page.lines, isElse, isEnder), known, rules };
  const verdicts: Verdict[] = [];
  let lastRemoved = -1;
  for (let line = 0; line < known.length; line++) {
    const rule = known[line];
    if (rule === undefined) continue;
    const taken = judgeLine({ ...seen, lastRemoved }, line, rule);
    for (const verdict of taken) verdicts.push(verdict); // a list may be longer than a call may have arguments
    if (taken[0]?.type === 'removal') lastRemoved = line + taken.length - 1;
    line += Math.max(0, taken.length - 1);
  }
  return verdicts;
}

function findKnown(line: Line, next: Line | undefined, rules: StripRules): Known | undefined {
  const isOverList = next !== undefined && next.han > 3 && !next.text.includes('。');
  return findRule(line, rules.ruleIndex) ?? (isListLabel(line, rules, isOverList) ? listLabel : undefined);
}

/** Why the rule holds; the words of a rule whose removals are withheld are not named. */
function describeRule({ kind, parts, rule }: Known): string {
  if (rule === listLabel.rule) return 'The label of a list of other articles.';
  return isWithheld(kind)
    ? 'Begins or holds the words of this rule.'
    : `Begins or holds “${parts.join('…')}”.`;
}

/** The page with what its lines are known to be. */
interface KnownPage extends PageView {
  readonly known: readonly (Known | undefined)[];
  readonly rules: StripRules;
  /** The last line that was removed, or -1. */
  readonly lastRemoved: number;
}

function judgeLine(page: KnownPage, line: number, rule: Known): Verdict[] {
  const { kind, rule: name } = rule;
  if (!isInRegion(page, line, rule)) {
    if (rule.region === 'after') return []; // an address in an article is nothing to wonder at
    const reason = `Words of this rule, but not where it expects them (${rule.region}).`;
    return [{ type: 'doubt', line, kind, rule: name, reason }];
  }
  const first: Verdict = { type: 'removal', line, kind, rule: name, reason: describeRule(rule) };
  if (rule.extent === 'line') return [first];
  if (rule.extent === 'value') return [first, ...takeValue(page, line)];
  const reason = 'Listed under a label of this rule.';
  return [first, ...followList(page, line + 1).map((index) => ({ ...first, line: index, reason }))];
}

/** What stands on the line after `銷售咨詢熱線:`. */
function takeValue({ lines, removed, known }: KnownPage, line: number): Verdict[] {
  const next = lines[line + 1];
  const isFree =
    next !== undefined && next.han === 0 && !removed.has(line + 1) && known[line + 1] === undefined;
  if (!isFree || !/\d/.test(next.plain)) return [];
  const reason = 'The number announced by the line before.';
  return [{ type: 'removal', line: line + 1, kind: 'furniture', rule: 'hotline', reason }];
}

function isInRegion(page: KnownPage, line: number, { region }: Known): boolean {
  if (region === 'any')
    return lineAt(page.lines, line).plain.length > limits.LONGEST_TOPIC_WORD || !isTopic(page, line);
  const inHead = isHead(page, line);
  const inTail = isTail(page, line);
  if (region === 'after') return (inHead && !inTail) || (inTail && page.lastRemoved > page.lastBody);
  const isLate = page.lastBody >= 0 || line >= page.lines.length / 2; // without a body, the foot is the lower half
  return region === 'head' ? inHead : region === 'tail' ? inTail && isLate : inHead || inTail;
}

/** Does a paragraph have the very words of a short label? Then it may be a heading of the author's: 廣告. */
function isTopic({ lines }: PageView, line: number): boolean {
  const { plain } = lineAt(lines, line);
  const near = lines.slice(Math.max(0, line - limits.TOPIC_REACH), line + limits.TOPIC_REACH);
  return near.some((other) => isBody(other) && other.plain.includes(plain));
}

/**
 * The list-like lines from `from` to the next line a rule knows; only in the tail, where no heading of the author's
 * can be among them.
 */
function followList({ lines, removed, lastBody, known, rules }: KnownPage, from: number): number[] {
  const indexes: number[] = [];
  const isWithoutBody = lastBody < 0; // verse, a list: only what comes late is after it
  if (from <= lastBody || (isWithoutBody && from < lines.length / 2)) return indexes;
  for (let line = from; line < lines.length && isListLike(lineAt(lines, line), rules); line++) {
    if (known[line] !== undefined || removed.has(line)) break;
    indexes.push(line);
  }
  return indexes;
}

const LATIN = /[a-z]{3}/;

/** A title, or several; a teaser that is cut off is one, too. */
function isListLike(line: Line, { patterns }: StripRules): boolean {
  const isCutOff = patterns.cutOff.test(line.plain);
  if (isBody(line) || line.text.includes('。')) return isCutOff;
  if (line.han === 0 && LATIN.test(line.plain)) return false; // code, a manual's examples
  return (
    isCutOff ||
    line.plain.length <= limits.LONGEST_LISTED ||
    listItems(line).length >= limits.FEWEST_LISTED_ITEMS
  );
}
