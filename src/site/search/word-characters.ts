/**
 * Letters, marks and figures of scripts that set blanks between words: `crm`, `2012`, `café`. Chinese, and the kana,
 * bopomofo and hangul that go with it, have no words that a reader could see.
 */
const WORD_CHARACTER =
  '(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\p{Script=Hangul}\\u{10000}-\\u{10ffff}])[\\p{L}\\p{M}\\p{N}]';

/** Does the text begin inside a word, or at its beginning? */
export const STARTS_WITH_WORD = new RegExp(`^${WORD_CHARACTER}`, 'u');
/** Does a word reach the end of the text? */
export const ENDS_WITH_WORD = new RegExp(`${WORD_CHARACTER}$`, 'u');
/** Whole words, for `matchAll`. */
export const WORDS = new RegExp(`(?:${WORD_CHARACTER})+`, 'gu');
/** What a query needs at least one of: marks alone are not looked for. */
export const HAS_CHARACTER = /[\p{L}\p{N}]/u;
