/** One line of `zhengben repair --jsonl`. */

import { type JsonObject, parseJsonObject } from '../corpus/parse-json-object.ts';
import { read } from '../pipeline/reading.ts';
import { repair } from '../pipeline/repair/repair.ts';
import { streamRepairRecords } from '../pipeline/repair/repair-records.ts';
import type { RepairRules } from '../pipeline/repair/rules.ts';

export interface RepairedLine {
  /** One line of JSON with its end, in pieces: whole, that of a long line has no room in memory beside its records. */
  readonly pieces: Iterable<string>;
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
    return { pieces: repairObject(object, rules), isFailed: false };
  } catch (error) {
    return { pieces: toJsonLine({ ...named, line, error: (error as Error).message }), isFailed: true };
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

function repairObject(object: JsonObject, rules: RepairRules): Iterable<string> {
  const { text } = object;
  if (typeof text !== 'string') throw new Error('The line has no "text" that is a string; give it one.');
  const reading = repair(read(text), rules);
  const { status, emendations, cruces } = streamRepairRecords(reading);
  const fields = { ...object, text: reading.text, status, emendations, ...(cruces.length > 0 && { cruces }) };
  return reading.edits.length > TOGETHER
    ? streamJsonLine(fields, 'emendations')
    : toJsonLine({ ...fields, emendations: [...emendations] });
}

function toJsonLine(fields: JsonObject): string[] {
  return [`${JSON.stringify(fields)}\n`];
}

/** How many items of a list become a piece. */
const TOGETHER = 1000;

/** `fields` as a line of JSON in pieces; its field `list` is an iterable and becomes a list. */
function* streamJsonLine(fields: JsonObject, list: string): Generator<string, void> {
  let before = '{';
  for (const [name, value] of Object.entries(fields)) {
    yield `${before}${JSON.stringify(name)}:`;
    if (name === list) yield* streamList(value as Iterable<unknown>);
    else yield JSON.stringify(value);
    before = ',';
  }
  yield '}\n';
}

function* streamList(items: Iterable<unknown>): Generator<string, void> {
  let before = '[';
  let held: unknown[] = [];
  for (const item of items) {
    held.push(item);
    if (held.length < TOGETHER) continue;
    yield before + JSON.stringify(held).slice(1, -1);
    [before, held] = [',', []];
  }
  yield `${held.length > 0 ? before + JSON.stringify(held).slice(1, -1) : ''}]`;
}
