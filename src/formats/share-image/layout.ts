/** Lines laid below each other from the top of a share image. */
import { type Line, widthOf } from './break-lines.ts';
import { isWide, isWideOpening } from './character-kinds.ts';
import type { PlacedGlyph, SizedGlyph } from './shape-text.ts';

interface LineOptions {
  /** Height of a line, in em. */
  readonly leading: number;
  /** Lines are justified to this width, but for those that end a paragraph; ragged where none is given. */
  readonly measure?: number;
  /** Drawn in grey: what is not the text. */
  readonly isGrey?: boolean;
  /** Whether opening marks at the beginning of lines hang out over the margin with the blank half they have. */
  readonly isHung?: boolean;
}

export const MARGIN = 88;
const TOP = 72;
/** How far the baseline lies below the top of a Han character, in em. */
const ASCENT = 0.88;
/** A line that lacks more than this, in em, is left ragged. */
const MOST_SPREAD = 2;

/** A layout in the making; heights are in pixels. */
export class Layout {
  readonly placed: PlacedGlyph[] = [];
  #top = TOP;

  /** Height at which the next line begins. */
  get top(): number {
    return Math.round(this.#top);
  }

  skip(height: number): void {
    this.#top += height;
  }

  add(
    lines: ReadonlyArray<Line<SizedGlyph>>,
    { leading, measure, isGrey = false, isHung = false }: LineOptions,
  ): void {
    for (const line of lines) {
      const size = sizeOf(line);
      const y = Math.round(this.#top + ((leading - 1) / 2 + ASCENT) * size);
      const left = MARGIN + line.indent - (isHung ? blankBefore(line) : 0);
      for (const { glyph, x } of justify(line, left, measure)) this.placed.push({ ...glyph, x, y, isGrey });
      this.#top += leading * size;
    }
  }
}

const sizeOf = ({ items: [first] }: Line<SizedGlyph>): number => first?.style.size ?? 0;

/** The glyphs of a line with their places. Wide ones stand on whole pixels, so that each looks alike wherever it stands. */
function justify(line: Line<SizedGlyph>, left: number, measure = 0) {
  const { items, indent, isLast } = line;
  const lacking = measure - indent - widthOf(items);
  const isSpread = !isLast && lacking > 0 && lacking <= MOST_SPREAD * sizeOf(line);
  const space = isSpread ? lacking / (items.length - 1) : 0;
  let x = left;
  return items.map((glyph) => {
    const place = { glyph, x: isWide(glyph.character) ? Math.round(x) : Math.round(4 * x) / 4 };
    x += glyph.width + space;
    return place;
  });
}

function blankBefore({ items: [first] }: Line<SizedGlyph>): number {
  return first && isWideOpening(first.character) && first.width >= first.style.size
    ? first.style.size / 2
    : 0;
}
