import type { Emendation } from '../../../contract/schema.ts';
import type { ConcordancePlan } from '../concordance/manifest.ts';

/** What search shows of an emendation. */
export type SearchRecord = Pick<Emendation, 'id' | 'sic' | 'corr' | 'place'>;

/** A record as it is kept: its id, the witness's words, ours, the block and where in it. */
export type RecordRow = [id: string, sic: string, corr: string, block: string, start: number, end: number];

/** What a search in the emendations must know. */
export interface RecordsPlan {
  /** What was restored, and what the witnesses have instead. */
  corr: ConcordancePlan;
  sic: ConcordancePlan;
  /** The number of the first text in each file of records. */
  firstTexts: number[];
}

/** The file with the plan. */
export const RECORDS_PLAN = 'records.bin';

/** Name of a file with the records of some texts. */
export function recordsName(number: number): string {
  return `records-${number}.bin`;
}
