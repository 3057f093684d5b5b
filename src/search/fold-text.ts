import { type FoldTable, fold } from '../pipeline/words/fold.ts';

/** Full-width forms of ASCII, U+FF01–U+FF5E, stand 0xFEE0 above it. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const WIDTH_STEP = 0xfee0;
/** Latin letters with marks, as pinyin has them: ǎ is typed as a. */
const MARKED = /[\u00c0-\u024f\u1e00-\u1eff]/g;
const CASED = /\p{Uppercase}/gu;
/** U+2018–U+201F are the curled ones; a reader types 「 where the other script has “, or what the keyboard gives. */
const QUOTATION_MARKS = /['「」『』\u2018-\u201f〝〞〟﹁﹂﹃﹄]/g;
/** U+8D26: 账户 is 帳戶 in Taiwan, which the table folds to 帐户, U+5E10. */
const ACCOUNT = '账';
/** Breaks, tabs, U+3000, U+00A0 and the rest, and control characters: a blank to whoever types one. */
const BLANK = /[\s\u0000-\u001f]/g;

/**
 * What two texts are compared by when searching: Simplified, half-width, lower-case, Latin letters without their
 * marks, with one quotation mark for all.
 *
 * The length is kept in UTF-16 units, so a place in the folded text is a place in the text.
 * `foldText('「社會化電商」，ＣＲＭ', table)` → `"社会化电商",crm`
 */
export function foldText(text: string, table: FoldTable): string {
  const halved = text.replace(FULL_WIDTH, halve).replace(QUOTATION_MARKS, '"').replace(MARKED, unmark);
  return fold(halved.replace(CASED, lower), table).replace(BLANK, ' ').replaceAll(ACCOUNT, '帐');
}

function halve(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - WIDTH_STEP);
}

/** Those that are letters of their own stay: ø, ß. */
function unmark(letter: string): string {
  return letter.normalize('NFD').charAt(0);
}

/** A few letters grow when they are lowered (U+0130 İ); they stay, for the length counts more. */
function lower(letter: string): string {
  const small = letter.toLowerCase();
  return small.length === letter.length ? small : letter;
}
