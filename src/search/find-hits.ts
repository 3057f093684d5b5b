import type { FoldTable } from '../pipeline/words/fold.ts';
import { foldText } from './fold-text.ts';
import { type SearchText, searchedBlocks } from './searched-blocks.ts';

/** A place in a block of a text, in UTF-16 units. */
export interface Hit {
  start: number;
  end: number;
}

/** A block that has hits; `title` and `imprint` are the ids of the two that stand before the text. */
export interface BlockHits {
  id: string;
  text: string;
  hits: Hit[];
}

const WORD = /(?!\p{Script=Han})[\p{L}\p{M}\p{N}]$/u;
const WORD_START = /^(?!\p{Script=Han})[\p{L}\p{M}\p{N}]/u;

/** The terms of a query: what stands between blanks, composed and folded. Each must occur in a text. */
export function termsOf(query: string, table: FoldTable): string[] {
  const words = foldText(query.normalize('NFC'), table).split(/\s+/);
  return [...new Set(words.filter((word) => /[\p{L}\p{N}]/u.test(word)))];
}

/**
 * Where a text has the terms: the exact test behind the index, on plain text.
 *
 * Nothing when a term is missing. A term that begins with a Latin letter or a figure counts only at the beginning of a word.
 */
export function findHits(text: SearchText, terms: readonly string[], table: FoldTable): BlockHits[] {
  const missing = new Set(terms);
  const found = searchedBlocks(text).map(([id, plain]) => {
    const folded = foldText(plain, table);
    const hits = terms.flatMap((term) => {
      const places = placesOf(term, folded);
      if (places.length > 0) missing.delete(term);
      return places;
    });
    return { id, text: plain, hits: mergeHits(hits) };
  });
  return missing.size > 0 ? [] : found.filter(({ hits }) => hits.length > 0);
}

function placesOf(term: string, folded: string): Hit[] {
  const hits: Hit[] = [];
  const mustBegin = WORD_START.test(term);
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
    if (!mustBegin || !WORD.test(folded.slice(0, at))) hits.push({ start: at, end: at + term.length });
  }
  return hits;
}

/** Hits of several terms in order, overlapping ones as one. */
function mergeHits(hits: Hit[]): Hit[] {
  const merged: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && hit.start < last.end) last.end = Math.max(last.end, hit.end);
    else merged.push({ ...hit });
  }
  return merged;
}
