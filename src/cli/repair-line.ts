/** One line of `zhengben repair --jsonl`. */
import { type RepairRecords, toRepairRecords } from '../edition/repair-records.ts';
import { read } from '../pipeline/reading.ts';
import { repair } from '../pipeline/repair/repair.ts';
import type { RepairRules } from '../pipeline/repair/rules.ts';
import { type JsonObject, parseJsonObject } from './parse-json-object.ts';

export interface RepairedLine {
  /** One line of JSON, without its end. */
  readonly json: string;
  readonly isFailed: boolean;
}

/**
 * The line `source`, the `line`th, with its text repaired: `{"id":1,"text":"服務(wù)"}` →
 * `{"id":1,"text":"服務","status":"repaired","emendations":[…]}`. Never throws: what cannot be used becomes
 * `{"id","line","error"}`. `source` is absent where the line was too long to hold.
 */
export function repairLine(source: Uint8Array | undefined, line: number, rules: RepairRules): RepairedLine {
  let named: { readonly id?: unknown } = {};
  try {
    const object = parseJsonObject(toText(source));
    const { id } = object;
    if (id !== undefined) named = { id };
    return { json: JSON.stringify(repairObject(object, rules)), isFailed: false };
  } catch (error) {
    return { json: JSON.stringify({ ...named, line, error: (error as Error).message }), isFailed: true };
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function toText(source: Uint8Array | undefined): string {
  if (source === undefined) throw new Error('The line is longer than 64 MiB; split it.');
  try {
    return decoder.decode(source);
  } catch (error) {
    throw new Error('The line is no valid UTF-8; convert it first.', { cause: error });
  }
}

function repairObject(object: JsonObject, rules: RepairRules): JsonObject {
  const { text } = object;
  if (typeof text !== 'string') throw new Error('The line has no "text" that is a string; give it one.');
  const reading = repair(read(text), rules);
  return { ...object, text: reading.text, ...toFields(toRepairRecords(reading)) };
}

function toFields({ status, emendations, cruces }: RepairRecords) {
  return { status, emendations, ...(cruces.length > 0 && { cruces }) };
}
