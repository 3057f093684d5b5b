/** The records of an apparatus by the blocks they stand in. */
import type { Apparatus, Cert, Crux, Emendation, Removal } from '../contract/schema.ts';

/** A record of what the edition reads at a place, or that it cannot say. */
export type TextRecord = Emendation | Crux;

/** What the apparatus has to say about one block, in the order of the text. */
export interface BlockRecords {
  /** All emendations and cruces. */
  readonly all: readonly TextRecord[];
  /** Emendations and cruces worth a note of their own: all but the glosses. */
  readonly notes: readonly TextRecord[];
  readonly glosses: readonly Emendation[];
  readonly removals: readonly Removal[];
}

/** The records of a block that has none. */
const none: BlockRecords = { all: [], notes: [], glosses: [], removals: [] };

/** Gives the records at a block, by its id; `title` for the title. */
type RecordsAt = (block: string) => BlockRecords;

/** The records of `apparatus`, sorted by block. */
export function recordsByBlock({ emendations, cruces, removals }: Apparatus): RecordsAt {
  const blockOf = ({ place }: TextRecord | Removal) => place.block;
  const texts = Map.groupBy([...emendations, ...cruces], blockOf);
  const gone = Map.groupBy(removals, blockOf);
  const blocks = new Map<string, BlockRecords>();
  for (const id of new Set([...texts.keys(), ...gone.keys()])) {
    const all = (texts.get(id) ?? []).sort(compare);
    const notes = all.filter((record) => !isGloss(record));
    const glosses = all.filter((record) => 'corr' in record).filter(isGloss);
    blocks.set(id, { all, notes, glosses, removals: gone.get(id) ?? [] });
  }
  return (id) => blocks.get(id) ?? none;
}

function compare(a: TextRecord, b: TextRecord): number {
  return a.place.start - b.place.start || a.place.end - b.place.end || a.start - b.start;
}

/** Whether a record only takes out a reading put after a whole character: `服務(wù)` → `服務`. A text has hundreds. */
export function isGloss(record: TextRecord): boolean {
  return 'corr' in record && record.kind === 'gloss' && record.cert === 'high';
}

/** How many emendations and cruces each block holds, in the order of the blocks. */
export function countByBlock(apparatus: Apparatus): number[] {
  const recordsAt = recordsByBlock(apparatus);
  return apparatus.blocks.map(({ id }) => recordsAt(id).all.length);
}

/** Removals by their places: what was taken out at the same place shares one mark and one note. */
export function removalsByPlace(removals: readonly Removal[]): Removal[][] {
  return [...Map.groupBy(removals, ({ place }) => place.start).values()];
}

/** A stretch of a block's plain text that an emendation or a crux is about. Offsets count code points. */
export interface Mark {
  /** Ids of the records; the first gives the mark its address, others that fall on the same words share it. */
  readonly ids: string[];
  readonly start: number;
  readonly end: number;
  readonly look: Cert | 'crux' | 'gloss';
}

/**
 * The marks of a block, sorted and without overlaps. Where two records meet on the same words, the weightier one keeps
 * the mark and the other its address.
 */
export function marksOf({ notes, glosses }: BlockRecords): Mark[] {
  const marks: Mark[] = [];
  const isCrux = (record: TextRecord) => !('corr' in record);
  const byWeight = [...notes.filter(isCrux), ...notes.filter((record) => !isCrux(record)), ...glosses];
  for (const record of byWeight) {
    const mark = toMark(record);
    const met = marks.find((other) => mark.start < other.end && other.start < mark.end);
    if (met) met.ids.push(record.id);
    else marks.push(mark);
  }
  return marks.sort((a, b) => a.start - b.start);
}

/** Where something is gone there is nothing to underline: the character before the place stands for it. */
function toMark(record: TextRecord): Mark {
  const { start, end } = record.place;
  const look = 'cert' in record ? (isGloss(record) ? 'gloss' : record.cert) : 'crux';
  const from = start === end ? Math.max(0, start - 1) : start;
  return { ids: [record.id], start: from, end: Math.max(end, from + 1), look };
}
