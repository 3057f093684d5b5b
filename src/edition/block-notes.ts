import type { Apparatus, Crux, Emendation, Removal } from '../contract/schema.ts';
import { isGloss } from './marks.ts';

/** What the apparatus has to say about one block. */
export interface BlockNotes {
  /** Emendations and cruces worth a note of their own: all but the glosses. */
  notes: Array<Emendation | Crux>;
  glosses: Emendation[];
  removals: Removal[];
}

/** The apparatus, sorted by block id (`title` for the title), in the order of the text. */
export function notesByBlock({ emendations, cruces, removals }: Apparatus): Map<string, BlockNotes> {
  const blocks = new Map<string, BlockNotes>();
  const at = (id: string): BlockNotes => {
    const found = blocks.get(id) ?? { notes: [], glosses: [], removals: [] };
    blocks.set(id, found);
    return found;
  };
  for (const record of emendations)
    at(record.place.block)[isGloss(record) ? 'glosses' : 'notes'].push(record);
  for (const crux of cruces) at(crux.place.block).notes.push(crux);
  for (const removal of removals) at(removal.place.block).removals.push(removal);
  for (const { notes } of blocks.values()) notes.sort((a, b) => a.place.start - b.place.start);
  return blocks;
}

/** The notes of a block that has none. */
export const noNotes: BlockNotes = { notes: [], glosses: [], removals: [] };

/** Removals by their places: what was taken out at the same place shares one mark and one note. */
export function removalsByPlace(removals: readonly Removal[]): Removal[][] {
  return [...Map.groupBy(removals, ({ place }) => place.start).values()];
}
