/** What `zhengben repair` does with a document or a line, in this thread or another. */
import { createTaskWorker, type Line } from '../corpus/do-tasks.ts';
import type { JsonObject } from '../corpus/json-lines.ts';
import { loadRepairRules } from '../corpus/load-repair-rules.ts';
import type { RepairedFiles } from '../corpus/output-folder.ts';
import { printApparatus, type RepairedDocument, repairDocument } from '../corpus/repair-document.ts';
import type { Done, Shown } from '../corpus/tasks.ts';
import { read } from '../pipeline/reading.ts';
import { repair } from '../pipeline/repair/repair.ts';
import { streamRepairRecords } from '../pipeline/repair/repair-records.ts';
import type { RepairRules } from '../pipeline/repair/rules.ts';
import { explainDocument } from './explain-document.ts';

export interface RepairSettings {
  /** What goes to standard output. */
  readonly show: 'text' | 'explanation' | 'json' | 'lines' | 'nothing';
  /** Whether an explanation has colours. */
  readonly isColored: boolean;
  /** Whether there is a folder that gets texts and records. */
  readonly isWritten: boolean;
}

/** A text that was repaired. */
export interface Repaired extends Done {
  /** For a document that goes into a folder. */
  readonly files?: RepairedFiles;
}

/** The worker of a run of `repair`. */
export function startWorker({ show, isColored, isWritten }: RepairSettings) {
  const rules = loadRepairRules();
  return createTaskWorker<Repaired>({
    isJsonl: show === 'lines',
    doLine: ({ name, ...line }) => ({ kind: 'done', name, shown: repairLine(line, rules) }),
    doDocument: (bytes, { name, target }) => {
      const repaired = repairDocument(bytes, target, rules);
      const { text } = repaired;
      const files = isWritten && { target, text, apparatus: printApparatus(repaired.apparatus) };
      return { kind: 'done', name, shown: views[show](repaired, name, isColored), ...(files && { files }) };
    },
  });
}

type View = (repaired: RepairedDocument, name: string, isColored: boolean) => string;

const views: Record<RepairSettings['show'], View> = {
  text: ({ text }) => text,
  nothing: () => '',
  lines: () => '',
  json: ({ text, apparatus }) => `${JSON.stringify({ ...apparatus, text })}\n`,
  explanation: explainDocument,
};

/** How many items of a list become a piece. */
const TOGETHER = 1000;

/**
 * A line with its text repaired, as a line of JSON: `{"id":1,"text":"服務(wù)"}` →
 * `{"id":1,"text":"服務","status":"repaired","emendations":[…]}`. In pieces where there are many emendations: whole, a
 * long line has no room in memory beside its records.
 */
function repairLine({ object, text }: Pick<Line, 'object' | 'text'>, rules: RepairRules): Shown {
  const reading = repair(read(text), rules);
  const { status, emendations, cruces } = streamRepairRecords(reading);
  const fields = { ...object, text: reading.text, status, emendations, ...(cruces.length > 0 && { cruces }) };
  if (reading.edits.length > TOGETHER) return streamJsonLine(fields, 'emendations');
  return `${JSON.stringify({ ...fields, emendations: [...emendations] })}\n`;
}

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
