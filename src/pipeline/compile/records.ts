/** Turns the edits and remarks of a reading into the records of an apparatus. */
import type {
  Apparatus,
  Crux,
  Doubt,
  Emendation,
  Normalisation,
  Place,
  Removal,
} from '../../contract/schema.ts';
import { isWithheld } from '../../contract/vocabulary.ts';
import type { Edit, Note, Remark } from '../reading.ts';
import type { Structured } from '../structure/structure.ts';
import { countBefore } from '../text/code-points.ts';
import { placeIn } from './places.ts';

type Records = Pick<Apparatus, 'emendations' | 'cruces' | 'removals' | 'doubts' | 'normalisations'>;

/** An edit or remark in code points of the witness, with its slice and its place. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly sic: string;
  readonly place: Place;
}

/** All records of `structured`, in the order of the witness. Words of withheld removals are not among them. */
export function toRecords(structured: Structured): Records {
  const { edits, remarks, witness } = structured.reading;
  const counts = countBefore(witness);
  const locate = ({ start, end }: { start: number; end: number }, place: Place): Found => ({
    start: counts[start]!,
    end: counts[end]!,
    sic: witness.slice(start, end),
    place,
  });
  const places = placeEdits(structured);
  const found = edits.map((edit, i) => [edit, locate(edit, places[i]!)] as const);
  const left = placeRemarks(structured, remarks).map(
    ([remark, place]) => [remark, locate(remark, place)] as const,
  );
  return {
    emendations: number('e', pick(found, 'emendation').map(toEmendation)),
    cruces: number(
      'c',
      left.flatMap(([{ note }, at]) => (note.type === 'crux' ? [toCrux(note, at)] : [])),
    ),
    removals: number('r', pick(found, 'removal').map(toRemoval)),
    doubts: left.flatMap(([{ note }, at]) => (note.type === 'doubt' ? [toDoubt(note, at)] : [])),
    normalisations: pick(found, 'normalisation').map(toNormalisation),
  };
}

function number<T extends object>(prefix: string, records: readonly T[]): (T & { id: string })[] {
  return records.map((record, index) => ({ id: `${prefix}${index + 1}`, ...record }));
}

type NoteOf<Type extends Note['type']> = Extract<Note, { type: Type }>;
type Picked<Type extends Note['type']> = {
  readonly edit: Edit;
  readonly note: NoteOf<Type>;
  readonly at: Found;
};

function pick<Type extends Note['type']>(
  found: readonly (readonly [Edit, Found])[],
  type: Type,
): Picked<Type>[] {
  return found.flatMap(([edit, at]) => {
    const { note } = edit;
    return note.type === type ? [{ edit, note: note as NoteOf<Type>, at }] : [];
  });
}

function toEmendation({ edit, note, at }: Picked<'emendation'>): Omit<Emendation, 'id'> {
  const { kind, cert, evidence, alternatives } = note;
  const { start, end, sic, place } = at;
  const others = alternatives && { alternatives: [...alternatives] };
  return { start, end, sic, corr: edit.corr, kind, cert, evidence, ...others, place };
}

function toRemoval({ note, at }: Picked<'removal'>): Omit<Removal, 'id'> {
  const { start, end, sic, place } = at;
  const { kind, rule, reason } = note;
  const shown = isWithheld(kind) ? {} : { sic };
  return { start, end, kind, rule, reason, characters: end - start, ...shown, place };
}

function toNormalisation({ edit, note, at }: Picked<'normalisation'>): Normalisation {
  return { start: at.start, end: at.end, sic: at.sic, corr: edit.corr, kind: note.kind };
}

function toCrux(note: Extract<Remark['note'], { type: 'crux' }>, at: Found): Omit<Crux, 'id'> {
  const { start, end, sic, place } = at;
  return { start, end, sic, reason: note.reason, alternatives: [...note.alternatives], place };
}

function toDoubt(note: Extract<Remark['note'], { type: 'doubt' }>, at: Found): Doubt {
  return { start: at.start, end: at.end, rule: note.rule, reason: note.reason, place: at.place };
}

/** Where each edit shows in the edition. */
function placeEdits(structured: Structured): Place[] {
  const place = placeIn(structured);
  let shift = 0;
  return structured.reading.edits.map(({ start, end, corr, note }) => {
    const from = start + shift;
    shift += corr.length - (end - start);
    return place(from, from + corr.length, note.type === 'removal');
  });
}

/** Where each remark shows; a remark about words that were removed later is gone with them. */
function placeRemarks(structured: Structured, remarks: readonly Remark[]): (readonly [Remark, Place])[] {
  const { edits } = structured.reading;
  const place = placeIn(structured);
  const forward = mapForward(edits);
  return remarks.flatMap((remark) => {
    const [from, to] = forward(remark.start, remark.end);
    return from === to && remark.end > remark.start ? [] : [[remark, place(from, to)] as const];
  });
}

/** Offsets of the witness as offsets of the text; takes stretches whose starts ascend. */
function mapForward(edits: readonly Edit[]): (start: number, end: number) => readonly [number, number] {
  let next = 0;
  let shift = 0;
  const move = (offset: number, from: number, before: number): number => {
    let moved = before;
    for (let i = from; i < edits.length && edits[i]!.start < offset; i++) {
      const { start, end, corr } = edits[i]!;
      if (end > offset) return start + moved + Math.min(corr.length, offset - start);
      moved += corr.length - (end - start);
    }
    return offset + moved;
  };
  return (start, end) => {
    while (next < edits.length && edits[next]!.end <= start) {
      const edit = edits[next++]!;
      shift += edit.corr.length - (edit.end - edit.start);
    }
    return [move(start, next, shift), move(end, next, shift)];
  };
}
