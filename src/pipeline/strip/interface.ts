/** Lines that are mostly words of buttons and menus: 點贊(23) 收藏 分享, 設為首頁 | 加入收藏. */
import type { RemovalKind } from '../../contract/schema.ts';
import { type Line, lineAt } from '../page/line.ts';
import * as limits from './constants.ts';
import { findWords } from './lexicon.ts';
import type { StripRules } from './strip-rules.ts';
import { isEdge, isHead, type PageView, type Verdict } from './verdict.ts';

const PROSE = /[。,;、"'「」『』]/;
const BUTTON = /[[\]<>|()]/;
const NOT_LETTER = /[^\p{L}\p{N}]/u;

/** What the interface words of a line say about it. */
interface Reading {
  readonly index: number;
  readonly kind: RemovalKind;
  readonly words: readonly string[];
}

/**
 * Lines at an edge of the page that consist of such words. A line that is one such word may be a title, 收藏, or an
 * author's last line; it goes only beside others.
 */
export function findInterface(page: PageView, rules: StripRules): Verdict[] {
  const readings = page.lines.flatMap((line, index) => {
    if (page.removed.has(index) || !isEdge(page, index) || page.isMeta(index)) return [];
    return readInterface(line, index, rules) ?? [];
  });
  const candidates = new Set(readings.map(({ index }) => index));
  const isTitled = readings.length === 0 || hasTitle(page, candidates);
  return readings.flatMap(({ index, kind, words }): Verdict[] => {
    const isAlone = words.length === 1 && !hasCompany(page, index, candidates);
    if (isHead(page, index) && (isAlone || (!isTitled && mayBeTitle(lineAt(page.lines, index))))) return [];
    const reason = `Words of buttons and menus: ${[...new Set(words)].slice(0, 5).join(', ')}.`;
    return [{ type: isAlone ? 'doubt' : 'removal', line: index, kind, rule: 'interface', reason }];
  });
}

function readInterface(
  { plain, isSentence }: Line,
  index: number,
  { interfaceWords, patterns }: StripRules,
): Reading | undefined {
  const longest = isSentence ? limits.LONGEST_INTERFACE_SENTENCE : limits.LONGEST_INTERFACE;
  if (plain.length > longest || PROSE.test(plain)) return undefined;
  const { found, share } = findWords(plain.replace(patterns.amount, ''), interfaceWords);
  const byKind = [...Map.groupBy(found, ({ value }) => value.kind)];
  const [mostCommon] = byKind.sort(([, a], [, b]) => b.length - a.length);
  if (mostCommon === undefined || share < limits.INTERFACE_SHARE) return undefined;
  return { index, kind: mostCommon[0], words: found.map(({ word }) => word) };
}

function hasCompany(page: PageView, index: number, candidates: ReadonlySet<number>): boolean {
  const { removed, lines } = page;
  const isGone = (other: number) => removed.has(other) || candidates.has(other);
  if (page.lastBody < 0) return false; // in verse a word beside a word says nothing
  if (isGone(index - 1) || isGone(index + 1)) return true;
  return BUTTON.test(lineAt(lines, index).plain); // [打印本页], 阅读原文>>
}

/** Words without blanks or marks between them: 視頻下載, but not 收藏 分享, 點贊(23). */
function mayBeTitle({ plain, text, han }: Line): boolean {
  return han > 2 && text.length === plain.length && !NOT_LETTER.test(plain);
}

/** Is a line over the body neither buttons nor removed, so that it can be the title? */
function hasTitle(page: PageView, candidates: ReadonlySet<number>): boolean {
  const isTaken = (index: number) => candidates.has(index) || page.removed.has(index) || page.isMeta(index);
  return page.lines.some((line, index) => line.han > 3 && isHead(page, index) && !isTaken(index));
}
