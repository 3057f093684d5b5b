import { rankOf, type SearchText, searchedBlocks } from '../searched-blocks.ts';
import { LONGEST_KEY } from './keys.ts';
import { isWord } from './unit-kinds.ts';

/** The end of a block in a stream; folded text does not hold U+0000. */
export const END_OF_BLOCK = 0;

/** One text as a row of UTF-16 units: its title, then its headings, then the rest, each block with an end behind it. */
export interface Stream {
  units: Uint16Array;
  /** What the tables leave apart in the two scripts, as the other script has it, with its neighbours. */
  others: Stretch[];
  /** Where the title and the headings end. */
  titleEnd: number;
  headingsEnd: number;
}

/** Units that stand at a place of a stream as well. */
interface Stretch {
  start: number;
  units: Uint16Array;
}

/** Both scripts of a text as one stream. Conversion keeps the length; should it ever not, the two follow each other. */
export function streamOf(hans: SearchText, hant: SearchText, fold: (text: string) => string): Stream {
  const other = new Map(searchedBlocks(hant));
  const others: Stream['others'] = [];
  const ends = [0, 0, 0];
  const blocks = searchedBlocks(hans);
  let units = '';
  for (const rank of [0, 1, 2] as const) {
    for (const [id, text] of blocks) {
      if (rankOf(id) !== rank) continue;
      const [one, two] = [fold(text), fold(other.get(id) ?? text)];
      const isAligned = one.length === two.length;
      if (isAligned && one !== two) others.push(...differences(one, two, units.length));
      units += isAligned ? `${one}\0` : `${one}\0${two}\0`;
    }
    ends[rank] = units.length;
  }
  const [titleEnd = 0, headingsEnd = 0] = ends;
  return { units: unitsOf(units), others, titleEnd, headingsEnd };
}

/** Folded strings, none above the other. */
export function plainStream(strings: readonly string[]): Stream {
  const units = unitsOf(strings.map((text) => `${text}\0`).join(''));
  return { units, others: [], titleEnd: 0, headingsEnd: 0 };
}

/** Where `two` differs from `one`, with so much on both sides that every key that holds a difference is whole. */
function differences(one: string, two: string, start: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (let first = nextDifference(one, two, 0); first < one.length; ) {
    let last = first;
    let next = first;
    while (next < one.length && next - last <= LONGEST_KEY) {
      last = next;
      next = nextDifference(one, two, last + 1);
    }
    const from = wordStart(two, Math.max(0, first - LONGEST_KEY));
    const end = wordEnd(two, Math.min(two.length, last + 1 + LONGEST_KEY));
    stretches.push({ start: start + from, units: unitsOf(`${two.slice(from, end)}\0`) });
    first = next;
  }
  return stretches;
}

/** The length of both when there is none. */
function nextDifference(one: string, two: string, from: number): number {
  let at = from;
  while (at < one.length && one[at] === two[at]) at++;
  return at;
}

function wordStart(text: string, from: number): number {
  let start = from;
  while (start > 0 && isWord(text.charCodeAt(start)) && isWord(text.charCodeAt(start - 1))) start--;
  return start;
}

function wordEnd(text: string, to: number): number {
  let end = to;
  while (end < text.length && isWord(text.charCodeAt(end)) && isWord(text.charCodeAt(end - 1))) end++;
  return end;
}

function unitsOf(text: string): Uint16Array {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
}
