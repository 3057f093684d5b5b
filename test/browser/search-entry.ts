/** Runs in the browser: both indexes behind the one interface, and a search without the page around it. */
import { parseFold } from '../../src/pipeline/text/fold.ts';
import { openIndex } from '../../src/site/search/open-index.ts';
import { pagefindIndex } from '../../src/site/search/pagefind/pagefind-index.ts';
import { parseQuery } from '../../src/site/search/query.ts';
import { type Library, searchTexts } from '../../src/site/search/search-texts.ts';
import type { SearchText } from '../../src/site/search/searched-blocks.ts';

type Name = 'concordance' | 'pagefind';

const library = (async () => {
  const [{ index, register }, fold] = await Promise.all([openIndex('/search-index/'), fetch('/fold.txt')]);
  const text = async (slug: string, language: string) =>
    (await (await fetch(`/texts/${slug}/${language}.json`)).json()) as SearchText;
  const rest = { register, table: parseFold(await fold.text()), text };
  const libraries: Record<Name, Library> = {
    concordance: { index, ...rest },
    pagefind: { index: pagefindIndex('/pagefind/'), ...rest },
  };
  return libraries;
})();

/** For each query the slugs of the texts it finds, after the exact test where the index is not certain. */
async function findAll(name: Name, sources: string[]): Promise<string[][]> {
  const { [name]: chosen } = await library;
  const answers: string[][] = [];
  for (const source of sources) {
    const query = parseQuery(source, chosen.table);
    const search = await searchTexts(query, { language: 'zh-Hans', filters: {} }, chosen);
    const slugs = await search.slugs();
    answers.push(slugs.sort());
  }
  return answers;
}

Object.assign(globalThis, { findAll });
