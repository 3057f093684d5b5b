/** The records of a text that was repaired and nothing else, without the places an edition would give them. */

import type { RepairCrux, RepairEmendation } from '../../contract/repair-schema.ts';
import { type Status, statusOf } from '../../contract/vocabulary.ts';
import type { Edit, Reading, Remark } from '../reading.ts';
import { countBefore } from '../text/code-points.ts';

/** The records; the emendations are made one by one: those of a long text take more memory than the text. */
interface RepairRecordStream {
  readonly status: Status;
  readonly emendations: Iterable<RepairEmendation>;
  readonly cruces: RepairCrux[];
}

/**
 * The emendations and cruces of `reading`, offsets in code points of its witness.
 * Throws when it has been changed otherwise: what is stripped has no record here.
 */
export function toRepairRecords(reading: Reading) {
  const { status, emendations, cruces } = streamRepairRecords(reading);
  return { status, emendations: [...emendations], cruces };
}

/** What {@link toRepairRecords} gives; the emendations are made when they are asked for, once. */
export function streamRepairRecords({ witness, edits, remarks }: Reading): RepairRecordStream {
  if (edits.length === 0 && remarks.length === 0) return { status: 'untouched', emendations: [], cruces: [] };
  const counts = countBefore(witness);
  const locate = (span: Pick<Edit, 'start' | 'end'>) => {
    const [start, end] = [counts[span.start], counts[span.end]];
    if (start === undefined || end === undefined) throw new RangeError('A record reaches past its text.');
    return { start, end, sic: witness.slice(span.start, span.end) };
  };
  const cruces = remarks.flatMap((remark) => toCrux(remark, locate));
  const notes = edits.map(toEmendationNote);
  return {
    status: statusOf({ emendations: notes, cruces }),
    emendations: emendationsOf(edits, locate),
    cruces,
  };
}

function* emendationsOf(
  edits: readonly Edit[],
  locate: (edit: Edit) => Located,
): Generator<RepairEmendation, void> {
  for (const edit of edits) yield { ...locate(edit), ...toEmendation(edit) };
}

function toEmendationNote({ note }: Edit) {
  if (note.type !== 'emendation') throw new Error(`A repair wants emendations only, not a ${note.type}.`);
  return note;
}

function toEmendation(edit: Edit): Omit<RepairEmendation, 'start' | 'end' | 'sic'> {
  const { kind, cert, evidence, alternatives } = toEmendationNote(edit);
  return { corr: edit.corr, kind, cert, evidence, ...(alternatives && { alternatives: [...alternatives] }) };
}

type Located = Pick<RepairCrux, 'start' | 'end' | 'sic'>;

function toCrux(remark: Remark, locate: (remark: Remark) => Located): RepairCrux[] {
  const { note } = remark;
  if (note.type !== 'crux') return [];
  return [{ ...locate(remark), reason: note.reason, alternatives: [...note.alternatives] }];
}
