/** A page that is filled with lines from top to bottom. */
import { type Line, widthOf } from './break-lines.ts';
import { isWide, isWideOpening } from './character-kinds.ts';
import type { Sort } from './compose.ts';

/** A glyph with its place: the left end of its baseline, in pixels. */
export interface Placed {
  readonly sort: Sort;
  readonly x: number;
  readonly y: number;
  /** Printed in the quiet ink of what is not the text. */
  readonly isQuiet: boolean;
}

interface LineOptions {
  /** Height of a line, in em. */
  readonly leading: number;
  /** Lines are spread to this width, but for those that end a paragraph. */
  readonly measure?: number;
  readonly isQuiet?: boolean;
  /** Whether opening marks at the beginning of lines hang out over the margin with the blank half they have. */
  readonly isHung?: boolean;
}

export const MARGIN = 88;
const TOP = 72;
/** How far the baseline lies below the top of a Han character, in em. */
const ASCENT = 0.88;
/** A line that lacks more than this, in em, is left ragged. */
const MOST_SPREAD = 2;

export interface Page {
  readonly placed: readonly Placed[];
  /** Height at which the next line begins. */
  top(): number;
  skip(height: number): void;
  add(lines: ReadonlyArray<Line<Sort>>, options: LineOptions): void;
}

export function openPage(): Page {
  const placed: Placed[] = [];
  let top = TOP;
  return {
    placed,
    top: () => Math.round(top),
    skip: (height) => {
      top += height;
    },
    add: (lines, { leading, measure, isQuiet = false, isHung = false }) => {
      for (const line of lines) {
        const size = line.items[0]?.style.size ?? 0;
        const y = Math.round(top + ((leading - 1) / 2 + ASCENT) * size);
        const left = MARGIN + line.indent - (isHung ? blankBefore(line) : 0);
        for (const { sort, x } of spread(line, left, measure)) placed.push({ sort, x, y, isQuiet });
        top += leading * size;
      }
    },
  };
}

/** The items of a line with their places. Wide ones stand on whole pixels, so that each looks alike wherever it stands. */
function spread({ items, indent, isLast }: Line<Sort>, left: number, measure = 0) {
  const lacking = measure - indent - widthOf(items);
  const size = items[0]?.style.size ?? 0;
  const isSpread = !isLast && lacking > 0 && lacking <= MOST_SPREAD * size;
  const space = isSpread ? lacking / (items.length - 1) : 0;
  let x = left;
  return items.map((sort) => {
    const place = { sort, x: isWide(sort.character) ? Math.round(x) : Math.round(4 * x) / 4 };
    x += sort.width + space;
    return place;
  });
}

function blankBefore({ items: [first] }: Line<Sort>): number {
  return first && isWideOpening(first.character) && first.width >= first.style.size
    ? first.style.size / 2
    : 0;
}
