/** Turns the edits and remarks of a reading into the records of an apparatus. */
import type { Apparatus, Place } from '../../contract/schema.ts';
import { isWithheld } from '../../contract/vocabulary.ts';
import { type Edit, type Placed, place as placeEdits, type Remark } from '../reading.ts';
import type { Span } from '../structure/blocks.ts';
import type { Structured } from '../structure/structure.ts';
import { countPoints, placeIn } from './places.ts';

type Records = Pick<Apparatus, 'emendations' | 'cruces' | 'removals' | 'doubts' | 'normalisations'>;

/** All records of `structured`, in the order of the witness. Words of withheld removals are not among them. */
export function toRecords(structured: Structured): Records {
  const { edits, remarks, witness } = structured.reading;
  const points = countPoints(witness);
  const locate = ({ start, end }: Span) => ({
    start: points(start),
    end: points(end),
    sic: witness.slice(start, end),
  });
  const records: Records = { emendations: [], cruces: [], removals: [], doubts: [], normalisations: [] };
  const { emendations, cruces, removals, doubts, normalisations } = records;
  const placed = placeEdits(edits);
  for (const [{ note, ...edit }, place] of showEdits(placed, structured)) {
    const { start, end, sic } = locate(edit);
    const { corr } = edit;
    if (note.type === 'emendation') {
      const { kind, cert, evidence, alternatives } = note;
      const others = alternatives && { alternatives: [...alternatives] };
      const id = `e${emendations.length + 1}`;
      emendations.push({ id, start, end, sic, corr, kind, cert, evidence, ...others, place });
    } else if (note.type === 'removal') {
      const { kind, rule, reason } = note;
      const shown = isWithheld(kind) ? {} : { sic };
      const id = `r${removals.length + 1}`;
      removals.push({ id, start, end, kind, rule, reason, characters: end - start, ...shown, place });
    } else normalisations.push({ start, end, sic, corr, kind: note.kind });
  }
  for (const [{ note, ...remark }, place] of showRemarks(remarks, placed, structured)) {
    const { start, end, sic } = locate(remark);
    if (note.type === 'crux') {
      const { reason, alternatives } = note;
      const id = `c${cruces.length + 1}`;
      cruces.push({ id, start, end, sic, reason, alternatives: [...alternatives], place });
    } else doubts.push({ start, end, rule: note.rule, reason: note.reason, place });
  }
  return records;
}

/** Where each edit shows in the edition. */
function showEdits(edits: readonly Placed[], structured: Structured): (readonly [Edit, Place])[] {
  const show = placeIn(structured);
  return edits.map((edit) => [edit, show(edit.from, edit.to, edit.note.type === 'removal')]);
}

/** Where each remark shows; a remark about words that were removed later is gone with them. */
function showRemarks(
  remarks: readonly Remark[],
  edits: readonly Placed[],
  structured: Structured,
): (readonly [Remark, Place])[] {
  const show = placeIn(structured);
  const move = (offset: number, isBefore: (edit: Placed) => boolean) =>
    moveOffset(offset, lastWhere(edits, isBefore));
  return remarks.flatMap((remark) => {
    const { start, end } = remark;
    // An insertion at the start of a remark stands before it, one at its end behind it.
    const from = move(start, (edit) => edit.start < start || edit.end <= start);
    const to = start === end ? from : move(end, (edit) => edit.start < end);
    return from === to && end > start ? [] : [[remark, show(from, to)] as const];
  });
}

/** An offset of the witness as one of the restored text; `edit` is the last one before it, or the one it stands in. */
function moveOffset(offset: number, edit: Placed | undefined): number {
  if (edit === undefined) return offset;
  const { start, end, from, to } = edit;
  return offset < end ? Math.min(to, from + offset - start) : to + offset - end;
}

/** The last of `items` for which `holds`, where it holds for all before it, too. */
function lastWhere<T>(items: readonly T[], holds: (item: T) => boolean): T | undefined {
  let [last, end] = [-1, items.length - 1];
  while (last < end) {
    const middle = Math.ceil((last + end) / 2);
    const item = items[middle];
    if (item !== undefined && holds(item)) last = middle;
    else end = middle - 1;
  }
  return items[last];
}
