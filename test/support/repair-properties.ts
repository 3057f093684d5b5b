/** What must hold of the repair of any text and of any bytes; a sentence is thrown where it does not. */

import { repairApparatusSchema } from '../../src/contract/repair-schema.ts';
import { repairDocument } from '../../src/corpus/repair-document.ts';
import { undoRepair } from '../../src/corpus/undo-repair.ts';
import { encode } from '../../src/pipeline/decode/codec.ts';
import { decode, isBinary } from '../../src/pipeline/decode/decode.ts';
import { type Edit, type Reading, read, replay } from '../../src/pipeline/reading.ts';
import { repair } from '../../src/pipeline/repair/repair.ts';
import type { RepairRules } from '../../src/pipeline/repair/rules.ts';

/** A repair: from a text to its reading. */
export type Repaired = (text: string) => Reading;

/**
 * The records of `repaired` lead from `text` to the result and back, each stands where there is something, and repairing
 * the result changes nothing.
 */
export function checkRepair(text: string, repaired: Repaired): void {
  const { edits, remarks, text: result, witness } = repaired(text);
  same(witness, text, 'The witness was changed');
  same(replay(text, edits), result, 'Replaying the records does not give the text');
  same(undoEdits(result, text, edits), text, 'Undoing the records does not give the witness');
  for (const { start, end, corr } of edits)
    holds(start < end || (start === end && corr !== ''), `The record at ${start}–${end} changes nothing`);
  for (const { start, end } of remarks)
    holds(start < end && end <= text.length, `The remark at ${start}–${end} is about nothing`);
  same(repaired(result).text, result, 'A second repair changes the text');
}

/**
 * Whatever the bytes: they can be decoded and come back, {@link checkRepair} holds of their text, and where they are
 * text, the record that is written leads back to them. Says which of the two they were.
 */
export function checkDocument(
  bytes: Uint8Array,
  rules: RepairRules,
  repaired: Repaired = (text) => repair(read(text), rules),
): 'text' | 'binary' {
  const decoded = decode(bytes, rules);
  sameBytes(encode(decoded), bytes, 'Encoding what was decoded does not give the bytes');
  checkRepair(decoded.text, repaired);
  if (isBinary(decoded, rules)) return 'binary';
  const { witness, text, apparatus } = repairDocument(bytes, 'any', rules);
  const record = repairApparatusSchema.parse(JSON.parse(JSON.stringify(apparatus)));
  const characters = [...witness];
  for (const { start, end, sic } of [...record.emendations, ...record.cruces])
    same(characters.slice(start, end).join(''), sic, `What stands at ${start}–${end} is not the sic`);
  same(
    replayPoints(characters, record.emendations),
    text,
    'Replaying what is written does not give the text',
  );
  const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
  sameBytes(undoRepair(written, record), bytes, 'Undoing does not give the bytes');
  return 'text';
}

function undoEdits(result: string, witness: string, edits: readonly Edit[]): string {
  let shift = 0;
  const back = edits.map(({ start, end, corr }) => {
    const from = start + shift;
    shift += corr.length - (end - start);
    return { start: from, end: from + corr.length, corr: witness.slice(start, end) };
  });
  return replay(result, back);
}

function replayPoints(
  characters: readonly string[],
  records: readonly { start: number; end: number; corr: string }[],
): string {
  let at = 0;
  let text = '';
  for (const { start, end, corr } of records) {
    holds(start >= at && end >= start && end <= characters.length, `The record at ${start} is out of order`);
    text += characters.slice(at, start).join('') + corr;
    at = end;
  }
  return text + characters.slice(at).join('');
}

function holds(condition: boolean, sentence: string): void {
  if (!condition) throw new Error(`${sentence}.`);
}

const AROUND = 20;

function same(found: string, expected: string, sentence: string): void {
  if (found === expected) return;
  let at = 0;
  while (found.charCodeAt(at) === expected.charCodeAt(at)) at++;
  const excerpt = (text: string) => JSON.stringify(text.slice(Math.max(0, at - AROUND), at + AROUND));
  throw new Error(`${sentence}. At ${at}: ${excerpt(found)}, expected: ${excerpt(expected)}.`);
}

function sameBytes(found: Uint8Array, expected: Uint8Array, sentence: string): void {
  holds(Buffer.compare(found, expected) === 0, sentence);
}
