/** From the bytes of a document to its repaired text and the record that leads back. */

import type { RepairApparatus } from '../contract/repair-schema.ts';
import { type Decoded, encode, type RawSpan } from '../pipeline/decode/codec.ts';
import { decode, isBinary } from '../pipeline/decode/decode.ts';
import { read } from '../pipeline/reading.ts';
import { repair } from '../pipeline/repair/repair.ts';
import { toRepairRecords } from '../pipeline/repair/repair-records.ts';
import type { RepairRules } from '../pipeline/repair/rules.ts';
import { countBefore } from '../pipeline/text/code-points.ts';
import { sha256 } from './sha256.ts';
import { undoRepair } from './undo-repair.ts';

export interface RepairedDocument {
  /** The decoded witness. */
  readonly witness: string;
  readonly text: string;
  readonly apparatus: RepairApparatus;
}

/**
 * Decode and repair `bytes`, known as `file`: 電子商務(wù) → 電子商務. Nothing is stripped, and the script stays as found.
 * {@link undoRepair} is sure to give the bytes back. Throws when they are no text.
 */
export function repairDocument(bytes: Uint8Array, file: string, rules: RepairRules): RepairedDocument {
  const decoded = decode(bytes, rules);
  if (isBinary(decoded, rules))
    throw new Error('is no text in any encoding we know; save it as UTF-8, or leave it out');
  const witness = decoded.text.toWellFormed(); // a lone surrogate of a UTF-16 file has no place in UTF-8
  const reading = repair(read(witness), rules);
  const describe = (raw: readonly RawSpan[]): RepairApparatus => ({
    version: 1,
    witness: {
      file,
      sha256: sha256(bytes),
      bytes: bytes.length,
      encoding: decoded.encoding,
      hasBom: decoded.hasBom,
      raw: toRaw(raw, witness),
    },
    ...toRepairRecords(reading),
  });
  const apparatus = describe(decoded.raw);
  const isSure = isUndone(apparatus, reading.text);
  return {
    witness,
    text: reading.text,
    apparatus: isSure ? apparatus : describe([wholeOf(bytes, decoded, witness)]),
  };
}

function toRaw(spans: readonly RawSpan[], witness: string): RepairApparatus['witness']['raw'] {
  if (spans.length === 0) return [];
  const counts = countBefore(witness);
  const countAt = (unit: number) => {
    const count = counts[unit];
    if (count === undefined) throw new Error(`The text has no place ${unit}; report this.`);
    return count;
  };
  return spans.map(({ at, length, bytes }) => ({
    start: countAt(at),
    end: countAt(at + length),
    bytes: Buffer.from(bytes).toString('base64'),
  }));
}

function isUndone(apparatus: RepairApparatus, text: string): boolean {
  try {
    undoRepair(text, apparatus);
    return true;
  } catch {
    return false; // stray halves of surrogate pairs in UTF-16: the record then holds all bytes
  }
}

function wholeOf(bytes: Uint8Array, decoded: Decoded, witness: string): RawSpan {
  const bom = encode({ ...decoded, text: '', raw: [] });
  return { at: 0, length: witness.length, bytes: bytes.subarray(bom.length) };
}

/** `apparatus` as JSON with a line for each emendation and crux, so that a difference shows and a large one stays small. */
export function printApparatus({ emendations, cruces, ...head }: RepairApparatus): string {
  const fields = Object.entries(head).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  const lists = Object.entries({ emendations, cruces }).map(
    ([name, records]) => `${JSON.stringify(name)}: ${printList(records)}`,
  );
  return `{\n${[...fields, ...lists].join(',\n')}\n}\n`;
}

function printList(records: readonly object[]): string {
  if (records.length === 0) return '[]';
  return `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]`;
}
