/** Lines of Chinese text, broken as the W3C's requirements (clreq) have it. */
import { isPause, isPoorEnd, mayBreak } from './character-kinds.ts';

/** A character on its way into a line. */
export interface Item {
  readonly character: string;
  /** Its width, in whatever unit the line is measured. */
  readonly width: number;
}

export interface Line<T extends Item> {
  readonly items: readonly T[];
  /** Blank space before it. */
  readonly indent: number;
  /** Whether a paragraph ends with it. */
  readonly isLast: boolean;
}

type CanEnd = (before: string, after: string) => boolean;

interface LineOptions {
  /** Blank space before the first line. */
  readonly indent?: number;
  /** Where a line may end. */
  readonly canEnd?: CanEnd;
}

/**
 * A paragraph as lines of at most `width`. A word that is longer than a line is broken where the line ends, and so are
 * marks without end: what cannot be broken well is broken all the same.
 */
export function breakLines<T extends Item>(
  items: readonly T[],
  width: number,
  { indent = 0, canEnd = mayBreak }: LineOptions = {},
): Array<Line<T>> {
  const lines: Array<Line<T>> = [];
  let start = 0;
  while (start < items.length) {
    const before = lines.length === 0 ? indent : 0;
    const end = findEnd(items, start, { width: width - before, canEnd });
    let next = end;
    while (items[next]?.character === ' ') next++;
    lines.push({ items: trimEnd(items.slice(start, end)), indent: before, isLast: next >= items.length });
    start = next;
  }
  return lines;
}

/** Where the line ends that begins at `start`; blanks may stand out over the margin. */
function findEnd(
  items: readonly Item[],
  start: number,
  { width, canEnd }: { width: number; canEnd: CanEnd },
): number {
  let used = 0;
  let end = start;
  for (const [index, { character, width: own }] of items.slice(start).entries()) {
    const at = start + index;
    const before = items[at - 1];
    if (index > 0 && before && canEnd(before.character, character)) end = at;
    used += own;
    if (used > width + TOLERANCE && character !== ' ') return end > start ? end : Math.max(at, start + 1);
  }
  return items.length;
}

/** Widths are sums of fractions. */
const TOLERANCE = 1e-6;

function trimEnd<T extends Item>(items: readonly T[]): T[] {
  return items.slice(0, items.findLastIndex(({ character }) => character !== ' ') + 1);
}

/**
 * The lines of a title: as few as there can be, broken at its pauses where that makes no more, and as evenly long as they
 * can be, so that the last is no single character.
 */
export function balanceLines<T extends Item>(items: readonly T[], width: number): Array<Line<T>> {
  const { length } = breakLines(items, width);
  const lengthAt = (middle: number, canEnd: CanEnd) => breakLines(items, middle, { canEnd }).length;
  const isAtPauses = longestUnit(items, isPause) <= width && lengthAt(width, isPause) === length;
  const canEnd = isAtPauses ? isPause : mayBreak;
  let [least, most] = [Math.min(longestUnit(items, canEnd), width), width];
  for (let step = 0; step < 10; step++) {
    const middle = (least + most) / 2;
    if (lengthAt(middle, canEnd) > length) least = middle;
    else most = middle;
  }
  return breakLines(items, most, { canEnd });
}

/** Width of the longest stretch in which no line can end. */
function longestUnit(items: readonly Item[], canEnd: CanEnd): number {
  let [longest, current] = [0, 0];
  for (const [index, { character, width }] of items.entries()) {
    const before = items[index - 1];
    if (before && canEnd(before.character, character)) current = 0;
    if (character !== ' ' || items[index + 1]) current += width;
    longest = Math.max(longest, current);
  }
  return longest;
}

/**
 * The first `count` lines; where there were more, `ellipsis` ends the last, after a character that a sentence can be cut
 * at: not after an opening mark or a comma.
 */
export function truncateLines<T extends Item>(
  lines: ReadonlyArray<Line<T>>,
  { count, width, ellipsis }: { count: number; width: number; ellipsis: readonly T[] },
): Array<Line<T>> {
  const last = lines[count - 1];
  if (lines.length <= count || !last) return lines.slice(0, count);
  const room = width - last.indent - widthOf(ellipsis);
  const fits = (items: readonly T[]) => widthOf(items) <= room && !isPoorEnd(items.at(-1)?.character ?? '');
  let items = last.items;
  while (items.length > 0 && !fits(items)) items = items.slice(0, -1);
  return [...lines.slice(0, count - 1), { ...last, items: [...items, ...ellipsis], isLast: true }];
}

export function widthOf(items: readonly Item[]): number {
  return items.reduce((sum, { width }) => sum + width, 0);
}
