import type { RemovalKind } from '../../contract/vocabulary.ts';

export const matches = ['is', 'starts', 'has'] as const;
export const regions = ['head', 'tail', 'edge', 'after', 'any'] as const;
export const extents = ['line', 'list', 'value'] as const;
/** A row of `line-rules.tsv`; the file says what the columns mean. */
export interface LineRule {
  readonly rule: string;
  readonly kind: RemovalKind;
  readonly match: (typeof matches)[number];
  readonly region: (typeof regions)[number];
  readonly longest: number;
  readonly extent: (typeof extents)[number];
  readonly parts: readonly string[];
  readonly fixture: string;
}
