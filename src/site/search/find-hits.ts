import type { FoldTable } from '../../pipeline/text/fold.ts';
import { foldText } from './fold-text.ts';
import type { Query, Term } from './query.ts';
import { type SearchText, searchedBlocks } from './searched-blocks.ts';
import { ENDS_WITH_WORD, STARTS_WITH_WORD } from './word-characters.ts';

/** A place in a block of a text, in UTF-16 units. */
interface Hit {
  start: number;
  end: number;
}

/** A block and its hits; `title` and `imprint` are the ids of the two that stand before the text. */
export interface MarkedBlock {
  id: string;
  text: string;
  hits: Hit[];
}

/** And how many of the terms it has. */
export interface BlockHits extends MarkedBlock {
  terms: number;
}

/**
 * Where a text has what is asked for: the exact test behind the index, on plain text.
 *
 * Nothing when a term is missing or one that must not occur is there. A term that begins with a Latin letter or a
 * figure counts only at the beginning of a word. `other` is the text in the other script, whose places count as well.
 */
export function findHits(
  text: SearchText,
  query: Query,
  { table, other }: { table: FoldTable; other?: SearchText },
): BlockHits[] {
  const others = new Map(other ? searchedBlocks(other) : []);
  const missing = new Set(query.terms);
  const found: BlockHits[] = [];
  for (const [id, plain] of searchedBlocks(text)) {
    const folded = [plain, alignedWith(plain, others.get(id))].map((version) => foldText(version, table));
    const placesIn = (term: Term) => folded.flatMap((version) => placesOf(term, version));
    if (query.without.some((term) => placesIn(term).length > 0)) return [];
    const places = query.terms.map((term) => ({ term, hits: placesIn(term) }));
    const having = places.filter(({ hits }) => hits.length > 0);
    for (const { term } of having) missing.delete(term);
    const hits = mergeHits(having.flatMap(({ hits }) => hits));
    if (having.length > 0) found.push({ id, text: plain, hits, terms: having.length });
  }
  return missing.size > 0 ? [] : found;
}

function alignedWith(plain: string, other: string | undefined): string {
  return other?.length === plain.length && other !== plain ? other : '';
}

/** Where a folded text has a term. */
export function placesOf({ text, isWhole }: Term, folded: string): Hit[] {
  const hits: Hit[] = [];
  const mustBegin = STARTS_WITH_WORD.test(text);
  const mustEnd = isWhole && ENDS_WITH_WORD.test(text);
  for (let start = folded.indexOf(text); start >= 0; start = folded.indexOf(text, start + 1)) {
    const end = start + text.length;
    const goesBack = mustBegin && start > 0 && ENDS_WITH_WORD.test(folded.charAt(start - 1));
    const goesOn = mustEnd && end < folded.length && STARTS_WITH_WORD.test(folded.charAt(end));
    if (!goesBack && !goesOn) hits.push({ start, end });
  }
  return hits;
}

/** Hits in order, overlapping ones as one. */
function mergeHits(hits: Hit[]): Hit[] {
  const merged: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && hit.start < last.end) last.end = Math.max(last.end, hit.end);
    else merged.push({ ...hit });
  }
  return merged;
}
