/** From UTF-16 offsets of the restored text to blocks and code points. */
import type { Place } from '../../contract/schema.ts';
import type { Span } from '../structure/blocks.ts';
import type { Structured } from '../structure/structure.ts';
import { countBefore } from '../text/code-points.ts';

/** Says where a stretch of the restored text shows. `isGone`: something stood there that is no part of a block. */
export type Placer = (from: number, to: number, isGone?: boolean) => Place;

/**
 * A function that says where a stretch of the restored text shows: in the block it begins in, or, between two blocks,
 * at the end of the one before; `title` 0 before everything. It takes stretches in ascending order.
 */
export function placeIn({ reading, title, blocks }: Structured): Placer {
  const counts = countBefore(reading.text);
  const spans = [...(title ? [{ id: 'title', ...title }] : []), ...blocks];
  let current = -1;
  return (from, to, isGone = false) => {
    while (current + 1 < spans.length && spans[current + 1]!.start <= from) current++;
    const span = spans[isGone && spans[current]?.start === from ? current - 1 : current];
    if (span === undefined) return { block: 'title', start: 0, end: 0 };
    const signs = 'signs' in span ? span.signs : undefined;
    const inBlock = (offset: number) => {
      const at = Math.min(offset, span.end);
      return counts[at]! - counts[span.start]! - countSigns(counts, at, signs);
    };
    return { block: span.id, start: inBlock(from), end: inBlock(to) };
  };
}

/** Code points before the offset `at` that are signs of layout and no text. */
function countSigns(counts: Uint32Array, at: number, signs: readonly Span[] = []): number {
  return signs.reduce(
    (total, { start, end }) => total + counts[Math.max(start, Math.min(end, at))]! - counts[start]!,
    0,
  );
}
