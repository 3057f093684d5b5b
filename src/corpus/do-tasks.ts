/** The work of one thread: a task in, an outcome for each of its texts out. */
import { type JsonObject, parseLine } from './json-lines.ts';
import { readDocument } from './read-input.ts';
import {
  type DocumentTask,
  type Done,
  failDocument,
  failLine,
  type LinesTask,
  type Outcome,
  type Task,
} from './tasks.ts';

/** A line of JSON that has a text. */
export interface Line {
  /** As messages call it: `crawl.jsonl, line 7`. */
  readonly name: string;
  /** Its number, from 1, and what records call its document. */
  readonly number: number;
  readonly target: string;
  readonly object: JsonObject;
  readonly text: string;
}

/** What a command does with a text: the only thing in which `repair` and `restore` differ here. */
interface Work<Result extends Done> {
  /** Throws a sentence without its subject, such as “is no text; leave it out”. */
  readonly doDocument: (bytes: Uint8Array, task: DocumentTask) => Result;
  /** Throws a whole sentence. */
  readonly doLine: (line: Line) => Result;
  /** Whether a line that failed is answered in its place, as with --jsonl. */
  readonly isJsonl: boolean;
}

/**
 * Does a task. What fails is an outcome, too. For the thread that asks (`isHere`) outcomes are made when they are taken;
 * those that cross threads are made at once.
 */
export type TaskWorker<Result extends Done> = (
  task: Task,
  isHere?: boolean,
) => Promise<Iterable<Outcome<Result>>>;

export function createTaskWorker<Result extends Done>(work: Work<Result>): TaskWorker<Result> {
  return async (task, isHere = false) => {
    const outcomes = task.kind === 'document' ? [await workOnDocument(task, work)] : workOnLines(task, work);
    return isHere ? outcomes : Array.from(outcomes, toCloneable);
  };
}

const toCloneable = <T extends { readonly shown: string | Iterable<string> }>(outcome: T): T =>
  typeof outcome.shown === 'string' ? outcome : { ...outcome, shown: [...outcome.shown] };

async function workOnDocument<Result extends Done>(
  task: DocumentTask,
  { doDocument }: Work<Result>,
): Promise<Outcome<Result>> {
  try {
    return doDocument(task.bytes ?? (await readDocument(task.path)), task);
  } catch (error) {
    return failDocument(task.name, error);
  }
}

function* workOnLines<Result extends Done>(
  { lines, first, name, target }: LinesTask,
  { doLine, isJsonl }: Work<Result>,
): Generator<Outcome<Result>, void> {
  for (const [index, source] of lines.entries()) {
    const line = first + index;
    let named: { readonly id?: unknown } = {};
    try {
      const object = parseLine(source);
      if (object.id !== undefined) named = { id: object.id };
      yield doLine({ name: `${name}, line ${line}`, number: line, target, object, text: textOf(object) });
    } catch (error) {
      yield failLine({ name, line, message: (error as Error).message, isJsonl, named });
    }
  }
}

function textOf({ text }: JsonObject): string {
  if (typeof text === 'string') return text;
  throw new Error('The line has no "text" that is a string; give it one.');
}
