/** The tasks of a run, and what becomes of them; plain values, so that they can cross threads. */
import { describeFailure } from './failure.ts';
import { splitLines } from './json-lines.ts';
import type { Document } from './list-documents.ts';
import { openInput, readDocument } from './read-input.ts';

/** A document to be read from `path`, or given as `bytes`. */
export interface DocumentTask {
  readonly kind: 'document';
  readonly name: string;
  readonly target: string;
  readonly path?: string;
  readonly bytes?: Uint8Array;
}

/** Lines of JSON; `undefined` where one was too long to hold. `first` is the number of the first. */
export interface LinesTask {
  readonly kind: 'lines';
  readonly name: string;
  readonly target: string;
  readonly first: number;
  readonly lines: readonly (Uint8Array | undefined)[];
}

export type Task = DocumentTask | LinesTask;

/** What goes to standard output; in pieces where the whole would take much memory. */
export type Shown = string | Iterable<string>;

/** A text that was worked on; each command adds what else it needs. */
export interface Done {
  readonly kind: 'done';
  /** As messages call the text. */
  readonly name: string;
  readonly shown: Shown;
}

/** One that could not be. */
export interface Failed {
  readonly kind: 'failed';
  readonly name: string;
  /** One sentence. */
  readonly problem: string;
  /** With --jsonl, the line that stands in its place. */
  readonly shown: string;
}

export type Outcome<Result extends Done> = Result | Failed;

/**
 * What is to be done for `documents`, in their order, planned only when it is asked for: a file of lines is read as fast
 * as its lines are taken. A document that cannot be read becomes its failure.
 */
export async function* planTasks(
  documents: readonly Document[],
  hasLines: (document: Document) => boolean,
): AsyncGenerator<Task | Failed> {
  for (const document of documents) {
    try {
      if (hasLines(document)) yield* planLines(document);
      else yield await planDocument(document);
    } catch (error) {
      yield failDocument(document.name, error);
    }
  }
}

async function* planLines({ name, target, path }: Document): AsyncGenerator<Task> {
  for await (const batch of splitLines(openInput(path))) yield { kind: 'lines', name, target, ...batch };
}

/** Workers read files for themselves; standard input is this thread's. */
async function planDocument({ name, target, path }: Document): Promise<Task> {
  if (path !== undefined) return { kind: 'document', name, target, path };
  return { kind: 'document', name, target, bytes: await readDocument() };
}

/** Bytes that a task holds in memory while it waits. */
export function sizeOf(task: Task | Failed): number {
  if (task.kind === 'failed') return 0;
  if (task.kind === 'document') return task.bytes?.length ?? 0;
  return task.lines.reduce((sum, line) => sum + (line?.length ?? 0), 0);
}

export function failDocument(name: string, error: unknown): Failed {
  return { kind: 'failed', name, problem: describeFailure(name, error), shown: '' };
}

interface FailedLine {
  /** The name of its document. */
  readonly name: string;
  readonly line: number;
  /** A whole sentence. */
  readonly message: string;
  /** Whether the line is answered in its place, as with --jsonl. */
  readonly isJsonl: boolean;
  /** Where it has an `id`. */
  readonly named?: { readonly id?: unknown };
}

export function failLine({ name, line, message, isJsonl, named }: FailedLine): Failed {
  const place = `${name}, line ${line}`;
  const shown = isJsonl ? `${JSON.stringify({ ...named, line, error: message })}\n` : '';
  return { kind: 'failed', name: place, problem: `${place}: ${message}`, shown };
}

/** What a thread that died leaves: a failure for each text of its task. */
export function failTask(task: Task, error: Error, isJsonl: boolean): Failed[] {
  const { name } = task;
  if (task.kind === 'document') return [failDocument(name, error)];
  return task.lines.map((_, index) => ({
    ...failLine({ name, line: task.first + index, message: `The line ${error.message}.`, isJsonl }),
    problem: `${name}, line ${task.first + index}: ${error.message}.`,
  }));
}
