import { mergeHits, placesNear } from '../find-hits.ts';
import type { Near, Query, Term } from '../query.ts';
import type { TermFound } from './find-term.ts';
import { rankOfPlace } from './index-layout.ts';
import type { PagefindResult } from './pagefind-api.ts';

/** A text the index names. */
export interface Found {
  id: string;
  /** For each term 0 when a title has it, 1 a heading, 2 only the body; summed over the terms. */
  rank: number;
  /** How many places have one of the terms, overlapping ones as one; a single character counts once. */
  hits: number;
  slug: () => Promise<string>;
}

/** Of some texts those that have all of a query, as far as the index knows. */
export function keepThose(
  results: readonly PagefindResult[],
  { terms, near }: Query,
  found: { terms: readonly TermFound[]; without: readonly TermFound[] },
): { found: Found[]; isCertain: boolean; isCounted: boolean } {
  const byTerm = new Map(terms.map((term, index) => [term, found.terms[index]]));
  const excluded = found.without.filter(({ isCertain }) => isCertain);
  const ids = found.terms.map((term) => new Set(term.results.map(({ id }) => id)));
  const unwanted = new Set(excluded.flatMap((term) => term.results.map(({ id }) => id)));
  const kept = results.filter(
    ({ id }) =>
      !unwanted.has(id) && ids.every((set) => set.has(id)) && near.every((one) => isNear(one, id, byTerm)),
  );
  const isPlain = [...found.terms, ...found.without].every(({ isCertain }) => isCertain);
  const isPlaced = near.every((one) => one.terms.every((term) => byTerm.get(term)?.isCounted));
  return {
    found: kept.map((result) => toFound(result, terms, found.terms)),
    isCertain: kept.length === 0 || (isPlain && isPlaced),
    isCounted: near.length === 0 && found.terms.every(({ isCounted }) => isCounted),
  };
}

/** What is not placed may be near. */
function isNear(
  { terms, distance }: Near,
  id: string,
  byTerm: ReadonlyMap<Term, TermFound | undefined>,
): boolean {
  const [first, second] = terms.map((term) => {
    const found = byTerm.get(term);
    if (!found?.isCounted) return undefined;
    return (found.places.get(id) ?? []).map((start) => ({ start, end: start + term.text.length }));
  });
  return !first || !second || placesNear(first, second, distance).length > 0;
}

function toFound({ id, data }: PagefindResult, terms: readonly Term[], found: readonly TermFound[]): Found {
  const places = found.map((term) => term.places.get(id) ?? []);
  const hits = terms.flatMap(({ text }, index) =>
    (places[index] ?? []).map((start) => ({ start, end: start + text.length })),
  );
  return {
    id,
    rank: places.reduce((sum, [first = Infinity]) => sum + rankOfPlace(first), 0),
    hits: mergeHits(hits).length,
    slug: async () => (await data()).raw_url,
  };
}
