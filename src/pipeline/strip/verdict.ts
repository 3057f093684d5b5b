/** What a detector of `strip` sees and what it says. */
import type { RemovalKind } from '../../edition/schema.ts';
import { isBody, type Line } from './line.ts';

/** One line judged. `line` is its index among the lines that are not blank. */
export interface Verdict {
  readonly type: 'removal' | 'doubt';
  readonly line: number;
  readonly kind: RemovalKind;
  readonly rule: string;
  readonly reason: string;
}

/** The lines of a page; `firstBody` and `lastBody` are the first and last index of a line an author wrote. */
export interface Page {
  readonly lines: readonly Line[];
  /** Indexes of lines already removed. */
  readonly judged: ReadonlySet<number>;
  readonly firstBody: number;
  readonly lastBody: number;
}

/** Where the body begins and ends, leaving out the lines that are known to be something else. */
export function findBody(
  lines: readonly Line[],
  isElse: (index: number) => boolean,
): Pick<Page, 'firstBody' | 'lastBody'> {
  const body = lines.flatMap((line, index) => (!isElse(index) && isBody(line) ? [index] : []));
  return { firstBody: body[0] ?? lines.length, lastBody: body.at(-1) ?? -1 };
}

/** Before the body, after it, or in it. On a page without a body every line is at an edge: both head and tail. */
export function isHead(page: Page, line: number): boolean {
  return line < page.firstBody;
}

/** See {@link isHead}. */
export function isTail(page: Page, line: number): boolean {
  return line > page.lastBody;
}
