/** The records of a text that was repaired and nothing else, without the places an edition would give them. */
import { countBefore } from '../pipeline/compile/places.ts';
import type { Edit, Reading, Remark } from '../pipeline/reading.ts';
import type { RepairCrux, RepairEmendation, RepairStatus } from './repair-schema.ts';

export interface RepairRecords {
  readonly status: RepairStatus;
  readonly emendations: RepairEmendation[];
  readonly cruces: RepairCrux[];
}

/**
 * The emendations and cruces of `reading`, offsets in code points of its witness.
 * Throws when it has been changed otherwise: what is stripped has no record here.
 */
export function toRepairRecords({ witness, edits, remarks }: Reading): RepairRecords {
  if (edits.length === 0 && remarks.length === 0) return { status: 'untouched', emendations: [], cruces: [] };
  const counts = countBefore(witness);
  const locate = ({ start, end }: Pick<Edit, 'start' | 'end'>) => ({
    start: counts[start]!,
    end: counts[end]!,
    sic: witness.slice(start, end),
  });
  const emendations = edits.map((edit) => ({ ...locate(edit), ...toEmendation(edit) }));
  const cruces = remarks.flatMap((remark) => toCrux(remark, locate));
  return { status: statusOf(emendations, cruces), emendations, cruces };
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

function statusOf(emendations: readonly RepairEmendation[], cruces: readonly RepairCrux[]): RepairStatus {
  if (cruces.length > 0 || emendations.some(({ cert }) => cert === 'low')) return 'review';
  return emendations.length > 0 ? 'repaired' : 'untouched';
}
