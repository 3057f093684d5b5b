import type { FoldTable } from '../../../../pipeline/text/fold.ts';
import { type Filters, facetOf, facets } from '../../../search/facets.ts';
import { findHits } from '../../../search/find-hits.ts';
import { foldText } from '../../../search/fold-text.ts';
import type { Order } from '../../../search/pagefind/pagefind-index.ts';
import type { Query } from '../../../search/query.ts';
import { byPlace, type Finding, type Search } from '../../../search/search-texts.ts';
import { rankOf, type SearchText } from '../../../search/searched-blocks.ts';
import type { KeptText } from './kept-texts.ts';

type KeptFinding = Finding & KeptText;
type KeptSearch = Omit<Search, 'next'> & { next: (limit: number) => Promise<KeptFinding[]> };

/** Searches texts one by one, without an index. */
export function searchKeptTexts(
  query: Query,
  texts: ReadonlyMap<string, KeptText>,
  { table, filters, order }: { table: FoldTable; filters: Filters; order: Order },
): KeptSearch {
  const isWanted = ({ text }: KeptText) =>
    facets.every((facet) => {
      const wanted = filters[facet];
      return wanted === undefined || foldText(facetOf(text, facet) ?? '', table) === foldText(wanted, table);
    });
  const findings: KeptFinding[] = [...texts]
    .filter(([, kept]) => isWanted(kept))
    .map(([slug, kept]) => ({
      ...kept,
      id: slug,
      slug,
      blocks: byPlace(findHits(kept.text, query, { table })),
    }))
    .filter(({ blocks }) => blocks.length > 0)
    .sort(order === 'date' ? byDate : byRelevance);
  let at = 0;
  return {
    count: findings.length,
    isAtMost: false,
    hits: findings.reduce((sum, finding) => sum + countHits(finding), 0),
    facet: async () => [],
    slugs: async () => findings.map(({ slug }) => slug),
    left: () => Math.max(0, findings.length - at),
    next: async (limit) => {
      at += limit;
      return findings.slice(at - limit, at);
    },
  };
}

/** The newest first. */
function byDate({ text: a }: { text: SearchText }, { text: b }: { text: SearchText }): number {
  return (b.date ?? '').localeCompare(a.date ?? '');
}

/** Titles before headings before the rest, then what has most places. */
function byRelevance(a: KeptFinding, b: KeptFinding): number {
  const rank = ({ blocks: [first] }: KeptFinding) => (first ? rankOf(first.id) : Infinity);
  return rank(a) - rank(b) || countHits(b) - countHits(a);
}

function countHits({ blocks }: Finding): number {
  return blocks.reduce((sum, { hits }) => sum + hits.length, 0);
}
