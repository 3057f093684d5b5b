/** An article the index thinks may have a term. Its slug costs a request, so it is asked for when it is needed. */
export interface Candidate {
  id: string;
  slug: () => Promise<string>;
}

/**
 * An index over all articles. It may answer with articles that do not have the term, never without one that has;
 * `findHits` decides.
 */
export interface SearchIndex {
  /** Articles that may have every one of the folded terms, best first. */
  find: (terms: readonly string[]) => Promise<Candidate[]>;
}
