import { findHitsInBlock } from '../../../search/find-hits.ts';
import { table } from '../../../search/fold/browser-fold.ts';
import { parseQuery } from '../../../search/query.ts';
import { editionBlocks, rangeOf } from '../edition-blocks.ts';

/** A place in the open text: where both scripts stand side by side, in both. */
export type Place = [Range, ...Range[]];

/** Where the open text has any of the words of a query, typed in either script; hidden columns do not count. */
export function findInText(source: string): Place[] {
  const query = parseQuery(source, table);
  const places = new Map<string, Place>();
  for (const block of editionBlocks()) {
    if (!block.checkVisibility()) continue;
    for (const { start, end } of findHitsInBlock(block.textContent ?? '', query, table)) {
      const key = `${block.parentElement?.id} ${start}`;
      const range = rangeOf(block, start, end);
      const place = places.get(key);
      if (place) place.push(range);
      else places.set(key, [range]);
    }
  }
  return [...places.values()].sort(([a], [b]) => a.compareBoundaryPoints(Range.START_TO_START, b));
}
