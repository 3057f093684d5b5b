/**
 * Folding to Simplified: one BMP character for another, whatever the context, so that texts in either script can be
 * compared. For looking things up only; conversion for readers is `convert`'s.
 */

/** By UTF-16 unit: the unit it folds to. */
export type FoldTable = Uint16Array;

/** Parse `src/data/fold.txt`. Throws on a line that is not two single BMP characters. */
export function parseFold(source: string): FoldTable {
  const table = new Uint16Array(0x10000).map((_, unit) => unit);
  for (const line of source.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.length !== 3 || line[1] !== '\t') throw new Error(`fold.txt: not "form<tab>target": ${line}`);
    table[line.charCodeAt(0)] = line.charCodeAt(2);
  }
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
