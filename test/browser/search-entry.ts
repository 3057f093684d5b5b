/** Runs in the browser: a search without the page around it. */
import { parseFold } from '../../src/pipeline/text/fold.ts';
import { openIndex } from '../../src/site/search/open-index.ts';
import type { Order } from '../../src/site/search/pagefind/pagefind-index.ts';
import { parseQuery } from '../../src/site/search/query.ts';
import { type Library, searchTexts } from '../../src/site/search/search-texts.ts';
import type { SearchText } from '../../src/site/search/searched-blocks.ts';

const library = (async (): Promise<Library> => {
  const [opened, fold] = await Promise.all([openIndex('/search-index/'), fetch('/fold.txt')]);
  return { ...opened, table: parseFold(await fold.text()), text: readText };
})();

const texts = new Map<string, Promise<SearchText>>();

/** Each file once. */
function readText(slug: string, language: string): Promise<SearchText> {
  const file = `/texts/${slug}/${language}.json`;
  const reading = texts.get(file) ?? fetch(file).then((response) => response.json() as Promise<SearchText>);
  texts.set(file, reading);
  return reading;
}

/** What a search says of a query: the slugs of its texts in order, how many places, and whether it is sure. */
export interface FoundTexts {
  slugs: string[];
  hits: number;
  isAtMost: boolean;
}

async function findAll(sources: string[], order: Order = 'relevance'): Promise<FoundTexts[]> {
  const chosen = await library;
  const answers: FoundTexts[] = [];
  for (const source of sources) {
    const query = parseQuery(source, chosen.table);
    const options = { language: 'zh-Hans', scope: 'text', filters: {}, order } as const;
    const { slugs, hits, isAtMost } = await searchTexts(query, options, chosen);
    answers.push({ slugs: await slugs(), hits, isAtMost });
  }
  return answers;
}

Object.assign(globalThis, { findAll });
