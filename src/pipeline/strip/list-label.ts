/** Labels of lists of other articles, put together of two words: 相關新聞, 為您推薦, 更多精彩內容. */

import type { Line } from '../page/line.ts';
import * as limits from './constants.ts';
import { findWords } from './lexicon.ts';
import type { StripRules } from './strip-rules.ts';

const PROSE = /[,。、;]/;

/** What a word of a label may do. */
const opening: ReadonlySet<string> = new Set(['first', 'both', 'opens', 'closes']);
const closing: ReadonlySet<string> = new Set(['last', 'both', 'closes']);

/**
 * Is the line nothing but such a label? It begins with a word that opens one, ends with a word that closes one, and
 * has little else: 相關新聞, 熱門教師推薦. A colon or an arrow may follow. Some words are enough at one end, where a
 * short line stands over a list (`isOverList`): 相關資料, 優秀作文推薦.
 */
export function isListLabel(
  { plain, isSentence }: Line,
  { listWords }: StripRules,
  isOverList = false,
): boolean {
  if (isSentence || plain.length > limits.LONGEST_LABEL_OVER_LIST) return false;
  const label = plain.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const { found, share } = findWords(label, listWords);
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined || PROSE.test(label)) return false;
  const opens = opening.has(first.value.place) && label.startsWith(first.word);
  const closes = closing.has(last.value.place) && label.endsWith(last.word);
  const isMade =
    found.length > 1 &&
    opens &&
    closes &&
    share >= limits.LABEL_SHARE &&
    plain.length <= limits.LONGEST_LABEL;
  if (isMade || !isOverList) return isMade;
  const isAnnounced = plain.endsWith(':') || label.length <= limits.LONGEST_BARE_LABEL;
  return (
    isAnnounced && ((opens && first.value.place === 'opens') || (closes && last.value.place === 'closes'))
  );
}
