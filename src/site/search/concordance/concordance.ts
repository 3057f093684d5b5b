import type { Query, Term } from '../query.ts';
import { type Answer, byRank, type Found, type SearchIndex } from '../search-index.ts';
import type { ConcordancePlan, VolumePlan } from './manifest.ts';
import { both, keepDocuments, noMatches } from './match.ts';
import { type TermMatches, VolumeReader } from './volume-reader.ts';

/**
 * The concordance that `ConcordanceWriter` wrote, read from `folder` (an address ending in a slash).
 *
 * It knows where every pair of neighbouring characters stands, so what it answers is exact, but for long terms that
 * hardly any text can have.
 */
export function concordance(folder: string, { volumes }: ConcordancePlan): SearchIndex {
  const readers = volumes.map((plan, number) => new VolumeReader(folder, number, plan));
  return {
    find: async (query, certainly = false) => {
      const answers = await Promise.all(readers.map((volume) => findInVolume(volume, query, certainly)));
      return together(answers, volumes);
    },
  };
}

/** Numbers the texts of all volumes in one row. */
function together(answers: ReadonlyArray<TermMatches>, volumes: readonly VolumePlan[]): Answer {
  const found: Found[] = [];
  let first = 0;
  for (const [index, { matches }] of answers.entries()) {
    for (const [n, document] of matches.documents.entries())
      found.push({ document: first + document, rank: matches.ranks[n]!, hits: matches.hits[n]! });
    first += volumes[index]!.documents;
  }
  return { found: found.sort(byRank), isCertain: answers.every(({ isCertain }) => isCertain) };
}

async function findInVolume(
  volume: VolumeReader,
  { terms, without }: Query,
  certainly: boolean,
): Promise<TermMatches> {
  const matchesOf = (list: readonly Term[], mustBeCertain: boolean) =>
    Promise.all(list.map((term) => volume.matches(term, mustBeCertain)));
  const [wanted, unwanted] = await Promise.all([matchesOf(terms, certainly), matchesOf(without, true)]);
  const all = wanted.map(({ matches }) => matches);
  const excluded = new Set(unwanted.flatMap(({ matches }) => matches.documents));
  const common = all.slice(1).reduce(both, all[0] ?? noMatches());
  const matches = keepDocuments(common, (document) => !excluded.has(document));
  const isCertain = matches.documents.length === 0 || wanted.every((term) => term.isCertain);
  return { matches, isCertain };
}
