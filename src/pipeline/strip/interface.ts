/** Lines that are mostly words of buttons and menus: 點贊(23) 收藏 分享, 設為首頁 | 加入收藏. */
import type { RemovalKind } from '../../contract/schema.ts';
import type { Line } from '../page/line.ts';
import { findWords } from './lexicon.ts';
import type { InterfaceWord, StripRules } from './strip-rules.ts';
import { isEdge, isHead, type PageView, type Verdict } from './verdict.ts';

const LONGEST = 120;
const LEAST_COVERED = 0.7;
const PROSE = /[。,;、"'「」『』]/;
const BUTTON = /[[\]<>|()]/;
const COUNTS = /[\d.:~+*]+[kw万]?/g; // 点赞(23), 1.2万阅读
const NOT_LETTERS = /[^\p{L}\p{N}]/gu;

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
export function findInterface(page: PageView, { interfaceWords }: StripRules): Verdict[] {
  const readings = page.lines.flatMap((line, index) => {
    if (page.judged.has(index) || !isEdge(page, index) || page.isMeta(index)) return [];
    return readInterface(line, index, interfaceWords) ?? [];
  });
  const candidates = new Set(readings.map(({ index }) => index));
  const isTitled = readings.length === 0 || hasTitle(page, candidates);
  return readings.flatMap(({ index, kind, words }): Verdict[] => {
    const isAlone = words.length === 1 && !hasCompany(page, index, candidates);
    if (isHead(page, index) && (isAlone || (!isTitled && mayBeTitle(page.lines[index]!)))) return [];
    const reason = `Words of buttons and menus: ${[...new Set(words)].slice(0, 5).join(', ')}.`;
    return [{ type: isAlone ? 'doubt' : 'removal', line: index, kind, rule: 'interface', reason }];
  });
}

function readInterface(
  { plain, isSentence }: Line,
  index: number,
  lexicon: StripRules['interfaceWords'],
): Reading | undefined {
  if (plain.length > LONGEST || (isSentence && plain.length > 30) || PROSE.test(plain)) return undefined;
  const { found, share } = findWords(plain.replace(COUNTS, ''), lexicon);
  if (found.length === 0 || share < LEAST_COVERED) return undefined;
  return { index, kind: mainKind(found), words: found.map(({ word }) => word) };
}

/** The kind of most of the words. */
function mainKind(found: readonly { readonly value: InterfaceWord }[]): RemovalKind {
  const groups = [...Map.groupBy(found, ({ value }) => value.kind)];
  return groups.sort(([, a], [, b]) => b.length - a.length)[0]![0];
}

function hasCompany(page: PageView, index: number, candidates: ReadonlySet<number>): boolean {
  const { judged, lines } = page;
  const isGone = (other: number) => judged.has(other) || candidates.has(other);
  if (page.lastBody < 0) return false; // in verse a word beside a word says nothing
  if (isGone(index - 1) || isGone(index + 1)) return true;
  return BUTTON.test(lines[index]!.plain); // [打印本页], 阅读原文>>
}

/** 收藏 分享, 點贊(23) */
function isMarked({ plain, text }: Line): boolean {
  return text.length !== plain.length || plain.replace(NOT_LETTERS, '') !== plain;
}

/** Words without marks between them: 視頻下載. */
function mayBeTitle(line: Line): boolean {
  return !isMarked(line) && line.han > 2;
}

/** Is a line over the body neither buttons nor removed, so that it can be the title? */
function hasTitle(page: PageView, candidates: ReadonlySet<number>): boolean {
  for (let index = 0; isHead(page, index) && index < page.lines.length; index++) {
    if (candidates.has(index) || page.judged.has(index) || page.isMeta(index)) continue;
    if (page.lines[index]!.han > 3) return true;
  }
  return false;
}
