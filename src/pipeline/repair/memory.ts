/**
 * A document's own pairs of neighbouring characters: a text about 微信 says 微信 again. Counted in a small table by a
 * hash, from the parts that no damage is near.
 */
import type { FoldTable } from '../text/fold.ts';
import { isHanUnit } from '../text/han.ts';
import { hashPair } from '../text/integer-table.ts';

const SIZE = 1 << 16;
const QUESTION = 0x3f;
/** Units behind a `?` that are not learned: they may be shifted. */
const DOUBTFUL = 12;
const MOST = 7;

/** Cost of a character after the one before it, by how often the two were seen; quarters of a nat. */
const COSTS = Uint8Array.of(255, 255, 22, 18, 16, 15, 14, 13);

/** How often the pairs of a document were seen, by their hash, and after which units one was seen twice. */
export interface Memory {
  readonly counts: Uint8Array;
  readonly firsts: Uint8Array;
}

const FIRSTS = 1 << 13;
const emptyMemory = (): Memory => ({ counts: new Uint8Array(SIZE), firsts: new Uint8Array(FIRSTS) });

/** The memory of no document. */
export const nothing: Memory = emptyMemory();

/** The pairs of Han characters in `text`, folded. */
export function memorize(text: string, fold: FoldTable): Memory {
  const memory = emptyMemory();
  const { counts, firsts } = memory;
  let before = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === QUESTION) from = i + DOUBTFUL;
    const isHan = isHanUnit(unit) && i >= from;
    if (isHan) {
      const c = fold[unit]!;
      if (before !== 0) {
        const at = hashPair(before, c) & (SIZE - 1);
        if (counts[at]! < MOST) counts[at]!++;
        if (counts[at]! > 1) firsts[before & (FIRSTS - 1)] = 1;
      }
      before = c;
    } else if (unit !== 0x28 && unit !== 0x29 && unit !== 0x20 && !isLetter(unit)) before = 0; // glosses do not part
  }
  return memory;
}

function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xe0 && unit <= 0x1dc);
}

/** Cost of the second character of the pair with this hash; 255 where the document does not have the pair twice. */
export function recall({ counts }: Memory, hash: number): number {
  return COSTS[counts[hash & (SIZE - 1)]!]!;
}

/** Does the document have the pair with this hash twice? */
export function isRemembered({ counts }: Memory, hash: number): boolean {
  return counts[hash & (SIZE - 1)]! > 1;
}

/** Can the document have a pair twice that begins with `first`, folded? */
export function isFirst({ firsts }: Memory, first: number): boolean {
  return firsts[first & (FIRSTS - 1)] === 1;
}
