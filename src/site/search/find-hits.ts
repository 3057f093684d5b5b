import type { FoldTable } from '../../pipeline/text/fold.ts';
import { foldText } from './fold-text.ts';
import type { Near, Query, Term } from './query.ts';
import { type SearchText, searchedBlocks } from './searched-blocks.ts';
import { ENDS_WITH_WORD, STARTS_WITH_WORD } from './word-characters.ts';

/** A place in a block of a text, in UTF-16 units. */
export interface Hit {
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
 * Nothing when a term is missing or one that must not occur is there, and when no two that must stand near each other do.
 * `other` is the text in the other script, whose places count as well.
 */
export function findHits(
  text: SearchText,
  query: Query,
  { table, other }: { table: FoldTable; other?: SearchText },
): BlockHits[] {
  const others = new Map(other ? searchedBlocks(other) : []);
  const missing = new Set([...query.terms, ...query.near]);
  const found: BlockHits[] = [];
  for (const [id, plain] of searchedBlocks(text)) {
    const versions = foldVersions(plain, others.get(id), table);
    if (query.without.some((term) => placesInAny(term, versions).length > 0)) return [];
    const { hits, has } = hitsIn(versions, query);
    for (const part of has) missing.delete(part);
    if (hits.length > 0) found.push({ id, text: plain, hits, terms: has.length });
  }
  return missing.size > 0 ? [] : found;
}

/** Where one block has any of the terms of a query, wherever the others are. */
export function findHitsInBlock(text: string, query: Query, table: FoldTable): Hit[] {
  return hitsIn(foldVersions(text, undefined, table), query).hits;
}

/** Where a block has any of the terms; of those that must stand near another, the places that do. */
function hitsIn(
  versions: readonly Version[],
  { terms, near }: Pick<Query, 'terms' | 'near'>,
): { hits: Hit[]; has: Array<Term | Near> } {
  const places = new Map(terms.map((term) => [term, placesInAny(term, versions)]));
  const pairs = near.map((one) => ({
    near: one,
    hits: placesNear(places.get(one.terms[0]) ?? [], places.get(one.terms[1]) ?? [], one.distance),
  }));
  const paired = new Set(near.flatMap((one) => one.terms));
  const hits = [
    ...[...places].filter(([term]) => !paired.has(term)).flatMap(([, hits]) => hits),
    ...pairs.flatMap(({ hits }) => hits),
  ];
  const has = [
    ...[...places].filter(([, hits]) => hits.length > 0).map(([term]) => term),
    ...pairs.filter(({ hits }) => hits.length > 0).map(({ near }) => near),
  ];
  return { hits: mergeHits(hits), has };
}

/** A block as one of the scripts has it, folded, and which place of the block a place in it is. */
interface Version {
  folded: string;
  placeOf: (place: number) => number;
}

function foldVersions(plain: string, other: string | undefined, table: FoldTable): Version[] {
  const own = { folded: foldText(plain, table), placeOf: (place: number) => place };
  if (other === undefined || other === plain) return [own];
  return [own, { folded: foldText(other, table), placeOf: placesIn(plain, other) }];
}

/** Both have as many characters, but a rare one may be of two units where the other script's is of one: 㛿, 𡠹. */
function placesIn(plain: string, other: string): Version['placeOf'] {
  if (other.length === plain.length) return (place) => place;
  const characters = [...plain];
  const places: number[] = [];
  let at = 0;
  for (const [n, { length }] of [...other].entries()) {
    places.push(...Array.from({ length }, () => at));
    at += characters[n]?.length ?? 0;
  }
  return (place) => places[place] ?? plain.length;
}

/** In order; both versions of a block may have the same place. */
function placesInAny(term: Term, versions: readonly Version[]): Hit[] {
  return versions
    .flatMap(({ folded, placeOf }) =>
      placesOf(term, folded).map(({ start, end }) => ({ start: placeOf(start), end: placeOf(end) })),
    )
    .sort((a, b) => a.start - b.start);
}

/** Where a folded text has a term. */
export function placesOf({ text, isWhole }: Term, folded: string): Hit[] {
  const hits: Hit[] = [];
  const mustBegin = isWhole && STARTS_WITH_WORD.test(text);
  const mustEnd = isWhole && ENDS_WITH_WORD.test(text);
  for (let start = folded.indexOf(text); start >= 0; start = folded.indexOf(text, start + 1)) {
    const end = start + text.length;
    const goesBack = mustBegin && start > 0 && ENDS_WITH_WORD.test(folded.charAt(start - 1));
    const goesOn = mustEnd && end < folded.length && STARTS_WITH_WORD.test(folded.charAt(end));
    if (!goesBack && !goesOn) hits.push({ start, end });
  }
  return hits;
}

/** Of both lists the places that have one of the other list near them; both are in order, each of one length. */
export function placesNear(first: readonly Hit[], second: readonly Hit[], distance: number): Hit[] {
  return [...nearAny(first, second, distance), ...nearAny(second, first, distance)];
}

function nearAny(hits: readonly Hit[], others: readonly Hit[], distance: number): Hit[] {
  let at = 0;
  return hits.filter((hit) => {
    while (at < others.length && (others[at]?.end ?? 0) + distance < hit.start) at++;
    const next = others[at];
    return next !== undefined && next.start <= hit.end + distance;
  });
}

/** Hits in order, overlapping ones as one. */
export function mergeHits(hits: readonly Hit[]): Hit[] {
  const merged: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && hit.start < last.end) last.end = Math.max(last.end, hit.end);
    else merged.push({ ...hit });
  }
  return merged;
}
