import { type Borders, eachDocument } from './borders.ts';
import { firstFrom } from './first-from.ts';

/** Where a term stands in a volume: texts in rising order, each with the rank of its first place and its places. */
export interface Matches {
  documents: number[];
  ranks: number[];
  hits: number[];
}

/** No text at all. */
export function noMatches(): Matches {
  return { documents: [], ranks: [], hits: [] };
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

/** Counts places text by text. */
export function matchesOf(places: Uint32Array, borders: Borders): Matches {
  const matches = noMatches();
  eachDocument(places, borders, (document, rank, hits) => add(matches, document, rank, hits));
  return matches;
}

/** A list that counts: distance to the text before, then how often and the rank. */
export function matchesOfCounts(numbers: Uint32Array): Matches {
  const matches = noMatches();
  let document = 0;
  for (let i = 0; i < numbers.length; i += 2) {
    document += numbers[i]!;
    add(matches, document, numbers[i + 1]! & 3, numbers[i + 1]! >>> 2);
  }
  return matches;
}

/** Texts that all have: ranks and places added up. */
export function both(a: Matches, b: Matches): Matches {
  const matches = noMatches();
  let at = 0;
  for (const [index, document] of a.documents.entries()) {
    while (at < b.documents.length && b.documents[at]! < document) at++;
    if (b.documents[at] === document)
      add(matches, document, a.ranks[index]! + b.ranks[at]!, a.hits[index]! + b.hits[at]!);
  }
  return matches;
}

/** Texts that have one or the other: the better rank, the places added up. */
export function either(a: Matches, b: Matches): Matches {
  const matches = noMatches();
  let [i, k] = [0, 0];
  while (i < a.documents.length || k < b.documents.length) {
    const [one, other] = [a.documents[i] ?? Infinity, b.documents[k] ?? Infinity];
    const ranks = [...(one <= other ? [a.ranks[i]!] : []), ...(other <= one ? [b.ranks[k]!] : [])];
    const hits = (one <= other ? a.hits[i]! : 0) + (other <= one ? b.hits[k]! : 0);
    add(matches, Math.min(one, other), Math.min(...ranks), hits);
    if (one <= other) i++;
    if (other <= one) k++;
  }
  return matches;
}

/** `matches` without the texts that the test refuses. */
export function keepDocuments(
  { documents, ranks, hits }: Matches,
  isKept: (document: number) => boolean,
): Matches {
  const test = (_: number, index: number) => isKept(documents[index]!);
  return { documents: documents.filter(test), ranks: ranks.filter(test), hits: hits.filter(test) };
}

/** Positional, for it is called for every text that is found. */
function add(matches: Matches, document: number, rank: number, hits: number): void {
  matches.documents.push(document);
  matches.ranks.push(rank);
  matches.hits.push(hits);
}
