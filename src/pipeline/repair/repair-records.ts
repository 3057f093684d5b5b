/** The records of a text that was repaired and nothing else, without the places an edition would give them. */

import type { RepairCrux, RepairEmendation, RepairStatus } from '../../contract/repair-schema.ts';
import type { Edit, Reading, Remark } from '../reading.ts';
import { countBefore } from '../text/code-points.ts';

export interface RepairRecords {
  readonly status: RepairStatus;
  readonly emendations: RepairEmendation[];
  readonly cruces: RepairCrux[];
}

/** The same with the emendations to be made one by one: those of a long text take more memory than the text. */
export interface RepairRecordStream extends Omit<RepairRecords, 'emendations'> {
  readonly emendations: Iterable<RepairEmendation>;
}

/**
 * The emendations and cruces of `reading`, offsets in code points of its witness.
 * Throws when it has been changed otherwise: what is stripped has no record here.
 */
export function toRepairRecords(reading: Reading): RepairRecords {
  const { status, emendations, cruces } = streamRepairRecords(reading);
  return { status, emendations: [...emendations], cruces };
}

/** What {@link toRepairRecords} gives; the emendations are made when they are asked for, once. */
export function streamRepairRecords({ witness, edits, remarks }: Reading): RepairRecordStream {
  if (edits.length === 0 && remarks.length === 0) return { status: 'untouched', emendations: [], cruces: [] };
  const counts = countBefore(witness);
  const locate = ({ start, end }: Pick<Edit, 'start' | 'end'>) => ({
    start: counts[start]!,
    end: counts[end]!,
    sic: witness.slice(start, end),
  });
  const cruces = remarks.flatMap((remark) => toCrux(remark, locate));
  return { status: statusOf(edits, cruces), emendations: emendationsOf(edits, locate), cruces };
}

function* emendationsOf(
  edits: readonly Edit[],
  locate: (edit: Edit) => Located,
): Generator<RepairEmendation, void> {
  for (const edit of edits) yield { ...locate(edit), ...toEmendation(edit) };
}

function toEmendation({ corr, note }: Edit): Omit<RepairEmendation, 'start' | 'end' | 'sic'> {
  if (note.type !== 'emendation') throw new Error(`A repair wants emendations only, not a ${note.type}.`);
  const { kind, cert, evidence, alternatives } = note;
  return { corr, kind, cert, evidence, ...(alternatives && { alternatives: [...alternatives] }) };
}

type Located = Pick<RepairCrux, 'start' | 'end' | 'sic'>;

function toCrux(remark: Remark, locate: (remark: Remark) => Located): RepairCrux[] {
  const { note } = remark;
  if (note.type !== 'crux') return [];
  return [{ ...locate(remark), reason: note.reason, alternatives: [...note.alternatives] }];
}

function statusOf(edits: readonly Edit[], cruces: readonly RepairCrux[]): RepairStatus {
  const isConjecture = ({ note }: Edit) => note.type === 'emendation' && note.cert === 'low';
  if (cruces.length > 0 || edits.some(isConjecture)) return 'review';
  return edits.length > 0 ? 'repaired' : 'untouched';
}
