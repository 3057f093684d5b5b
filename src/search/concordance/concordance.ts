import type { Query, Term } from '../query.ts';
import { type Answer, byRank, type Found, type SearchIndex } from '../search-index.ts';
import type { ConcordancePlan } from './manifest.ts';
import { both, type Matches } from './match.ts';
import { VolumeReader } from './volume-reader.ts';

/**
 * The concordance that `ConcordanceWriter` wrote, read from `folder` (an address ending in a slash).
 *
 * It knows where every pair of neighbouring characters stands, so what it answers is exact, but for long terms that
 * hardly any text can have.
 */
export function concordance(folder: string, { volumes }: ConcordancePlan): SearchIndex {
  const readers = volumes.map((plan, number) => new VolumeReader(folder, number, plan));
  return { find: (query, certainly = false) => findIn(readers, query, certainly) };
}

async function findIn(volumes: readonly VolumeReader[], query: Query, certainly: boolean): Promise<Answer> {
  const answers = await Promise.all(volumes.map((volume) => findInVolume(volume, query, certainly)));
  const found: Found[] = [];
  let first = 0;
  for (const [index, { matches }] of answers.entries()) {
    for (const [n, document] of matches.documents.entries())
      found.push({ document: first + document, rank: matches.ranks[n]!, hits: matches.hits[n]! });
    first += volumes[index]!.documents;
  }
  return { found: found.sort(byRank), isCertain: answers.every(({ isCertain }) => isCertain) };
}

async function findInVolume(volume: VolumeReader, { terms, without }: Query, certainly: boolean) {
  const matchesOf = (list: readonly Term[], mustBeCertain: boolean) =>
    Promise.all(list.map((term) => volume.matches(term, mustBeCertain)));
  const [wanted, unwanted] = await Promise.all([matchesOf(terms, certainly), matchesOf(without, true)]);
  const all = wanted.map(({ matches }) => matches);
  const excluded = new Set(unwanted.flatMap(({ matches }) => matches.documents));
  const matches = exclude(
    all.slice(1).reduce(both, all[0] ?? { documents: [], ranks: [], hits: [] }),
    excluded,
  );
  const isCertain = matches.documents.length === 0 || wanted.every((term) => term.isCertain);
  return { matches, isCertain };
}

function exclude({ documents, ranks, hits }: Matches, excluded: ReadonlySet<number>): Matches {
  const isKept = (_: number, index: number) => !excluded.has(documents[index]!);
  return { documents: documents.filter(isKept), ranks: ranks.filter(isKept), hits: hits.filter(isKept) };
}
