/**
 * Folding to Simplified: one BMP character for another, whatever the context, so that texts in either script can be
 * compared. For looking things up only; conversion for readers is `convert`'s.
 */

import { walkRows } from '../../data/read-rows.ts';

/** By UTF-16 unit: the unit it folds to. */
export type FoldTable = Uint16Array;

const TAB = 0x09;

/** Parse `src/data/fold.txt`. Throws on a row that is not two single BMP characters. */
export function parseFold(source: string): FoldTable {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) table[unit] = unit;
  walkRows(source, (from, end) => {
    if (source.charCodeAt(from + 1) !== TAB || end !== from + 3)
      throw new Error(`fold.txt: not "form<tab>target": ${source.slice(from, end)}`);
    table[source.charCodeAt(from)] = source.charCodeAt(from + 2);
  });
  return table;
}

/** `text` in Simplified, unit by unit: 社會化電商 → 社会化电商. Length is kept. */
export function fold(text: string, table: FoldTable): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const folded = table[unit]!;
    if (folded === unit) continue;
    out += text.slice(from, i) + String.fromCharCode(folded);
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}
