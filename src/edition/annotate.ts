/** Which stretches of a block the apparatus speaks of, for formats that put notes or variants there. */
import type { Apparatus, Crux, Emendation } from '../contract/schema.ts';
import { isGloss } from './marks.ts';
import { blockText, type Run, type TextBlock } from './text-blocks.ts';

export type Record = Emendation | Crux;

/** A stretch of a line; where a record is about it, `record` is there, and `text` is what the edition reads. */
export interface Annotated extends Run {
  readonly record?: Record;
}

/** The emendations and cruces of each block, in the order of the text. */
export function recordsByBlock({ emendations, cruces }: Apparatus): Map<string, Record[]> {
  const records = Map.groupBy<string, Record>([...emendations, ...cruces], ({ place }) => place.block);
  for (const list of records.values())
    list.sort((a, b) => a.place.start - b.place.start || a.place.end - b.place.end || a.start - b.start);
  return records;
}

/** Whether a record only takes out a reading after a whole character: `服務(wù)`. There are hundreds in a text. */
export function isPlainGloss(record: Record): boolean {
  return 'corr' in record && isGloss(record);
}

/**
 * The lines of a block, cut where records begin and end. A record lies within one line and one link, and records do not
 * overlap; of what lies otherwise, the stretch it begins with stands for it.
 */
export function annotate(block: TextBlock, records: readonly Record[]): Annotated[][] {
  let offset = 0;
  let next = 0;
  return block.lines.map((line) => {
    const pieces: Annotated[] = [];
    for (const run of line.length > 0 ? line : [{ text: '' }]) {
      const characters = [...run.text];
      const end = offset + characters.length;
      const cut = (from: number, to: number) => characters.slice(from - offset, to - offset).join('');
      let at = offset;
      const isLast = run === line.at(-1);
      while (
        next < records.length &&
        (records[next]!.place.start < end || (isLast && records[next]!.place.start <= end))
      ) {
        const record = records[next++]!;
        const from = Math.max(at, record.place.start);
        const to = Math.max(from, Math.min(record.place.end, end));
        if (from > at) pieces.push({ ...run, text: cut(at, from) });
        pieces.push({ ...run, text: cut(from, to), record });
        at = to;
      }
      if (at < end) pieces.push({ ...run, text: cut(at, end) });
      offset = end;
    }
    offset += 1;
    return pieces;
  });
}

/** The title as a block, so that it is annotated like any other. */
export function titleBlock(title: string): TextBlock {
  return { id: 'title', kind: 'heading', lines: [[{ text: title }]] };
}

/** What annotating must keep: the text. */
export function annotatedText(lines: readonly (readonly Annotated[])[]): string {
  return blockText({ id: '', kind: 'paragraph', lines });
}
