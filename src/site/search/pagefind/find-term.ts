import type { Term } from '../query.ts';
import { ENDS_WITH_WORD, STARTS_WITH_WORD, WORDS } from '../word-characters.ts';
import { coveringStarts, findPair, findPlaces, type Places, type Search } from './find-places.ts';
import { LONGEST_WORD, type Scope, toPhrase, toWholeWord } from './index-layout.ts';
import type { PagefindResult } from './pagefind-api.ts';

/** The texts that have a term, in the order wanted, and where they have it; of a single character the first place only. */
export interface TermFound extends Places {
  /** By which Pagefind finds these texts, and maybe others where the term is very long or whole. */
  phrase: string;
  /** When not, some of the texts may not have it. */
  isCertain: boolean;
  /** Are all its places known? */
  isCounted: boolean;
}

/** So many units of a term are looked up; of a longer one the rest is for the text itself to show. */
const LONGEST = 24;
/** Of a term of so many units its two ends are looked up first: each pair of units costs a file of the index. */
const LONG = 5;
/** So few texts are read through faster than more of the index is fetched. */
const FEW = 10;

/** Looks for a term. */
export async function findTerm({ text, isWhole }: Term, scope: Scope, search: Search): Promise<TermFound> {
  const words = isWhole ? wordsAtEdges(text) : [];
  const found =
    text.length === 1 ? await findSingle(text, scope, search) : await findString(text, scope, search);
  if (words.length === 0) return found;
  const wanted = words.filter((word) => word.length <= LONGEST_WORD);
  const having = await Promise.all(wanted.map((word) => search(toWholeWord(word, scope))));
  const sets = having.map(({ results }) => new Set(results.map(({ id }) => id)));
  const kept = keep(found, ({ id }) => sets.every((set) => set.has(id)));
  return { ...kept, isCertain: words.length === 1 && wanted[0] === text, isCounted: false };
}

async function findSingle(text: string, scope: Scope, search: Search): Promise<TermFound> {
  const phrase = toPhrase(text, scope);
  const { results } = await search(phrase);
  const places = new Map(results.map(({ id, words }) => [id, words]));
  return { phrase, results, places, isCertain: true, isCounted: false };
}

/** A longer one by its ends, the one so far behind the other; by all of it only where many texts have both. */
async function findString(text: string, scope: Scope, search: Search): Promise<TermFound> {
  const looked = text.slice(0, LONGEST);
  const phrase = toPhrase(looked, scope);
  const lookUp = (pair: string) => findPair(pair, scope, search);
  if (text.length >= LONG) {
    const ends = await findPlaces(looked, [0, looked.length - 2], lookUp);
    if (ends.places.size <= FEW)
      return { phrase, ...ends, isCertain: ends.places.size === 0, isCounted: false };
  }
  const found = await findPlaces(looked, coveringStarts(looked.length), lookUp);
  const isAll = looked === text;
  return { phrase, ...found, isCertain: isAll, isCounted: isAll };
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
