/** Where the tasks of `zhengben restore` are done: in this thread, or in several. */
import { describeFailure } from '../corpus/failure.ts';
import { loadRules } from '../corpus/load-rules.ts';
import { startPool } from '../corpus/worker-pool.ts';
import type { Outcome, RestoreSettings, RestoreTask } from './restore-task.ts';
import type { Planned } from './restore-tasks.ts';
import { createRestorer } from './restorer.ts';

export interface Threads {
  readonly run: (task: Planned) => Promise<Outcome[]>;
  readonly close: () => Promise<void>;
}

const module = new URL('./restore-worker.ts', import.meta.url);

/** `jobs` threads that restore by `settings`; one alone is this one. */
export function startThreads(jobs: number, settings: RestoreSettings): Threads {
  const { run, close } = jobs === 1 ? workHere(settings) : workElsewhere(jobs, settings);
  return {
    run: async (task) => (task.kind === 'failed' ? [task] : await run(task)),
    close,
  };
}

function workHere(settings: RestoreSettings) {
  return { run: createRestorer(loadRules(), settings), close: async () => {} };
}

function workElsewhere(jobs: number, settings: RestoreSettings) {
  const pool = startPool<RestoreTask, Outcome[]>({ size: jobs, module, settings });
  const run = (task: RestoreTask) => pool.run(task).catch((error: Error) => fail(task, error, settings));
  return { run, close: pool.close };
}

/** What a thread that died leaves: an outcome for each text that it had. */
function fail(task: RestoreTask, error: Error, { show }: RestoreSettings): Outcome[] {
  const { name } = task;
  const problem = describeFailure(name, error);
  if (task.kind === 'document') return [{ kind: 'failed', name, problem, shown: '' }];
  return task.lines.map((_, index) => {
    const line = task.first + index;
    const shown =
      show === 'lines' ? `${JSON.stringify({ line, error: `The line ${error.message}.` })}\n` : '';
    return { kind: 'failed', name, problem: `${name}, line ${line}: ${error.message}.`, shown };
  });
}
