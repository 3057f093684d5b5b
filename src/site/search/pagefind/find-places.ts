import { type Scope, toWords } from './index-layout.ts';
import type { PagefindResult } from './pagefind-api.ts';

/** The texts that have a string, and by their ids where it begins, in places of the index, in order. */
export interface Places {
  results: PagefindResult[];
  places: ReadonlyMap<string, readonly number[]>;
}

type Search = (words: string) => Promise<{ results: PagefindResult[] }>;

/**
 * Finds every place of a string of two units or more.
 *
 * Of a phrase in quotation marks Pagefind tells only the first place; of words without them it tells all places, but not
 * which word is where. So the string is cut into stretches in which no unit comes twice: there a word can only be followed
 * by the next (社会 by 会化), and as many places in a row as the stretch has words are the stretch.
 * 看一看又 is looked for as 看一, 一看又; the one must begin a place before the other.
 */
export async function findPlaces(text: string, scope: Scope, search: Search): Promise<Places> {
  const stretches = cutStretches(text);
  const found = await Promise.all(stretches.map(({ part }) => findStretch(part, scope, search)));
  const [first = new Map<string, Set<number>>(), ...others] = found.map(({ places }) => places);
  const places = new Map<string, number[]>();
  for (const [id, starts] of first) {
    const isFollowed = (start: number) =>
      others.every((other, n) => other.get(id)?.has(start + (stretches[n + 1]?.at ?? 0)));
    const kept = [...starts].filter(isFollowed);
    if (kept.length > 0) places.set(id, kept);
  }
  return { results: (found[0]?.results ?? []).filter(({ id }) => places.has(id)), places };
}

/** A part of a string, and how far behind its beginning it stands. */
interface Stretch {
  part: string;
  at: number;
}

/** Each begins with the last unit of the one before; a doubled unit is a stretch by itself. */
function cutStretches(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (let end = 2; end < text.length; end++) {
    if (isDistinct(text.slice(at, end + 1))) continue;
    stretches.push({ part: text.slice(at, end), at });
    at = end - 1;
  }
  return [...stretches, { part: text.slice(at), at }];
}

function isDistinct(text: string): boolean {
  return new Set(text.split('')).size === text.length;
}

async function findStretch(part: string, scope: Scope, search: Search) {
  const { results } = await search(toWords(part, scope));
  const places = results.map(({ id, words }) => [id, startsOf(words, part.length - 1)] as const);
  return { results, places: new Map(places) };
}

/** The places from which on there are so many in a row. */
function startsOf(places: readonly number[], row: number): Set<number> {
  const starts = new Set<number>();
  for (let last = row - 1; last < places.length; last++) {
    const start = places[last - row + 1] ?? 0;
    if ((places[last] ?? 0) - start === row - 1) starts.add(start);
  }
  return starts;
}
