import { firstFrom } from './first-from.ts';
import { readNumbers } from './numbers.ts';

/** The borders of a volume's texts, as places in the volume. */
export interface Borders {
  /** Where each text begins; one more for the end of the last. */
  starts: Uint32Array;
  titleEnds: Uint32Array;
  headingsEnds: Uint32Array;
}

/** Reads the lengths of title, headings and rest. */
export function bordersOf(bytes: Uint8Array): Borders {
  const lengths = readNumbers(bytes);
  const count = lengths.length / 3;
  const starts = new Uint32Array(count + 1);
  const titleEnds = new Uint32Array(count);
  const headingsEnds = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    titleEnds[i] = starts[i]! + lengths[3 * i]!;
    headingsEnds[i] = titleEnds[i]! + lengths[3 * i + 1]!;
    starts[i + 1] = headingsEnds[i]! + lengths[3 * i + 2]!;
  }
  return { starts, titleEnds, headingsEnds };
}

/** Goes through rising places text by text: the text's number, the rank of its first place, and how many it has. */
export function eachDocument(
  places: Uint32Array,
  borders: Borders,
  visit: (document: number, rank: number, hits: number) => void,
): void {
  let document = 0;
  for (let at = 0; at < places.length; ) {
    document = firstFrom(borders.starts, places[at]! + 1, document) - 1;
    const end = firstFrom(places, borders.starts[document + 1]!, at);
    visit(document, rankAt(places[at]!, document, borders), end - at);
    at = end;
  }
}

function rankAt(place: number, document: number, { titleEnds, headingsEnds }: Borders): number {
  if (place < titleEnds[document]!) return 0;
  return place < headingsEnds[document]! ? 1 : 2;
}
