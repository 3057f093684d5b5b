import { type Language, languages } from '../../../../contract/vocabulary.ts';
import type { FoldTable } from '../../../../pipeline/text/fold.ts';
import { type Filters, facetOf, facets } from '../../../search/facets.ts';
import { findHits } from '../../../search/find-hits.ts';
import { foldText } from '../../../search/fold-text.ts';
import type { Query } from '../../../search/query.ts';
import { byPlace, type Finding, type Search } from '../../../search/search-texts.ts';
import type { SearchText } from '../../../search/searched-blocks.ts';

const TEXT = /\/texts\/([^/]+)\/(zh-\w+)\.json$/;

/** The texts that the browser has kept for reading without a network, by slug; of both scripts the first found. */
export async function keptTexts(): Promise<Map<string, SearchText>> {
  const texts = new Map<string, SearchText>();
  if (!('caches' in globalThis)) return texts;
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      const [, slug, language] = TEXT.exec(url) ?? [];
      if (!slug || texts.has(slug) || !languages.includes(language as Language)) continue;
      const text = await cache.match(url).then((response) => response?.json());
      if (text) texts.set(decodeURIComponent(slug), text as SearchText);
    }
  }
  return texts;
}

/** Searches texts one by one. */
export function searchKeptTexts(
  query: Query,
  texts: ReadonlyMap<string, SearchText>,
  { table, filters }: { table: FoldTable; filters: Filters },
): Search {
  const isWanted = (text: SearchText) =>
    facets.every((facet) => {
      const wanted = filters[facet];
      return wanted === undefined || foldText(facetOf(text, facet) ?? '', table) === foldText(wanted, table);
    });
  const findings: Finding[] = [...texts]
    .filter(([, text]) => isWanted(text))
    .map(([slug, text]) => ({ id: slug, slug, text, blocks: byPlace(findHits(text, query, { table })) }))
    .filter(({ blocks }) => blocks.length > 0);
  let at = 0;
  return {
    count: findings.length,
    isAtMost: false,
    hits: findings.flatMap(({ blocks }) => blocks).reduce((sum, { hits }) => sum + hits.length, 0),
    facet: async () => [],
    slugs: async () => findings.map(({ slug }) => slug),
    next: async (limit) => {
      at += limit;
      return findings.slice(at - limit, at);
    },
  };
}
