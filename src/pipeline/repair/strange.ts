/** Characters that do not belong where they stand, as a shifted text has them. */
import { costOfUnit } from '../text/word-model.ts';
import { FOUND } from './constants.ts';
import type { RepairRules } from './rules.ts';

const QUESTION = 0x3f;

/** Is the character at the offset `at` rare, and no word with the one behind it? A `?` always is strange. */
export function isStrange(text: string, at: number, rules: RepairRules): boolean {
  const unit = text.charCodeAt(at);
  return unit === QUESTION || (isRare(unit, rules) && !areKnown(unit, text.charCodeAt(at + 1), rules));
}

/** Is there a character in `text` that is rare and no word with any neighbour? */
export function hasStrange(text: string, rules: RepairRules): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!isRare(unit, rules)) continue;
    if (!areKnown(text.charCodeAt(i - 1), unit, rules) && !areKnown(unit, text.charCodeAt(i + 1), rules))
      return true;
  }
  return false;
}

function isRare(unit: number, rules: RepairRules): boolean {
  return unit > 0x80 && costOfUnit(unit, rules) >= FOUND.strangeCost;
}

/** Do the two make a word, the beginning of one, or neighbours often? NaN stands for the end of the text. */
function areKnown(first: number, second: number, { words, fold }: RepairRules): boolean {
  if (!(first > 0x80 && second > 0x80)) return false;
  return words.pairs.has(fold[first] ?? first, fold[second] ?? second);
}
