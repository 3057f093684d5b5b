/**
 * What the concordance lists, and what a term must be looked up by.
 *
 * Keys are told apart by their form: a single unit (社), two neighbouring UTF-16 units or a few more (社会), and a whole
 * word behind a mark (`␁crm`). Two units inside one word are not listed.
 *
 * Most places stand under two units. Where two units are very frequent (我们), their key has only the numbers of the
 * texts, and each of their places stands under as many units more as make it rare: with the unit that follows (我们去),
 * and with the one before (给我们). So no list that a term needs is long.
 */
import { ENDS_WITH_WORD, STARTS_WITH_WORD, WORDS } from '../word-characters.ts';

/** U+0001, which folded text does not hold. Sorts before all that does. */
export const WORD_MARK = '\u0001';
/** U+0002: the places of a word that is very frequent. */
export const FREQUENT_WORD_MARK = '\u0002';
/** Sorts behind every key with the same beginning. */
export const LAST = '\uffff';
/** No key has more units. */
export const LONGEST_KEY = 6;

/** A stretch of a term to be looked up: from `offset` on at least to `end`, and as far as keys go. */
export interface Part {
  offset: number;
  end: number;
  /** Of a word: itself, and the last word that begins with it or itself again. */
  word?: { low: string; high: string };
  /** Read all that begins so, however long. */
  inFull?: boolean;
}

/** A term of a single unit, or its parts; a text has the term just where all parts stand at their distances. */
type Lookup = { single: string } | { parts: Part[] };

/**
 * How to look up a folded term. Exact: together the parts hold every character of the term.
 *
 * `lookupOf('社会化', false)` → 社会 from 0, 会化 from 1
 */
export function lookupOf(term: string, isWhole: boolean): Lookup {
  if (term.length === 1 && !(isWhole && STARTS_WITH_WORD.test(term))) return { single: term };
  const words = [...term.matchAll(WORDS)].map(({ 0: word, index }) => ({ word, index }));
  const ends = [...words, { word: '', index: term.length }];
  const parts: Part[] = [];
  let at = 0;
  for (const { word, index } of ends) {
    parts.push(...betweenWords(at, index));
    at = index + word.length;
    if (word !== '') parts.push(...wordParts(term, { word, offset: index }, isWhole));
  }
  return { parts };
}

/** Pairs that hold all of a term from `start` to `end`; one that stands alone takes its neighbour. */
function betweenWords(start: number, end: number): Part[] {
  if (end - start === 1) return [pair(start > 0 ? start - 1 : start)];
  const parts: Part[] = [];
  for (let at = start; at < end; at += 2) parts.push(pair(Math.min(at, end - 2)));
  return parts;
}

/** The last word may go on, unless it must be whole. The first letter of one that follows 的 is in the pair 的c. */
function wordParts(
  term: string,
  { word, offset }: { word: string; offset: number },
  isWhole: boolean,
): Part[] {
  const end = offset + word.length;
  const mayGoOn = !isWhole && end === term.length && ENDS_WITH_WORD.test(term);
  if (!mayGoOn) return [{ offset, end, word: { low: word, high: word } }];
  return word.length === 1 && offset > 0
    ? [pair(offset - 1)]
    : [{ offset, end, word: { low: word, high: word + LAST } }];
}

function pair(offset: number): Part {
  return { offset, end: offset + 2 };
}
