/**
 * How text becomes the words of an index that knows nothing of Chinese.
 *
 * Each UTF-16 unit of folded text is four letters, and each place of a block is a word of eight: the unit there and the
 * next (社会化 → 社会 会化). So any string of two units or more is a phrase, marks, blanks and Latin letters included,
 * and the place of a word is the place in the block.
 *
 * Letters, because Pagefind cuts queries into words by the language of the page and drops what it takes for marks; on a
 * Chinese page it would tear bigrams of Han characters apart.
 */

const UNITS = 0x10000;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const spelt: string[] = Array.from({ length: UNITS }, () => '');

/** The words of a string of folded text, one for each of its places but the last. */
export function spellPairs(text: string, prefix = ''): string[] {
  const words: string[] = [];
  for (let i = 1; i < text.length; i++)
    words.push(prefix + spellUnit(text.charCodeAt(i - 1)) + spellUnit(text.charCodeAt(i)));
  return words;
}

/** A whole string as one word: a single character, or a Latin word after a prefix. */
export function spellWhole(text: string, prefix = ''): string {
  let word = prefix;
  for (let i = 0; i < text.length; i++) word += spellUnit(text.charCodeAt(i));
  return word;
}

/** A unit in base 26; the first letter is one of a to d. */
function spellUnit(unit: number): string {
  const known = spelt[unit];
  if (known) return known;
  let rest = unit;
  let letters = '';
  for (let place = 0; place < 4; place++) {
    letters = LETTERS.charAt(rest % 26) + letters;
    rest = Math.floor(rest / 26);
  }
  spelt[unit] = letters;
  return letters;
}
