import { distinct } from './distinct.ts';
import { firstFrom } from './first-from.ts';
import { NumberWriter } from './numbers.ts';
import { Row } from './row.ts';
import type { Stream } from './stream.ts';

/** Texts that are listed together; a place is its number of units from the first text's beginning. */
export class Volume {
  count = 0;
  readonly #lengths = new NumberWriter();
  readonly #units = new Row<Uint16Array>((length) => new Uint16Array(length));
  /** What the other script has otherwise, and the place where each stretch of it begins. */
  readonly #others = new Row<Uint16Array>((length) => new Uint16Array(length));
  readonly #copies: Copy[] = [];

  add({ units, others, titleEnd, headingsEnd }: Stream): void {
    for (const { start, units: copy } of others) {
      this.#copies.push({ index: this.#others.length, place: this.length + start });
      this.#others.append(copy);
    }
    this.#units.append(units);
    for (const size of [titleEnd, headingsEnd - titleEnd, units.length - headingsEnd])
      this.#lengths.write(size);
    this.count++;
  }

  get length(): number {
    return this.#units.length;
  }

  /** For each text the lengths of its title, its headings and the rest; the volume is complete. */
  lengths(): Uint8Array {
    return this.#lengths.take();
  }

  /** All that is to be listed; the volume is complete. */
  text(): PlacedText {
    const { length } = this;
    this.#units.append(this.#others.taken());
    const copies = this.#copies.map(({ index, place }) => ({ index: length + index, place }));
    return { units: this.#units.taken(), length, copies };
  }
}

interface Copy {
  index: number;
  place: number;
}

/** Units; the place of each is its index, but for the copies that stand behind the texts. */
export interface PlacedText {
  units: Uint16Array;
  /** Where the texts end. */
  length: number;
  copies: readonly Copy[];
}

/** The places of rising indices, rising, each once. */
export function placesOf(indices: Uint32Array, { length, copies }: PlacedText): Uint32Array {
  if (indices.length === 0 || indices.at(-1)! < length) return indices;
  const inTexts = firstFrom(indices, length, 0);
  const places = indices.slice();
  let copy = 0;
  for (let i = inTexts; i < places.length; i++) {
    while (copy + 1 < copies.length && copies[copy + 1]!.index <= indices[i]!) copy++;
    places[i] = indices[i]! - copies[copy]!.index + copies[copy]!.place;
  }
  return distinct(places.sort());
}
