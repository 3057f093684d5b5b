/** Threads that share work: the library tinypool, and what it leaves open when a thread dies. */
import { Tinypool } from 'tinypool';

interface PoolOptions {
  /** Most threads at a time; each is started when all others are at work. */
  readonly size: number;
  /**
   * The module that a thread loads: it exports `startWorker`, which takes `settings` and gives, now or later, the function
   * that does a task.
   */
  readonly module: URL;
  /** Like tasks and results, something that can be cloned. */
  readonly settings: unknown;
}

interface Pool<Task, Result> {
  /**
   * What becomes of `task`, which waits until a thread is free. Rejects, with a sentence without its subject, when the work
   * throws or its thread does not survive it; that thread is replaced, and other tasks are left alone.
   */
  readonly run: (task: Task) => Promise<Result>;
  readonly close: () => Promise<void>;
}

const entry = new URL('../../scripts/worker.mjs', import.meta.url);

/** A pool of at most `size` threads, none of which is started yet. */
export function startPool<Task, Result>({ size, module, settings }: PoolOptions): Pool<Task, Result> {
  const pool = new Tinypool({
    filename: entry.href,
    minThreads: 0,
    maxThreads: size,
    workerData: { module: module.href, settings },
    useAtomics: false, // a thread that waits asleep gives no memory back: 480 MB in place of 410 to 440 for 8 MB of lines
    execArgv: [],
  });
  const { watch, reasonOf, stop } = watchThreads(pool);
  return {
    async run(task) {
      const result = pool.run(task);
      watch();
      return await result.catch((error: Error) => {
        throw new Error(`could not be worked on${reasonOf(error)}`, { cause: error });
      });
    },
    close() {
      stop();
      return pool.destroy().catch(() => {}); // a thread that dies while it is ended is ended, too
    },
  };
}

const ENDED = 'the thread ended';

/**
 * Tinypool replaces a thread only below its least number, learns of an error but not of an exit, and forgets the tasks that
 * wait when no thread can be started: this sees to all three.
 */
function watchThreads(pool: Tinypool) {
  const watched = new WeakSet<object>();
  let isStopped = false;
  let lastError: Error | undefined;
  const watch = () => {
    pool.options.minThreads = pool.threads.length;
    for (const thread of pool.threads) {
      if (watched.has(thread)) continue;
      watched.add(thread);
      let isFailed = false;
      thread.once('error', () => {
        isFailed = true;
      });
      thread.once('exit', () => {
        if (isStopped) return;
        if (!isFailed) thread.emit('error', new Error(ENDED));
        if (pool.threads.length === 0) pool.cancelPendingTasks();
        watch();
      });
    }
  };
  pool.on('error', (error: Error) => {
    lastError = error; // a thread that had no task yet: it may be that none can be started
  });
  const reasonOf = (error: Error) => {
    const { message } = error.name === 'CancelError' ? (lastError ?? error) : error;
    return message === ENDED ? ', as its thread ended; report it' : ` (${message}); split it, or report it`;
  };
  return {
    watch,
    reasonOf,
    stop: () => {
      isStopped = true;
    },
  };
}
