/**
 * A document's own pairs of neighbouring characters: a text about 微信 says 微信 again. Counted in a small table by a
 * hash, from the parts that no damage is near.
 */
import type { FoldTable } from '../words/fold.ts';
import { isHanUnit } from './han.ts';
import { hashPair } from './pair-table.ts';

const SIZE = 1 << 16;
const QUESTION = 0x3f;
/** Units behind a `?` that are not learned: they may be shifted. */
const DOUBTFUL = 12;
const MOST = 7;

/** Cost of a character after the one before it, by how often the two were seen; quarters of a nat. */
const COSTS = Uint8Array.of(255, 255, 22, 18, 16, 15, 14, 13);

/** One for all documents: they are repaired one after the other. */
const memory = new Uint8Array(SIZE);
const nothing = new Uint8Array(SIZE);

/** The pairs of Han characters in `text`, folded. They are forgotten when another text is memorized. */
export function memorize(text: string, fold: FoldTable): Uint8Array {
  if (text === '') return nothing;
  memory.fill(0);
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
        if (memory[at]! < MOST) memory[at]!++;
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
export function recall(memory: Uint8Array, hash: number): number {
  return COSTS[memory[hash & (SIZE - 1)]!]!;
}

/** Does the document have the pair with this hash twice? */
export function isRemembered(memory: Uint8Array, hash: number): boolean {
  return memory[hash & (SIZE - 1)]! > 1;
}
