/** A line on standard error that says how far a long run is. */

const PATIENCE = 2000;
const PAUSE = 100;
const WIDTH = 30;

export interface Progress {
  /** `done` of `total` are done; without a total, there is no bar, only the number. */
  show(done: number, total?: number): void;
  /** Take the line away, before something else is written and at the end. */
  clear(): void;
}

/**
 * Shows progress in `unit` (`documents`, `lines`), from two seconds on, and only where standard error is a terminal and
 * standard output is not, so that they do not write over each other.
 */
export function startProgress(unit: string): Progress {
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
