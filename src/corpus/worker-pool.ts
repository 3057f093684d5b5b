/** Threads that share work. */
import type { Worker } from 'node:worker_threads';

export interface Pool<Task, Result> {
  /** What becomes of `task`. Rejects, with a sentence without its subject, only when a thread did not survive it. */
  readonly run: (task: Task) => Promise<Result>;
  readonly close: () => Promise<void>;
}

interface Job<Task, Result> {
  readonly task: Task;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

/**
 * At most `size` threads that `start` starts, each when all others are at work. A thread takes a task as a message and
 * answers with its result; one that dies is replaced, and its task has failed.
 */
export function startPool<Task, Result>(size: number, start: () => Worker): Pool<Task, Result> {
  const waiting: Job<Task, Result>[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Job<Task, Result>>();

  const finish = (worker: Worker): Job<Task, Result> | undefined => {
    const job = busy.get(worker);
    busy.delete(worker);
    return job;
  };
  const launch = (): Worker => {
    const worker = start();
    worker.on('message', (result: Result) => {
      const job = finish(worker);
      idle.push(worker);
      assign();
      job?.resolve(result);
    });
    const bury = (error: Error) => {
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
      finish(worker)?.reject(error);
      assign();
    };
    worker.on('error', (error) =>
      bury(new Error(`could not be worked on (${(error as Error).message}); split it, or report it`)),
    );
    worker.on('exit', () => bury(new Error('could not be worked on, as its thread ended; report it')));
    return worker;
  };
  const assign = () => {
    while (waiting.length > 0) {
      const worker = idle.pop() ?? (busy.size < size ? launch() : undefined);
      if (worker === undefined) return;
      const job = waiting.shift()!;
      busy.set(worker, job);
      worker.postMessage(job.task);
    }
  };
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject });
        assign();
      }),
    async close() {
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()));
    },
  };
}
