/**
 * What the concordance lists, and what a term must be looked up by.
 *
 * Three kinds of keys, told apart by their form: two neighbouring UTF-16 units (社会), a whole word behind a mark
 * (`␁crm`), and a single unit (社), which stands for the texts that have it. Two units inside one word are not listed.
 */
import { ENDS_WITH_WORD, STARTS_WITH_WORD, WORDS } from '../word-characters.ts';

/** U+0001, which folded text does not hold. Sorts before all that does. */
export const WORD_MARK = '\u0001';
/** Sorts behind every key with the same beginning. */
const LAST = '\uffff';

/** A stretch of keys that all count at one place of the term. */
export interface Part {
  /** Where in the term it stands, in UTF-16 units. */
  offset: number;
  low: string;
  high: string;
}

/** A term of a single unit, or its parts; a text has the term just where all parts stand at their distances. */
export type Lookup = { single: string } | { parts: Part[] };

/**
 * How to look up a folded term. Exact: together the parts hold every character of the term.
 *
 * `lookupOf('社会化', false)` → 社会 at 0, 会化 at 1
 */
export function lookupOf(term: string, isWhole: boolean): Lookup {
  if (term.length === 1 && !(isWhole && STARTS_WITH_WORD.test(term))) return { single: term };
  const words = [...term.matchAll(WORDS)].map(({ 0: word, index }) => ({ word, index }));
  const ends = [...words, { word: '', index: term.length }];
  const parts: Part[] = [];
  let at = 0;
  for (const { word, index } of ends) {
    parts.push(...betweenWords(term, at, index));
    at = index + word.length;
    if (word !== '') parts.push(...wordParts(term, word, index, isWhole));
  }
  return { parts };
}

/** Pairs that hold all of `term` from `start` to `end`; one that stands alone takes its neighbour. */
function betweenWords(term: string, start: number, end: number): Part[] {
  if (end - start === 1) return [pair(term, start > 0 ? start - 1 : start)];
  const parts: Part[] = [];
  for (let at = start; at < end; at += 2) parts.push(pair(term, Math.min(at, end - 2)));
  return parts;
}

/** The last word may go on, unless it must be whole. The first letter of one that follows 的 is in the pair 的c. */
function wordParts(term: string, word: string, offset: number, isWhole: boolean): Part[] {
  const mayGoOn = !isWhole && offset + word.length === term.length && ENDS_WITH_WORD.test(term);
  const low = WORD_MARK + word;
  if (!mayGoOn) return [{ offset, low, high: low }];
  return word.length === 1 && offset > 0 ? [pair(term, offset - 1)] : [{ offset, low, high: low + LAST }];
}

function pair(term: string, offset: number): Part {
  const key = term.slice(offset, offset + 2);
  return { offset, low: key, high: key };
}
