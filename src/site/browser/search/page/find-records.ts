import type { Emendation } from '../../../../contract/schema.ts';
import { placesOf } from '../../../search/find-hits.ts';
import { foldText } from '../../../search/fold-text.ts';
import type { Scope } from '../../../search/pagefind/index-layout.ts';
import type { Query } from '../../../search/query.ts';
import { type Search, type SearchOptions, searchTexts } from '../../../search/search-texts.ts';
import type { SearchText } from '../../../search/searched-blocks.ts';
import type { SiteLibrary } from './open-library.ts';

/** A text and those of its emendations that were looked for. */
export interface RecordFinding {
  slug: string;
  text: SearchText;
  records: Emendation[];
}

/** By what an emendation restored (`corr`), or by what the witness has (`sic`). */
type RecordScope = Exclude<Scope, 'text'>;
type RecordSearch = Omit<Search, 'next'> & { next: (limit: number) => Promise<RecordFinding[]> };

/** Looks for emendations. */
export async function findRecords(
  query: Query,
  options: SearchOptions & { scope: RecordScope },
  library: SiteLibrary,
): Promise<RecordSearch> {
  const { scope, language } = options;
  const has = (record: Emendation) => {
    const folded = foldText(record[scope], library.table);
    return query.terms.some((term) => placesOf(term, folded).length > 0);
  };
  const asText = async (slug: string): Promise<SearchText> => {
    const emendations = await library.emendations(slug);
    return { title: '', blocks: emendations.map((record) => [record.id, record[scope]]) };
  };
  const search = await searchTexts(query, options, { ...library, text: asText });
  const look = async ({ slug }: { slug: string }) => ({
    slug,
    text: await library.text(slug, language),
    records: (await library.emendations(slug)).filter(has),
  });
  return { ...search, next: async (limit) => Promise.all((await search.next(limit)).map(look)) };
}
