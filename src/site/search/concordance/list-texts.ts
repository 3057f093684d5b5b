import { type Borders, eachDocument } from './borders.ts';
import { type Group, groupUnits, regroup } from './group-units.ts';
import { FREQUENT_WORD_MARK, LONGEST_KEY, WORD_MARK } from './keys.ts';
import type { List } from './list.ts';
import { listWords } from './list-words.ts';
import { NumberWriter } from './numbers.ts';
import { END_OF_BLOCK } from './stream.ts';
import { isMark, isWord } from './unit-kinds.ts';
import { type PlacedText, placesOf } from './volume.ts';

/** What stands in more places is very frequent: their list would have some 25 KB. */
export const FREQUENT = 16_384;

/**
 * Lists the places of a volume's texts: all lists in the order of their keys, in families that a file must not tear
 * apart, for whoever looks up 给我们 finds its places under 给我 or under longer keys, and must see which.
 */
export function listTexts(text: PlacedText, borders: Borders, frequent = FREQUENT): Generator<List[]> {
  return new TextLister(text, borders, frequent).families();
}

class TextLister {
  readonly #text: PlacedText;
  readonly #borders: Borders;
  readonly #frequent: number;
  readonly #groups: Group[];
  /** By index: the units of the longest very frequent string that begins there. */
  readonly #levels: Uint8Array;
  /** Units with which something very frequent begins. */
  readonly #begins = new Set<number>();
  readonly #writer = new NumberWriter();

  constructor(text: PlacedText, borders: Borders, frequent: number) {
    this.#text = text;
    this.#borders = borders;
    this.#frequent = frequent;
    this.#groups = groupUnits(text.units);
    this.#levels = new Uint8Array(text.units.length + 1);
    for (const [, indices] of this.#groups)
      if (indices.length > frequent) this.#markFrequent(indices.slice(), 1);
  }

  *families(): Generator<List[]> {
    const words = listWords(this.#text.units);
    const isFrequent = (indices: Uint32Array) => indices.length > this.#frequent;
    for (const [word, indices] of words)
      yield [
        isFrequent(indices)
          ? this.#counted(WORD_MARK + word, indices)
          : this.#placed(WORD_MARK + word, indices),
      ];
    for (const [word, indices] of words)
      if (isFrequent(indices)) yield [this.#placed(FREQUENT_WORD_MARK + word, indices)];
    for (const group of this.#groups) yield* this.#listUnit(group);
  }

  #markFrequent(indices: Uint32Array, length: number): void {
    const { units } = this.#text;
    for (const [next, longer] of regroup(indices, units, length)) {
      if (next === END_OF_BLOCK || longer.length <= this.#frequent) continue;
      if (length === 1 && isInsideWord(units, longer[0]!)) continue;
      this.#begins.add(units[longer[0]!]!);
      for (const index of longer) this.#levels[index] = length + 1;
      if (length + 2 < LONGEST_KEY) this.#markFrequent(longer, length + 1);
    }
  }

  /** A character by itself, or the first of a word; then all strings that begin with it. */
  *#listUnit([unit, indices]: Group): Generator<List[]> {
    const { units } = this.#text;
    const key = String.fromCharCode(unit);
    const begins = (index: number) => index === 0 || !isWord(units[index - 1]!);
    const singles = isWord(unit) ? indices.filter(begins) : isMark(unit) ? indices.subarray(0, 0) : indices;
    if (singles.length > 0) yield [this.#counted(key, singles)];
    const isListed = ([next, [first = 0]]: Group) => next !== END_OF_BLOCK && !isInsideWord(units, first);
    yield* this.#listLonger(key, regroup(indices, units, 1).filter(isListed));
  }

  /** What is very frequent is counted, and its places stand under longer keys. */
  *#listLonger(beginning: string, groups: readonly Group[]): Generator<List[]> {
    for (const [next, indices] of groups) {
      const key = beginning + String.fromCharCode(next);
      if (next === END_OF_BLOCK) yield [this.#placed(key, indices)];
      else if (this.#levels[indices[0]!]! < key.length) yield this.#family(key, indices);
      else {
        yield [this.#counted(key, indices)];
        yield* this.#listLonger(key, regroup(indices, this.#text.units, key.length));
      }
    }
  }

  /** Places where something very frequent begins one unit later stand under a key that holds it. */
  #family(key: string, indices: Uint32Array): List[] {
    const second = key.charCodeAt(1);
    if (!this.#begins.has(second)) return [this.#placed(key, indices)];
    const families = new Map<string, number[]>([[key, []]]);
    for (const index of indices) {
      const longer =
        this.#levels[index + 1]! < key.length ? key : this.#string(index, this.#levels[index + 1]! + 1);
      const family = families.get(longer);
      if (family) family.push(index);
      else families.set(longer, [index]);
    }
    return [...families]
      .filter(([, family]) => family.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, family]) => this.#placed(name, Uint32Array.from(family)));
  }

  #string(index: number, length: number): string {
    return String.fromCharCode(...this.#text.units.subarray(index, index + length));
  }

  #placed(key: string, indices: Uint32Array): List {
    this.#writer.writeRising(placesOf(indices, this.#text));
    return { key, bytes: this.#writer.take(), isCount: false };
  }

  /** For each text: its distance to the one before, how often it has the key, and the rank of the first place. */
  #counted(key: string, indices: Uint32Array): List {
    let last = 0;
    eachDocument(placesOf(indices, this.#text), this.#borders, (document, rank, hits) => {
      this.#writer.write(document - last);
      this.#writer.write(hits * 4 + rank);
      last = document;
    });
    return { key, bytes: this.#writer.take(), isCount: true };
  }
}

/** Two units of one word are looked up by the word. */
function isInsideWord(units: Uint16Array, index: number): boolean {
  return isWord(units[index]!) && isWord(units[index + 1]!);
}
