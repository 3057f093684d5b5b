/** Where the records of a repair stand, for people: line, column and context. */

import type { RepairCrux, RepairEmendation } from '../contract/repair-schema.ts';
import type { RepairedDocument } from '../corpus/repair-document.ts';
import { countCharacters, unitOffsets } from '../pipeline/text/code-points.ts';

export interface Traced {
  readonly record: RepairEmendation | RepairCrux;
  /** In the witness, from 1; columns count characters. */
  readonly line: number;
  readonly column: number;
  /** What stands on either side in the repaired text. */
  readonly before: string;
  readonly after: string;
}

/** UTF-16 units of context on either side. */
const CONTEXT = 16;

/** Emendations and cruces of a document, in the order of the witness `witness`, which was repaired to `text`. */
export function traceRecords(
  witness: string,
  text: string,
  { emendations, cruces }: RepairedDocument['apparatus'],
): Traced[] {
  const locate = lineFinder(witness);
  const unitOf = unitOffsets(text);
  const records = [...emendations, ...cruces].sort((a, b) => a.start - b.start || a.end - b.end);
  let shift = 0; // from code points of the witness to code points of the text
  return records.map((record) => {
    const { start, end, sic } = record;
    const stands = 'corr' in record ? record.corr : sic;
    const from = unitOf(start + shift);
    const to = from + stands.length;
    shift += countCharacters(stands) - (end - start);
    return {
      record,
      ...locate(start),
      before: tail(text.slice(Math.max(0, from - CONTEXT), from)),
      after: head(text.slice(to, to + CONTEXT)),
    };
  });
}

/** Half a surrogate pair at the cut is left out. */
const tail = (text: string) => text.replace(/^[\udc00-\udfff]/, '');
const head = (text: string) => text.replace(/[\ud800-\udbff]$/, '');

/** Says on which line a code point of `text` stands; takes offsets that ascend. */
function lineFinder(text: string): (offset: number) => { line: number; column: number } {
  let [unit, point, line, lineStart] = [0, 0, 1, 0];
  return (offset) => {
    for (; point < offset; point++) {
      const code = text.codePointAt(unit) ?? 0;
      unit += code > 0xffff ? 2 : 1;
      if (code === 0x0a) [line, lineStart] = [line + 1, point + 1];
    }
    return { line, column: offset - lineStart + 1 };
  };
}
