import { rankOf, type SearchText, searchedBlocks } from '../searched-blocks.ts';

/** The end of a block in a stream; folded text does not hold U+0000. */
export const END_OF_BLOCK = 0;

/** One text as a row of UTF-16 units: its title, then its headings, then the rest, each block with an end behind it. */
export interface Stream {
  /** The folded units of one script, and of the other where the tables leave a character apart; equally long. */
  units: Uint16Array;
  others: Uint16Array;
  /** Where the title and the headings end. */
  titleEnd: number;
  headingsEnd: number;
}

/** Both scripts of a text as one stream. */
export function streamOf(hans: SearchText, hant: SearchText, fold: (text: string) => string): Stream {
  const other = new Map(searchedBlocks(hant));
  const strings = { units: '', others: '' };
  const ends = [0, 0, 0];
  for (const rank of [0, 1, 2] as const) {
    for (const [id, text] of searchedBlocks(hans)) {
      if (rankOf(id) === rank) append(strings, fold(text), fold(other.get(id) ?? text));
    }
    ends[rank] = strings.units.length;
  }
  return {
    units: unitsOf(strings.units),
    others: unitsOf(strings.others),
    titleEnd: ends[0]!,
    headingsEnd: ends[1]!,
  };
}

/** Folded strings, none above the other. */
export function plainStream(strings: readonly string[]): Stream {
  const units = unitsOf(strings.map((text) => `${text}\0`).join(''));
  return { units, others: units, titleEnd: 0, headingsEnd: 0 };
}

/** Conversion keeps the length; should it ever not, the two stand one behind the other. */
function append(strings: { units: string; others: string }, hans: string, hant: string): void {
  const isAligned = hans.length === hant.length;
  strings.units += isAligned ? `${hans}\0` : `${hans}\0${hant}\0`;
  strings.others += isAligned ? `${hant}\0` : `${hans}\0${hant}\0`;
}

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}
