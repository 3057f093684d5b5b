import type { Language } from '../../../../contract/schema.ts';
import { placesOf } from '../../../search/find-hits.ts';
import { foldText } from '../../../search/fold-text.ts';
import type { Query } from '../../../search/query.ts';
import type { SearchRecord } from '../../../search/records/record-files.ts';
import type { Filters } from '../../../search/register/filters.ts';
import { type Search, searchTexts } from '../../../search/search-texts.ts';
import type { SearchText } from '../../../search/searched-blocks.ts';
import type { SiteLibrary } from './open-library.ts';

/** A text and those of its emendations that were looked for. */
export interface RecordFinding {
  slug: string;
  text: SearchText;
  records: SearchRecord[];
}

type RecordSearch = Omit<Search, 'next'> & { next: (limit: number) => Promise<RecordFinding[]> };

/** Looks for emendations by what they restored (`corr`) or by what the witness has (`sic`). */
export async function findRecords(
  query: Query,
  { scope, language, filters }: { scope: 'corr' | 'sic'; language: Language; filters: Filters },
  library: SiteLibrary,
): Promise<RecordSearch> {
  const { table, register } = library;
  const { index, of } = await library.records();
  const has = (record: SearchRecord) => {
    const folded = foldText(record[scope], table);
    return query.terms.some((term) => placesOf(term, folded).length > 0);
  };
  const asText = async (_slug: string, _language: Language, document: number) => {
    const records = await of(document);
    return { title: '', blocks: records.map((record): [string, string] => [record.id, record[scope]]) };
  };
  const world = { index: index[scope], register, table, text: asText };
  const search = await searchTexts(query, { language, filters }, world);
  const look = async ({ slug, document }: { slug: string; document: number }) => ({
    slug,
    text: await library.text(slug, language, document),
    records: (await of(document)).filter(has),
  });
  return { ...search, next: async (limit) => Promise.all((await search.next(limit)).map(look)) };
}
