import { kindsOfUnits, unitKinds } from '../word-characters.ts';
import { WORD_MARK } from './keys.ts';
import { NumberWriter } from './numbers.ts';
import { END_OF_BLOCK, type Stream } from './stream.ts';

/** A key and the bytes of its list. */
export type List = [key: string, bytes: Uint8Array];

const kinds = kindsOfUnits();
const isWord = (unit: number) => kinds[unit] === unitKinds.word;

/** Texts that are listed together; a place is its number of units from the first text's beginning. */
export class Volume {
  /** For each text the lengths of its title, its headings and the rest. */
  readonly documents = new NumberWriter();
  count = 0;
  length = 0;
  readonly #singles = new Map<number, { writer: NumberWriter; last: number }>();
  readonly #pairIds = new Map<number, number>();
  readonly #wordIds = new Map<string, number>();
  /** Places in the order they were met, each with the number of its key. */
  readonly #ids = new Numbers();
  readonly #places = new Numbers();

  add(stream: Stream): void {
    const { units, others, titleEnd, headingsEnd } = stream;
    this.#addPlaces(units, units);
    if (others !== units) this.#addPlaces(others, units);
    this.#addSingles(stream);
    for (const size of [titleEnd, headingsEnd - titleEnd, units.length - headingsEnd])
      this.documents.write(size);
    this.count++;
    this.length += units.length;
  }

  /** About how many bytes the files take, rather more than fewer. */
  get expectedBytes(): number {
    return this.#places.length * 2.5 + (this.#pairIds.size + this.#wordIds.size) * 12;
  }

  /** All lists, in the order of their keys. */
  *lists(): Generator<List> {
    const places = this.#sortedPlaces();
    for (const key of [...this.#wordIds.keys()].sort())
      yield [WORD_MARK + key, rising(places(this.#wordIds.get(key)!))];
    const numbers = [...this.#pairIds.keys(), ...[...this.#singles.keys()].map((unit) => unit * 0x10000)];
    for (const number of Float64Array.from(numbers).sort()) {
      const id = this.#pairIds.get(number);
      const first = Math.floor(number / 0x10000);
      if (id === undefined) yield [String.fromCharCode(first), this.#singles.get(first)!.writer.bytes()];
      else yield [String.fromCharCode(first, number % 0x10000), rising(places(id))];
    }
  }

  /** The keys of `units`; where they are not the first script, only those that the first does not have there. */
  #addPlaces(units: Uint16Array, first: Uint16Array): void {
    for (let at = 0; at < units.length; at++) {
      const a = units[at]!;
      const b = units[at + 1] ?? END_OF_BLOCK;
      const isKnown = units !== first && a === first[at] && b === first[at + 1];
      if (a === END_OF_BLOCK || isKnown) continue;
      if (isWord(a) && (at === 0 || !isWord(units[at - 1]!))) this.#add(this.#wordId(units, at), at);
      if (b !== END_OF_BLOCK && !(isWord(a) && isWord(b))) this.#add(this.#pairId(a, b), at);
    }
  }

  #add(id: number, at: number): void {
    this.#ids.push(id);
    this.#places.push(this.length + at);
  }

  #pairId(a: number, b: number): number {
    return idOf(this.#pairIds, a * 0x10000 + b, this.#wordIds.size);
  }

  #wordId(units: Uint16Array, start: number): number {
    let end = start + 1;
    while (end < units.length && isWord(units[end]!)) end++;
    return idOf(this.#wordIds, String.fromCharCode(...units.subarray(start, end)), this.#pairIds.size);
  }

  /** For each single unit: the text, by its distance; how often, and the rank of the first place. */
  #addSingles({ units, others, titleEnd, headingsEnd }: Stream): void {
    const counts = new Map<number, { hits: number; rank: number }>();
    const count = (unit: number, at: number) => {
      const counted = counts.get(unit);
      if (counted) counted.hits++;
      else counts.set(unit, { hits: 1, rank: at < titleEnd ? 0 : at < headingsEnd ? 1 : 2 });
    };
    for (let at = 0; at < units.length; at++) {
      if (isSingle(units, at)) count(units[at]!, at);
      if (others[at] !== units[at] && isSingle(others, at)) count(others[at]!, at);
    }
    for (const [unit, { hits, rank }] of counts) this.#addSingle(unit, hits * 4 + rank);
  }

  #addSingle(unit: number, value: number): void {
    const list = this.#singles.get(unit) ?? { writer: new NumberWriter(), last: 0 };
    this.#singles.set(unit, list);
    list.writer.write(this.count - list.last);
    list.writer.write(value);
    list.last = this.count;
  }

  /** Sorts the places by key, by counting. */
  #sortedPlaces(): (id: number) => Uint32Array {
    const ids = this.#ids.taken();
    const places = this.#places.taken();
    const starts = new Uint32Array(this.#pairIds.size + this.#wordIds.size + 1);
    for (const id of ids) starts[id + 1] = starts[id + 1]! + 1;
    for (let id = 1; id < starts.length; id++) starts[id] = starts[id]! + starts[id - 1]!;
    const sorted = new Uint32Array(places.length);
    const next = starts.slice();
    for (let i = 0; i < ids.length; i++) sorted[next[ids[i]!]!++] = places[i]!;
    return (id) => sorted.subarray(starts[id], starts[id + 1]);
  }
}

/** A character by itself, or the first of a word. */
function isSingle(units: Uint16Array, at: number): boolean {
  const kind = kinds[units[at]!];
  return kind === unitKinds.character || (kind === unitKinds.word && (at === 0 || !isWord(units[at - 1]!)));
}

/** Pairs and words are numbered in one row. */
function idOf<K>(ids: Map<K, number>, key: K, others: number): number {
  const known = ids.get(key);
  if (known !== undefined) return known;
  const id = ids.size + others;
  ids.set(key, id);
  return id;
}

/** Places by their distances. The two scripts of a text come one after the other, so a few are out of order. */
function rising(places: Uint32Array): Uint8Array {
  const writer = new NumberWriter();
  let last = 0;
  for (const place of places.sort()) {
    writer.write(place - last);
    last = place;
  }
  return writer.bytes();
}

/** A row of numbers that grows. */
class Numbers {
  #row = new Uint32Array(1 << 16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#row.length) {
      const grown = new Uint32Array(this.#length * 2);
      grown.set(this.#row);
      this.#row = grown;
    }
    this.#row[this.#length++] = value;
  }

  taken(): Uint32Array {
    return this.#row.subarray(0, this.#length);
  }
}
