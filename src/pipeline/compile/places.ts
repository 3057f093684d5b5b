/** From UTF-16 offsets of the restored text to blocks and code points. */
import type { Place } from '../../contract/schema.ts';
import type { Span } from '../structure/blocks.ts';
import type { Structured } from '../structure/structure.ts';
import { countBefore } from '../text/code-points.ts';

/** How many code points of a text stand before an offset in UTF-16 units; throws a RangeError past its end. */
type CodePoints = (offset: number) => number;

export function countPoints(text: string): CodePoints {
  const counts = countBefore(text);
  return (offset) => {
    const count = counts[offset];
    if (count === undefined) throw new RangeError(`There is no offset ${offset} in ${text.length} units.`);
    return count;
  };
}

/**
 * A function that says where a stretch of the restored text shows: in the block it begins in, or, between two blocks,
 * at the end of the one before; `title` 0 before everything. It takes stretches in ascending order, in UTF-16 units.
 * `isGone`: what stood there is no part of a block that begins there.
 */
export function placeIn({ reading, title, blocks }: Structured) {
  const points = countPoints(reading.text);
  const ahead = [...(title ? [{ id: 'title', ...title }] : []), ...blocks].values();
  let next = ahead.next().value;
  let current: typeof next;
  let before: typeof next;
  return (from: number, to: number, isGone = false): Place => {
    while (next !== undefined && next.start <= from) {
      [before, current] = [current, next];
      next = ahead.next().value;
    }
    const span = isGone && current?.start === from ? before : current;
    if (span === undefined) return { block: 'title', start: 0, end: 0 };
    const signs = 'signs' in span ? span.signs : undefined;
    const inBlock = (offset: number) => {
      const at = Math.min(offset, span.end);
      return points(at) - points(span.start) - countSigns(points, at, signs);
    };
    return { block: span.id, start: inBlock(from), end: inBlock(to) };
  };
}

/** Code points before the offset `at` that are signs of layout and no text. */
function countSigns(points: CodePoints, at: number, signs: readonly Span[] = []): number {
  return signs.reduce(
    (total, { start, end }) => total + points(Math.max(start, Math.min(end, at))) - points(start),
    0,
  );
}
