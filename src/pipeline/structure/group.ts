/** Lines that belong together: lists, quotations, verse, code, tables. */
import type { BlockKind } from '../../contract/schema.ts';
import type { Line } from '../page/line.ts';
import type { StructureRules } from './structure-rules.ts';

/** A run of lines that make one block. */
export interface Group {
  readonly kind: Exclude<BlockKind, 'heading' | 'paragraph'>;
  readonly lines: readonly Line[];
  /** What stands before the words of each line, in UTF-16 units, and what is set there instead: `• ` → `- `. */
  readonly markers?: readonly LineMarker[];
  /** The number of the first item of an ordered list. */
  readonly first?: number;
  /** The language of a fenced block of code. */
  readonly lang?: string;
}

interface LineMarker {
  readonly length: number;
  readonly corr: string;
}

/** The lines of a page with what is needed to see how they stand to one another. */
export interface Lines {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly rules: StructureRules;
  /** The block before, so that two lists in a row can be told apart. */
  readonly before?: Group | undefined;
}

/** Finds a group that begins at the line `at`, or `undefined`. */
export type GroupFinder = (page: Lines, at: number) => Group | undefined;

/** Are the lines of this kind left as they stand, blanks and width included? */
export function isVerbatim(kind: BlockKind): boolean {
  return kind === 'code' || kind === 'table';
}

const LINE_BREAKS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;

/** How many line breaks stand between a line and the next: one when they are neighbours in the text as received. */
export function breaksBetween(text: string, line: Line, next: Line): number {
  return text.slice(line.end, next.start).match(LINE_BREAKS)?.length ?? 0;
}

/** The lines from the line `from` on that all pass `test`, `most` of them at most. */
export function takeRun(
  lines: readonly Line[],
  test: (line: Line, index: number) => boolean,
  { from = 0, most = Number.POSITIVE_INFINITY } = {},
): Line[] {
  let end = from;
  for (let line = lines[end]; line && end - from < most && test(line, end); line = lines[end]) end++;
  return lines.slice(from, end);
}
