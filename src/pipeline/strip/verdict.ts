/** What a detector of `strip` sees and what it says. */
import type { RemovalKind } from '../../contract/schema.ts';
import { isBody, type Line, lineAt } from '../page/line.ts';
import * as limits from './constants.ts';
import type { StripRules } from './strip-rules.ts';

/** One line judged. `line` is its index among the lines that are not blank. */
export interface Verdict {
  readonly type: 'removal' | 'doubt';
  readonly line: number;
  readonly kind: RemovalKind;
  readonly rule: string;
  readonly reason: string;
}

/** The lines of a page; `firstBody` and `lastBody` are the first and last index of a line an author wrote. */
export interface PageView {
  readonly lines: readonly Line[];
  /** Indexes of lines already removed. */
  readonly removed: ReadonlySet<number>;
  /** Indexes of removed lines that come after an article: links to its neighbours, lists of others, notices. */
  readonly enders: ReadonlySet<number>;
  readonly firstBody: number;
  readonly lastBody: number;
  /** The first line that has not been removed. */
  readonly firstLeft: number;
  /** Does the line name author, date or source, so that it is to be kept for the metadata? */
  isMeta(index: number): boolean;
}

/** Does a part of a line name author, date or source and nothing else? */
export type IsMeta = (text: string) => boolean;

/** A line of a page, by the place it has there. */
export interface LineView {
  readonly page: PageView;
  readonly line: Line;
  readonly index: number;
  readonly rules: StripRules;
  readonly isMeta: IsMeta;
}

/** Kinds of removals that stand after an article. */
const endKinds: ReadonlySet<RemovalKind> = new Set([
  'navigation',
  'related-reading',
  'catalogue',
  'link-farm',
  'site-statement',
]);

/** Does a line of this kind stand after an article, when it stands there at all? */
export function isEndKind(kind: RemovalKind): boolean {
  return endKinds.has(kind);
}

/**
 * Where the body begins and ends, leaving out the lines that are known to be something else. A line that stands after
 * articles, such as 上一篇, ends the body when little of it follows: teasers of other articles.
 */
export function findBody(
  lines: readonly Line[],
  isElse: (index: number) => boolean,
  isEnder: (index: number) => boolean,
): Pick<PageView, 'firstBody' | 'lastBody'> {
  const body = lines.flatMap((line, index) => (!isElse(index) && isBody(line) ? [index] : []));
  const total = countHan(lines, body);
  const firstBody = body[0] ?? lines.length;
  let [before, lastBody] = [0, -1];
  for (const index of body) {
    const isLittle = lastBody >= 0 && total - before <= limits.MOST_AFTER_END * before;
    for (let between = lastBody + 1; isLittle && between < index; between++)
      if (isEnder(between)) return { firstBody, lastBody };
    before += lineAt(lines, index).han;
    lastBody = index;
  }
  return { firstBody, lastBody };
}

/** The Han characters of the lines of these indexes. */
export function countHan(lines: readonly Line[], indexes: readonly number[]): number {
  return indexes.reduce((sum, index) => sum + lineAt(lines, index).han, 0);
}

/** Before the body, after it, or in it. On a page without a body every line is at an edge: both head and tail. */
export function isHead(page: PageView, line: number): boolean {
  return line < page.firstBody;
}

/** See {@link isHead}. */
export function isTail(page: PageView, line: number): boolean {
  return line > page.lastBody;
}

/** Is it at either end of the page? */
export function isEdge(page: PageView, line: number): boolean {
  return isHead(page, line) || isTail(page, line);
}
