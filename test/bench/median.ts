import { found } from '../support/found.ts';

/** The middle of some numbers, or of what is ranked by a number. Throws when there are none. */
export function median(numbers: readonly number[]): number {
  return medianBy(numbers, (number) => number);
}

/** As {@link median}, of anything. */
export function medianBy<T>(all: readonly T[], rank: (one: T) => number): T {
  return found(all.toSorted((a, b) => rank(a) - rank(b))[all.length >> 1], 'number to take the middle of');
}

/** Milliseconds of processor time that `work` takes, of all threads. */
export function processorTime(work: () => unknown): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
