import type { Apparatus, Cert, Crux, Emendation } from '../contract/schema.ts';

/** A stretch of a block's plain text that an emendation or a crux is about. Offsets count code points. */
export interface Mark {
  /** Ids of the records; the first gives the mark its address, others that fall on the same words share it. */
  ids: string[];
  start: number;
  end: number;
  look: Cert | 'crux' | 'gloss';
}

/**
 * The marks of every block, sorted and without overlaps, by block id.
 *
 * Where two records meet on the same words, the weightier one keeps the mark and the other its address.
 */
export function marksByBlock(apparatus: Apparatus): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>();
  const { cruces, emendations } = apparatus;
  const weighty = emendations.filter((record) => !isGloss(record));
  for (const record of [...cruces, ...weighty, ...emendations.filter(isGloss)]) place(record, marks);
  for (const list of marks.values()) list.sort((a, b) => a.start - b.start);
  return marks;
}

/** Whether a record only takes out a reading put after a whole character: `服務(wù)` → `服務`. */
export function isGloss(record: Emendation): boolean {
  return record.kind === 'gloss' && record.cert === 'high';
}

function place(record: Emendation | Crux, marks: Map<string, Mark[]>): void {
  const mark = toMark(record);
  const list = marks.get(record.place.block) ?? [];
  const met = list.find((other) => mark.start < other.end && other.start < mark.end);
  if (met) met.ids.push(record.id);
  else list.push(mark);
  marks.set(record.place.block, list);
}

/** Where something is gone there is nothing to underline: the character before the place stands for it. */
function toMark(record: Emendation | Crux): Mark {
  const { start, end } = record.place;
  const look = 'cert' in record ? (isGloss(record) ? 'gloss' : record.cert) : 'crux';
  const from = start === end ? Math.max(0, start - 1) : start;
  return { ids: [record.id], start: from, end: Math.max(end, from + 1), look };
}
