import type { Language } from '../../contract/schema.ts';
import type { FoldTable } from '../../pipeline/text/fold.ts';
import { type BlockHits, findHits } from './find-hits.ts';
import type { Query } from './query.ts';
import type { Facet } from './register/facets.ts';
import { countFacet, type FacetCount, type Filters, filterFound } from './register/filters.ts';
import type { Register } from './register/register.ts';
import type { Found, SearchIndex } from './search-index.ts';
import { rankOf, type SearchText } from './searched-blocks.ts';

/** A text that has what is asked for, and where. */
export interface Finding {
  document: number;
  slug: string;
  text: SearchText;
  /** Headings first, then what has most of the words. */
  blocks: BlockHits[];
}

/** What a search needs of the world around it. */
export interface Library {
  index: SearchIndex;
  register: Register;
  table: FoldTable;
  /** Fetches the plain text of an article, known by its name and its number. */
  text: (slug: string, language: Language, document: number) => Promise<SearchText>;
}

/** A search under way: how much the index names, and the findings, a few at a time. */
export interface Search {
  /** Texts. */
  count: number;
  /** Places; 0 when the index does not know. */
  hits: number;
  facet: (facet: Facet) => Promise<FacetCount[]>;
  /** All texts by name, without reading them. */
  slugs: () => Promise<string[]>;
  next: (limit: number) => Promise<Finding[]>;
}

const opposite: Record<Language, Language> = { 'zh-Hans': 'zh-Hant', 'zh-Hant': 'zh-Hans' };

/** Begins a search, to be read in one script, among the texts that pass the filters. */
export async function searchTexts(
  query: Query,
  { language, filters }: { language: Language; filters: Filters },
  library: Library,
): Promise<Search> {
  const look = (found: Found) => examine(found, query, { language, library });
  const { found: named, isCertain } = await library.index.find(query);
  const all = isCertain ? named : await thoseThatHave(named, look);
  const found = await filterFound(all, filters, library.register);
  let at = 0;
  return {
    count: found.length,
    hits: found.reduce((sum, { hits }) => sum + hits, 0),
    facet: (facet) => countFacet(facet, all, { filters, register: library.register }),
    slugs: () => Promise.all(found.map(({ document }) => library.register.slug(document))),
    next: async (limit) => {
      const batch = found.slice(at, at + limit);
      at += batch.length;
      return (await Promise.all(batch.map(look))).filter(({ blocks }) => blocks.length > 0);
    },
  };
}

/** Reads through texts that the index is not certain of. */
async function thoseThatHave(found: Found[], look: (one: Found) => Promise<Finding>): Promise<Found[]> {
  const counted = await Promise.all(
    found.map(async (one) => {
      const { blocks } = await look(one);
      return { ...one, hits: blocks.reduce((sum, block) => sum + block.hits.length, 0) };
    }),
  );
  return counted.filter(({ hits }) => hits > 0);
}

/** Should the reader's script leave a character apart that the other has, the other is looked at, too. */
async function examine(
  { document }: Found,
  query: Query,
  { language, library }: { language: Language; library: Library },
): Promise<Finding> {
  const slug = await library.register.slug(document);
  const text = await library.text(slug, language, document);
  const { table } = library;
  let blocks = findHits(text, query, { table });
  if (blocks.length === 0) {
    const other = await library.text(slug, opposite[language], document);
    blocks = findHits(text, query, { table, other });
  }
  return {
    document,
    slug,
    text,
    blocks: blocks.toSorted((a, b) => rankOf(a.id) - rankOf(b.id) || b.terms - a.terms),
  };
}
