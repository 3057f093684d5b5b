/** The one way of a run: documents and lines in, tasks to workers, outcomes in order, files and standard output. */
import { statSync } from 'node:fs';
import type { TaskWorker } from './do-tasks.ts';
import type { Document, Listing } from './list-documents.ts';
import { mapInOrder } from './map-in-order.ts';
import { type Reporter, startReporter } from './reporter.ts';
import { write } from './streams.ts';
import {
  type Done,
  type Failed,
  failDocument,
  failTask,
  type Outcome,
  planTasks,
  type Shown,
  sizeOf,
  type Task,
} from './tasks.ts';

interface RunOptions<Result extends Done> extends WorkerOptions {
  readonly listing: Listing;
  /** Has this document a text in each line? */
  readonly hasLines: (document: Document) => boolean;
  /** What became of a line that fails, as messages say it: `repaired`. */
  readonly verb: string;
  /** Writes what belongs into files, and gives what goes to standard output. An error makes a failure of the outcome. */
  readonly publish: (result: Result) => Shown;
  readonly onFailure?: (failed: Pick<Failed, 'name' | 'problem'>) => void;
  /** Called when all is done. */
  readonly finish?: (reporter: Reporter) => void;
}

interface WorkerOptions {
  /** Most threads; with 1, the work is done in this one. */
  readonly jobs: number;
  /** The module that does the work: its `startWorker` takes `settings` and gives a {@link TaskWorker}. */
  readonly module: URL;
  readonly settings: object;
  /** Whether the input has a line of JSON for each text, and the output one for each line. */
  readonly isJsonl: boolean;
  /** Do long lines in this thread even if there are others: it alone can write a result while it is being made. */
  readonly hasPieces?: boolean;
}

/** Bytes of lines that may wait, and tasks for each thread. */
const MOST_BYTES = 64 * 1024 * 1024;
const AHEAD = 3;
/** Bytes from which on a document or a line is large. */
const LARGE = 1_000_000;

/** Works on all documents, whatever becomes of each; gives the exit code. */
export async function runTasks<Result extends Done>(options: RunOptions<Result>): Promise<number> {
  const { listing, hasLines, isJsonl, finish } = options;
  const { documents, problems } = listing;
  const reporter = startReporter(isJsonl ? 'lines' : 'documents');
  problems.forEach(reporter.fail);
  const haveLines = documents.some(hasLines);
  const jobs = haveLines || documents.length > 1 || documents.some(isLarge) ? options.jobs : 1;
  const workers = await startWorkers<Result>({ ...options, jobs });
  const limits = { most: jobs === 1 ? 1 : AHEAD * jobs, largest: MOST_BYTES };
  const counts = { all: 0, failedLines: 0 };
  try {
    const results = mapInOrder(planTasks(documents, hasLines), { work: workers.run, sizeOf, ...limits });
    for await (const outcomes of results) {
      for (const outcome of outcomes) {
        if (outcome.kind === 'done' || outcome.shown !== '') counts.all++; // no document that could not be read
        if (await takeOutcome(outcome, options, reporter)) counts.failedLines++;
      }
      reporter.show(counts.all, haveLines ? undefined : documents.length);
    }
  } finally {
    await workers.close();
  }
  if (counts.failedLines > 0)
    reporter.fail(
      `${counts.failedLines} of ${counts.all} lines could not be ${options.verb}; see “error” in their place.`,
    );
  finish?.(reporter);
  return reporter.end();
}

/** A small document is done sooner than a thread is started; a large one must not take this thread with it. */
function isLarge({ path }: Document): boolean {
  return path !== undefined && (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGE;
}

/**
 * Publishes an outcome. A line that failed says so in its place, and standard error only how many they are: gives whether
 * it is such a line.
 */
async function takeOutcome<Result extends Done>(
  outcome: Outcome<Result>,
  { publish, onFailure }: Pick<RunOptions<Result>, 'publish' | 'onFailure'>,
  reporter: Reporter,
): Promise<boolean> {
  const published = outcome.kind === 'done' ? tryPublish(outcome, publish) : outcome;
  for (const piece of toPieces(published.shown)) await write(process.stdout, piece);
  if (published.kind === 'done') return false;
  onFailure?.(published);
  if (published.shown === '') reporter.fail(published.problem);
  return published.shown !== '';
}

function tryPublish<Result extends Done>(result: Result, publish: (result: Result) => Shown): Done | Failed {
  const { kind, name } = result;
  try {
    return { kind, name, shown: publish(result) };
  } catch (error) {
    return failDocument(name, error);
  }
}

const toPieces = (shown: Shown): Iterable<string> => (typeof shown === 'string' ? [shown] : shown);

/** Starts what does the tasks: this thread, or several. */
async function startWorkers<Result extends Done>({
  jobs,
  module,
  settings,
  isJsonl,
  hasPieces,
}: WorkerOptions) {
  type Outcomes = Iterable<Outcome<Result>>;
  let loaded: Promise<TaskWorker<Result>> | undefined;
  const workHere = async (task: Task): Promise<Outcomes> => {
    loaded ??= import(module.href).then(({ startWorker }) => startWorker(settings));
    return (await loaded)(task, true);
  };
  const choose = (runTask: (task: Task) => Promise<Outcomes>) => async (task: Task | Failed) =>
    task.kind === 'failed' ? [task] : await runTask(task);
  if (jobs === 1) return { run: choose(workHere), close: async () => {} };

  const { startPool } = await import('./worker-pool.ts');
  const pool = startPool<Task, Outcomes>({ size: jobs, module, settings });
  const isForHere = (task: Task) => hasPieces === true && task.kind === 'lines' && sizeOf(task) > LARGE;
  const workThere = (task: Task) =>
    pool.run(task).catch((error: Error): Outcomes => failTask(task, error, isJsonl));
  return {
    run: choose((task) => (isForHere(task) ? workHere(task) : workThere(task))),
    close: pool.close,
  };
}
