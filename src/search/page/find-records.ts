import type { Emendation, Language } from '../../edition/schema.ts';
import { placesOf } from '../find-hits.ts';
import { foldText } from '../fold-text.ts';
import type { Query } from '../query.ts';
import type { Filters } from '../register/filters.ts';
import type { Search } from '../search-texts.ts';
import { searchTexts } from '../search-texts.ts';
import type { SearchText } from '../searched-blocks.ts';
import type { SiteLibrary } from './open-library.ts';

/** A text and those of its emendations that were looked for. */
export interface RecordFinding {
  slug: string;
  text: SearchText;
  records: Emendation[];
}

/** Looks for emendations by what they restored (`corr`) or by what the witness has (`sic`). */
export async function findRecords(
  query: Query,
  { scope, language, filters }: { scope: 'corr' | 'sic'; language: Language; filters: Filters },
  library: SiteLibrary,
): Promise<Omit<Search, 'next'> & { next: (limit: number) => Promise<RecordFinding[]> }> {
  const { table, register } = library;
  const has = (record: Emendation) => {
    const folded = foldText(record[scope], table);
    return query.terms.some((term) => placesOf(term, folded).length > 0);
  };
  const asText = async (slug: string) => {
    const { emendations } = await library.apparatus(slug);
    return { title: '', blocks: emendations.map((record): [string, string] => [record.id, record[scope]]) };
  };
  const search = await searchTexts(
    query,
    { language, filters },
    { index: library.records[scope], register, table, text: asText },
  );
  const next = async (limit: number) =>
    Promise.all(
      (await search.next(limit)).map(async ({ slug }) => ({
        slug,
        text: await library.text(slug, language),
        records: (await library.apparatus(slug)).emendations.filter(has),
      })),
    );
  return { ...search, next };
}
