import { Row } from './row.ts';
import { isWord } from './unit-kinds.ts';

/** Every word of a row of units with the indices where it begins, in the order of the words. */
export function listWords(units: Uint16Array): Array<readonly [word: string, indices: Uint32Array]> {
  const rows = new Map<string, Row<Uint32Array>>();
  for (let at = 0; at < units.length; at++) {
    if (!isWord(units[at]!)) continue;
    const start = at;
    while (at < units.length && isWord(units[at]!)) at++;
    const word = String.fromCharCode(...units.subarray(start, at));
    const row = rows.get(word) ?? new Row((length) => new Uint32Array(length), 4);
    rows.set(word, row);
    row.push(start);
  }
  const sorted = [...rows.keys()].sort();
  return sorted.map((word) => [word, rows.get(word)!.taken()]);
}
