/** What standard error is told of a run over documents. */
import { startProgress } from './progress.ts';

export interface Reporter {
  /** A document failed; `problem` is the sentence that says so. */
  readonly fail: (problem: string) => void;
  /** Something to know that is no failure. */
  readonly note: (sentence: string) => void;
  readonly show: (done: number, total?: number) => void;
  /** Gives the exit code: 1 when something failed. */
  readonly end: () => number;
}

/** A reporter of problems, a line each, and of progress in `unit`. */
export function startReporter(unit: string): Reporter {
  const progress = startProgress(unit);
  let failures = 0;
  return {
    fail(problem) {
      failures++;
      progress.clear();
      process.stderr.write(`${problem}\n`);
    },
    note(sentence) {
      progress.clear();
      process.stderr.write(`${sentence}\n`);
    },
    show: progress.show,
    end() {
      progress.clear();
      return failures > 0 ? 1 : 0;
    },
  };
}
