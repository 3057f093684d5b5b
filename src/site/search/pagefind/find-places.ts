import { type Scope, toWord } from './index-layout.ts';
import type { PagefindResult } from './pagefind-api.ts';

/** The texts that have a string, and by their ids where it begins, in places of the index, in order. */
export interface Places {
  results: PagefindResult[];
  places: ReadonlyMap<string, readonly number[]>;
}

export type Search = (words: string) => Promise<{ results: PagefindResult[] }>;

/**
 * Finds every place of a string by pairs of its units that stand at `starts`: where one pair is found at a place and each
 * other as far behind it as in the string, there is the string, if the pairs cover it. 社会化电商 is 社会, 化电 and 电商.
 *
 * Each pair is looked up by itself, without quotation marks: of a phrase in them, Pagefind tells the first place only, and of
 * several words all places, but not which word is where. Each is likely to cost a file of the index.
 */
export async function findPlaces(
  text: string,
  starts: readonly number[],
  lookUp: (pair: string) => Promise<Places>,
): Promise<Places> {
  const pairs = await Promise.all(starts.map((start) => lookUp(text.slice(start, start + 2))));
  const [first = { results: [], places: new Map<string, number[]>() }, ...others] = pairs;
  const follows = others.map((pair, n) => ({ pair, step: (starts[n + 1] ?? 0) - (starts[0] ?? 0) }));
  const places = new Map<string, number[]>();
  for (const { id } of first.results) {
    const known = follows.map(({ pair, step }) => ({ at: new Set(pair.places.get(id)), step }));
    const kept = (first.places.get(id) ?? []).filter((place) =>
      known.every(({ at, step }) => at.has(place + step)),
    );
    if (kept.length > 0) places.set(id, kept);
  }
  return { results: first.results.filter(({ id }) => places.has(id)), places };
}

/** Where the pairs stand that cover a string of so many units; the last of an odd number overlaps the one before. */
export function coveringStarts(length: number): number[] {
  const starts: number[] = [];
  for (let start = 0; start < length - 1; start += 2) starts.push(start);
  if (length % 2 === 1) starts.push(length - 2);
  return starts;
}

/** Looks up two units that stand side by side. */
export async function findPair(pair: string, scope: Scope, search: Search): Promise<Places> {
  const { results } = await search(toWord(pair, scope));
  return { results, places: new Map(results.map(({ id, words }) => [id, words])) };
}
