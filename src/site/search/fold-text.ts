import { type FoldTable, fold } from '../../pipeline/text/fold.ts';

/** Full-width forms of ASCII, U+FF01–U+FF5E, stand 0xFEE0 above it. */
const FULL_WIDTH = /^[\uff01-\uff5e]$/;
const WIDTH_STEP = 0xfee0;
/** Latin letters with marks, as pinyin has them: ǎ is typed as a. */
const MARKED = /^[\u00c0-\u024f\u1e00-\u1eff]$/;
/** U+2018–U+201F are the curled ones; a reader types 「 where the other script has “, or what the keyboard gives. */
const QUOTATION_MARK = /^['「」『』\u2018-\u201f〝〞〟﹁﹂﹃﹄]$/;
/** U+8D26: 账户 is 帳戶 in Taiwan, which the table folds to 帐户, U+5E10. */
const ACCOUNT = '账';
/** Breaks, tabs, U+3000, U+00A0 and the rest, and control characters: a blank to whoever types one. */
const BLANK = /^[\s\u0000-\u001f]$/;
/** Between the Han characters' first and last there is nothing else to fold. */
const HAN = { first: 0x3100, last: 0x9fff };

const searchTables = new WeakMap<FoldTable, FoldTable>();

/**
 * What two texts are compared by when searching: Simplified, half-width, lower-case, Latin letters without their
 * marks, with one quotation mark for all.
 *
 * The length is kept in UTF-16 units, so a place in the folded text is a place in the text.
 * `foldText('「社會化電商」，ＣＲＭ', table)` → `"社会化电商",crm`
 */
export function foldText(text: string, table: FoldTable): string {
  let searchTable = searchTables.get(table);
  if (!searchTable) {
    searchTable = toSearchTable(table);
    searchTables.set(table, searchTable);
  }
  return fold(text, searchTable);
}

function toSearchTable(table: FoldTable): FoldTable {
  const searchTable = table.slice();
  for (let unit = 0; unit < HAN.first; unit++) searchTable[unit] = foldUnit(unit, table);
  for (let unit = HAN.last + 1; unit < table.length; unit++) searchTable[unit] = foldUnit(unit, table);
  searchTable[ACCOUNT.charCodeAt(0)] = foldedUnit('帐', table);
  return searchTable;
}

function foldUnit(unit: number, table: FoldTable): number {
  const halved = FULL_WIDTH.test(String.fromCharCode(unit)) ? unit - WIDTH_STEP : unit;
  const character = String.fromCharCode(halved);
  if (QUOTATION_MARK.test(character)) return 0x22;
  if (BLANK.test(character)) return 0x20;
  return foldedUnit(lower(unmark(character)), table);
}

/** What the table has for the first unit of `character`. */
function foldedUnit(character: string, table: FoldTable): number {
  const unit = character.charCodeAt(0);
  return table[unit] ?? unit;
}

/** Those that are letters of their own stay: ø, ß. */
function unmark(letter: string): string {
  return MARKED.test(letter) ? letter.normalize('NFD').charAt(0) : letter;
}

/** A few letters grow when they are lowered (U+0130 İ); they stay, for the length counts more. */
function lower(letter: string): string {
  const small = letter.toLowerCase();
  return small.length === letter.length ? small : letter;
}
