/** What the process that tries inputs tells the one that watches it: a line of JSON each. */

import type { Batch, Measure } from './run-batch.ts';

/** Kinds of input; `kinds.ts` says how each is made. */
export const kindNames = [
  ...(['bytes', 'unicode', 'truncated', 'mirrored', 'mirrored-bytes'] as const),
  ...(['misread', 'mixture', 'in-a-page', 'repeated'] as const),
] as const;
export type Kind = (typeof kindNames)[number];

export type Message =
  | { readonly type: 'batch'; readonly kind: Kind; readonly seed: number }
  | { readonly type: 'input' }
  | { readonly type: 'slowest'; readonly kind: Kind; readonly seed: number; readonly measure: Measure }
  | { readonly type: 'done'; readonly batch: Batch };

/** What the process that tries inputs is told, as its only argument. */
export interface Task {
  readonly kinds: readonly [Kind, ...Kind[]];
  /** Seed of the first batch; each has the next. */
  readonly seed: number;
  readonly seconds: number;
}

/** Inputs in a batch. */
export const RUNS = 50;
