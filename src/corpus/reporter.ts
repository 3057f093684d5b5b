/** What standard error is told of a run over documents: problems, and a line that says how far a long run is. */

export interface Reporter {
  /** A document failed; `problem` is the sentence that says so. */
  readonly fail: (problem: string) => void;
  /** Something to know that is no failure. */
  readonly note: (sentence: string) => void;
  /** `done` of `total` are done; without a total, there is no bar, only the number. */
  readonly show: (done: number, total?: number) => void;
  /** Gives the exit code: 1 when something failed. */
  readonly end: () => number;
}

/** A reporter of problems, a line each, and of progress in `unit`. */
export function startReporter(unit: string): Reporter {
  const progress = startProgress(unit);
  let failures = 0;
  const note = (sentence: string) => {
    progress.clear();
    process.stderr.write(`${sentence}\n`);
  };
  return {
    fail(problem) {
      failures++;
      note(problem);
    },
    note,
    show: progress.show,
    end() {
      progress.clear();
      return failures > 0 ? 1 : 0;
    },
  };
}

/** Milliseconds before progress is shown, and between two looks of it. */
const PATIENCE = 2000;
const PAUSE = 100;
/** Width of the bar, in characters. */
const WIDTH = 30;

/**
 * Shows progress in `unit` (`documents`, `lines`), from two seconds on, and only where standard error is a terminal and
 * standard output is not, so that they do not write over each other.
 */
function startProgress(unit: string): { readonly show: Reporter['show']; readonly clear: () => void } {
  if (!process.stderr.isTTY || process.stdout.isTTY) return { show() {}, clear() {} };
  let next = performance.now() + PATIENCE;
  let isShown = false;
  return {
    show(done, total) {
      if (performance.now() < next) return;
      next = performance.now() + PAUSE;
      isShown = true;
      process.stderr.write(
        `\r\u001b[K${total === undefined ? '' : bar(done / total)}${count(done, unit, total)}`,
      );
    },
    clear() {
      if (isShown) process.stderr.write('\r\u001b[K');
      isShown = false;
    },
  };
}

function bar(share: number): string {
  const full = Math.round(WIDTH * share);
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} `;
}

const group = (value: number) => value.toLocaleString('en');

function count(done: number, unit: string, total?: number): string {
  return total === undefined ? `${group(done)} ${unit}` : `${group(done)} of ${group(total)} ${unit}`;
}
