import type { Language } from '../edition/schema.ts';
import type { FoldTable } from '../pipeline/words/fold.ts';
import { type BlockHits, findHits } from './find-hits.ts';
import type { SearchIndex } from './search-index.ts';
import type { SearchText } from './searched-blocks.ts';

/** A text that has the terms, and where. */
export interface Finding {
  slug: string;
  text: SearchText;
  blocks: BlockHits[];
}

/** What a search needs of the world around it. */
export interface Library {
  index: SearchIndex;
  table: FoldTable;
  /** Fetches the plain text of an article. */
  text: (slug: string, language: Language) => Promise<SearchText>;
}

/** A search under way: how many texts the index names, and the findings, a few at a time. */
export interface Search {
  count: number;
  next: (limit: number) => Promise<Finding[]>;
}

/** Begins a search for folded terms, to be read in one script. */
export async function searchTexts(
  terms: readonly string[],
  language: Language,
  library: Library,
): Promise<Search> {
  const candidates = await library.index.find(terms);
  let at = 0;
  const next = async (limit: number) => {
    const batch = candidates.slice(at, at + limit);
    at += batch.length;
    const findings = await Promise.all(
      batch.map(async (candidate) => examine(await candidate.slug(), terms, language, library)),
    );
    return findings.filter(({ blocks }) => blocks.length > 0);
  };
  return { count: candidates.length, next };
}

async function examine(slug: string, terms: readonly string[], language: Language, library: Library) {
  const text = await library.text(slug, language);
  return { slug, text, blocks: findHits(text, terms, library.table) };
}
