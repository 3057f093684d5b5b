/** `zhengben restore`: documents and lines through the whole flow, whatever becomes of the others. */
import { statSync } from 'node:fs';
import { type EditionsFolder, openEditions } from '../corpus/editions/editions-folder.ts';
import { describeFailure } from '../corpus/failure.ts';
import { type Document, type Listing, listDocuments, standardInput } from '../corpus/list-documents.ts';
import { mapInOrder } from '../corpus/map-in-order.ts';
import { type Recognizer, recognizeCopies, withCopy } from '../corpus/recognize-copies.ts';
import { write } from '../corpus/streams.ts';
import { createSimilarityIndex } from '../pipeline/collate/similarity-index.ts';
import { openReport, type Report } from './report-file.ts';
import { type Reporter, startReporter } from './reporter.ts';
import type { Outcome, Restored, RestoreSettings } from './restore-task.ts';
import { isLines, planTasks, weigh } from './restore-tasks.ts';
import { startThreads } from './restore-threads.ts';

export interface RestoreAllOptions {
  readonly settings: RestoreSettings;
  readonly jobs: number;
  /** Folder that gets a folder for each edition. */
  readonly out?: string;
  /** File that gets a page about the run. */
  readonly report?: string;
}

/** Bytes of lines that may wait, and tasks for each thread. */
const HEAVIEST = 64 * 1024 * 1024;
const AHEAD = 3;

/** Restore the documents at `paths`, or standard input when there are none; gives the exit code. */
export async function restoreAll(
  paths: readonly string[],
  { settings, jobs, out, report: file }: RestoreAllOptions,
): Promise<number> {
  const { documents, problems } = list(paths, out);
  const areLines = settings.show === 'lines';
  const editions = out === undefined ? undefined : openEditions(out, documents);
  const report = file === undefined ? undefined : openReport(file, documents);
  const run = new Run(settings, recognizeCopies(createSimilarityIndex()), editions, report);
  problems.forEach(run.reporter.fail);

  const many = areLines || documents.length > 1 || documents.some((one) => isLines(one) || isLarge(one));
  const threads = startThreads(many ? jobs : 1, settings);
  const limits = { most: AHEAD * jobs, heaviest: HEAVIEST };
  try {
    for await (const outcomes of mapInOrder(planTasks(documents, areLines), threads.run, weigh, limits)) {
      for (const outcome of outcomes) await run.take(outcome);
      run.reporter.show(run.count, documents.some(isLines) || areLines ? undefined : documents.length);
    }
  } finally {
    await threads.close();
  }
  return run.end();
}

/** One small document is done sooner than a thread is started; a large one must not take this thread with it. */
function isLarge({ path }: Document): boolean {
  return path !== undefined && (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000;
}

function list(paths: readonly string[], out: string | undefined): Listing {
  return paths.length === 0 ? { documents: [standardInput], problems: [] } : listDocuments(paths, out);
}

/** What is done with each outcome, in order. */
class Run {
  readonly reporter: Reporter;
  count = 0;
  #failedLines = 0;
  readonly #settings: RestoreSettings;
  readonly #copies: Recognizer;
  readonly #editions: EditionsFolder | undefined;
  readonly #report: Report | undefined;

  constructor(
    settings: RestoreSettings,
    copies: Recognizer,
    editions: EditionsFolder | undefined,
    report: Report | undefined,
  ) {
    this.reporter = startReporter(settings.show === 'lines' ? 'lines' : 'documents');
    this.#settings = settings;
    this.#copies = copies;
    this.#editions = editions;
    this.#report = report;
  }

  async take(outcome: Outcome): Promise<void> {
    this.count++;
    if (outcome.kind === 'failed') return await this.#fail(outcome.name, outcome.problem, outcome.shown);
    try {
      this.#editions?.write(outcome);
    } catch (error) {
      return await this.#fail(outcome.name, describeFailure(outcome.name, error), '');
    }
    await this.#show(outcome);
  }

  async #show(outcome: Restored): Promise<void> {
    const copy = this.#copies.recognize(outcome);
    if (copy !== undefined) this.#editions?.suspect(outcome, copy);
    this.#report?.add(outcome, copy);
    const isJson = this.#settings.show === 'json' || this.#settings.show === 'lines';
    await write(
      process.stdout,
      copy === undefined || !isJson ? outcome.shown : withCopy(outcome.shown, copy),
    );
  }

  /** A line that failed says so in its place, and standard error only how many they are. */
  async #fail(name: string, problem: string, shown: string): Promise<void> {
    this.#report?.addFailure(name, problem);
    if (shown === '') return this.reporter.fail(problem);
    this.#failedLines++;
    await write(process.stdout, shown);
  }

  end(): number {
    if (this.#failedLines > 0) {
      this.reporter.fail(
        `${this.#failedLines} of ${this.count} lines could not be restored; see “error” in their place.`,
      );
    }
    for (const note of this.#editions?.settle() ?? []) this.reporter.note(note);
    this.#report?.write();
    return this.reporter.end();
  }
}
