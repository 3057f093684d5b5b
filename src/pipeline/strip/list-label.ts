/** Labels of lists of other articles, put together of two words: 相關新聞, 為您推薦, 更多精彩內容. */
import { findWords } from './lexicon.ts';
import type { Line } from './line.ts';
import type { StripRules } from './strip-rules.ts';

const LONGEST = 14;
const LEAST_COVERED = 0.6;

/**
 * Is the line nothing but such a label? It begins with a word that opens one, ends with a word that closes one, and
 * has little else: 相關新聞, 熱門教師推薦. A colon or an arrow may follow.
 */
export function isListLabel({ plain, isSentence }: Line, { listWords }: StripRules): boolean {
  if (isSentence || plain.length > LONGEST) return false;
  const label = plain.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const { found, share } = findWords(label, listWords);
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined || found.length < 2) return false;
  return (
    first.value.place !== 'last' &&
    last.value.place !== 'first' &&
    label.startsWith(first.word) &&
    label.endsWith(last.word) &&
    share >= LEAST_COVERED
  );
}
