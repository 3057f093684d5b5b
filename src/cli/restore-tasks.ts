/** From the documents of a command line to the tasks of its workers. */
import { batchLines } from '../corpus/batch-lines.ts';
import { describeFailure } from '../corpus/failure.ts';
import type { Document } from '../corpus/list-documents.ts';
import { LARGEST } from '../corpus/read-bytes.ts';
import { openInput, readDocument } from '../corpus/read-input.ts';
import type { Failed, RestoreTask } from './restore-task.ts';

/** A task, or why there is none. */
export type Planned = RestoreTask | Failed;

/**
 * What is to be done for `documents`, in their order, planned only when it is asked for: a file of lines is read as fast
 * as its lines are taken. With `areLines`, all of them are such files, whatever their names.
 */
export async function* planTasks(documents: readonly Document[], areLines: boolean): AsyncGenerator<Planned> {
  for (const document of documents) {
    try {
      if (areLines || isLines(document)) yield* planLines(document);
      else yield await planDocument(document);
    } catch (error) {
      const { name } = document;
      yield { kind: 'failed', name, problem: describeFailure(name, error), shown: '' };
    }
  }
}

/** Are there lines of JSON in a document of this name? */
export const isLines = ({ target }: Document) => /\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(target);

async function* planLines({ name, target, path }: Document): AsyncGenerator<RestoreTask> {
  for await (const batch of batchLines(openInput(path), LARGEST))
    yield { kind: 'lines', name, target, ...batch };
}

/** Workers read files for themselves; standard input is this thread's. */
async function planDocument({ name, target, path }: Document): Promise<RestoreTask> {
  if (path !== undefined) return { kind: 'document', name, target, path };
  return { kind: 'document', name, target, bytes: await readDocument() };
}

/** Bytes that a task holds in memory while it waits. */
export function weigh(task: Planned): number {
  if (task.kind === 'failed') return 0;
  if (task.kind === 'document') return task.bytes?.length ?? 0;
  return task.lines.reduce((sum, line) => sum + (line?.length ?? 0), 0);
}
