import type { Term } from '../query.ts';
import { ENDS_WITH_WORD, STARTS_WITH_WORD, WORDS } from '../word-characters.ts';
import { findPlaces, type Places } from './find-places.ts';
import { LONGEST_WORD, type Scope, toPhrase, toWholeWord } from './index-layout.ts';
import type { PagefindAnswer, PagefindResult } from './pagefind-api.ts';

/** The texts that have a term, in the order wanted, and where they have it; of a single character the first place only. */
export interface TermFound extends Places {
  /** By which Pagefind finds these texts; of a longer term those that have its beginning. */
  phrase: string;
  /** When not, some of the texts may not have it. */
  isCertain: boolean;
  /** Are all its places known? */
  isCounted: boolean;
}

type Search = (phrase: string) => Promise<PagefindAnswer>;

/** So many units of a term are looked up; of a longer one the rest is for the text itself to show. */
const LONGEST = 24;
/** Of a term of more units than this its two ends are looked up first: each unit costs a file of the index. */
const LONG = 5;
const END = 3;
/** So few texts are read through faster than more of the index is fetched. */
const FEW = 10;

/** Looks for a term. */
export async function findTerm({ text, isWhole }: Term, scope: Scope, search: Search): Promise<TermFound> {
  const words = isWhole ? wordsAtEdges(text) : [];
  const found =
    text.length > LONG ? await findLong(text, scope, search) : await findShort(text, scope, search);
  if (words.length === 0) return found;
  const wanted = words.filter((word) => word.length <= LONGEST_WORD);
  const having = await Promise.all(wanted.map((word) => search(toWholeWord(word, scope))));
  const sets = having.map(({ results }) => new Set(results.map(({ id }) => id)));
  const kept = keep(found, ({ id }) => sets.every((set) => set.has(id)));
  return { ...kept, isCertain: words.length === 1 && wanted[0] === text, isCounted: false };
}

async function findShort(text: string, scope: Scope, search: Search): Promise<TermFound> {
  const looked = text.slice(0, LONGEST);
  const phrase = toPhrase(looked, scope);
  const isCertain = looked === text;
  if (text.length > 1)
    return { phrase, ...(await findPlaces(looked, scope, search)), isCertain, isCounted: isCertain };
  const { results } = await search(phrase);
  const places = new Map(results.map(({ id, words }) => [id, words]));
  return { phrase, results, places, isCertain, isCounted: false };
}

/** By its beginning and its end, the one so far behind the other; all of it only where many texts have both. */
async function findLong(text: string, scope: Scope, search: Search): Promise<TermFound> {
  const [first, last] = await Promise.all([
    findShort(text.slice(0, END), scope, search),
    findShort(text.slice(-END), scope, search),
  ]);
  const step = text.length - END;
  const places = new Map<string, number[]>();
  for (const [id, starts] of first.places) {
    const ends = new Set(last.places.get(id));
    const both = starts.filter((start) => ends.has(start + step));
    if (both.length > 0) places.set(id, both);
  }
  if (places.size > FEW) return findShort(text, scope, search);
  const results = first.results.filter(({ id }) => places.has(id));
  return { phrase: first.phrase, results, places, isCertain: places.size === 0, isCounted: false };
}

function keep(found: TermFound, isKept: (result: PagefindResult) => boolean): TermFound {
  return { ...found, results: found.results.filter(isKept) };
}

/** The Latin words with which a term begins and ends. */
function wordsAtEdges(text: string): string[] {
  const words = Array.from(text.matchAll(WORDS), ([word]) => word);
  const edges = [
    ...(STARTS_WITH_WORD.test(text) ? words.slice(0, 1) : []),
    ...(ENDS_WITH_WORD.test(text) ? words.slice(-1) : []),
  ];
  return [...new Set(edges)];
}
