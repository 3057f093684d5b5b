import type { Query } from './query.ts';

/** A text the index names, by its number in the register. */
export interface Found {
  document: number;
  /** For each term 0 when a title has it, 1 a heading, 2 only the body; summed over the terms. */
  rank: number;
  /** How many places have one of the terms; 0 when the index does not know. */
  hits: number;
}

/** What an index answers, best first. When it is not certain, the texts themselves decide. */
export interface Answer {
  found: Found[];
  isCertain: boolean;
}

/**
 * An index over all texts. It may name texts that do not have what is asked for, and says so; it never leaves out one
 * that has.
 */
export interface SearchIndex {
  /** With `certainly` it takes the longer way to an answer that is certain, if it has one. */
  find: (query: Query, certainly?: boolean) => Promise<Answer>;
}

/** Title before headings before body, many hits before few; else in the order of the register. */
export function byRank(a: Found, b: Found): number {
  return a.rank - b.rank || b.hits - a.hits || a.document - b.document;
}
