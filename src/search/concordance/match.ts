/** Where a term stands in a volume: texts in rising order, each with the rank of its first place and its places. */
export interface Matches {
  documents: number[];
  ranks: number[];
  hits: number[];
}

/** The borders of a volume's texts, as places in the volume. */
export interface Borders {
  /** Where each text begins; one more for the end of the last. */
  starts: Uint32Array;
  titleEnds: Uint32Array;
  headingsEnds: Uint32Array;
}

/** Reads the lengths of title, headings and rest. */
export function bordersOf(lengths: Uint32Array): Borders {
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

/** Beginnings of the term at which all parts stand: each list holds the places of a part, shifted by its offset. */
export function commonPlaces(lists: ReadonlyArray<{ offset: number; places: Uint32Array }>): Uint32Array {
  const [shortest, ...others] = lists.toSorted((a, b) => a.places.length - b.places.length);
  if (!shortest) return new Uint32Array(0);
  let common: Uint32Array = shortest.places.map((place) => place - shortest.offset);
  for (const { places, offset } of others) common = keepCommon(common, places, offset);
  return common;
}

function keepCommon(starts: Uint32Array, places: Uint32Array, offset: number): Uint32Array {
  let kept = 0;
  let at = 0;
  for (const start of starts) {
    at = firstFrom(places, start + offset, at);
    if (places[at] === start + offset) starts[kept++] = start;
  }
  return starts.subarray(0, kept);
}

/** Index of the first number that is at least `value`, from `from` on: by growing steps, then by halves. */
export function firstFrom(sorted: Uint32Array, value: number, from: number): number {
  let step = 1;
  let low = from;
  while (low + step < sorted.length && sorted[low + step]! < value) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, sorted.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts places text by text. */
export function matchesOf(places: Uint32Array, borders: Borders): Matches {
  const matches: Matches = { documents: [], ranks: [], hits: [] };
  let document = 0;
  for (let at = 0; at < places.length; ) {
    document = firstFrom(borders.starts, places[at]! + 1, document) - 1;
    const end = firstFrom(places, borders.starts[document + 1]!, at);
    matches.documents.push(document);
    matches.ranks.push(rankAt(places[at]!, document, borders));
    matches.hits.push(end - at);
    at = end;
  }
  return matches;
}

function rankAt(place: number, document: number, { titleEnds, headingsEnds }: Borders): number {
  if (place < titleEnds[document]!) return 0;
  return place < headingsEnds[document]! ? 1 : 2;
}

/** The list of a single unit: distance to the text before, then how often and the rank. */
export function matchesOfSingle(numbers: Uint32Array): Matches {
  const matches: Matches = { documents: [], ranks: [], hits: [] };
  let document = 0;
  for (let i = 0; i < numbers.length; i += 2) {
    document += numbers[i]!;
    matches.documents.push(document);
    matches.ranks.push(numbers[i + 1]! & 3);
    matches.hits.push(numbers[i + 1]! >>> 2);
  }
  return matches;
}

/** Texts that all have: ranks and places added up. */
export function both(a: Matches, b: Matches): Matches {
  const matches: Matches = { documents: [], ranks: [], hits: [] };
  let at = 0;
  for (const [index, document] of a.documents.entries()) {
    while (at < b.documents.length && b.documents[at]! < document) at++;
    if (b.documents[at] !== document) continue;
    matches.documents.push(document);
    matches.ranks.push(a.ranks[index]! + b.ranks[at]!);
    matches.hits.push(a.hits[index]! + b.hits[at]!);
  }
  return matches;
}
