import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { languages } from '../../src/edition/schema.ts';
import { type FoldTable, parseFold } from '../../src/pipeline/words/fold.ts';
import { findHits, termsOf } from '../../src/search/find-hits.ts';
import { foldText } from '../../src/search/fold-text.ts';
import { type SearchText, searchedBlocks } from '../../src/search/searched-blocks.ts';
import { lookupOf } from '../../src/search/tokens.ts';
import { at, openBrowser } from './open-browser.ts';

const slugs = ['letter-to-ma-huateng', 'social-commerce-operations'];

let browser: Browser;
let page: Page;
let table: FoldTable;
let texts: Array<{ slug: string; text: SearchText }>;

beforeAll(async () => {
  table = parseFold(await readFile(new URL('../../src/data/fold.txt', import.meta.url), 'utf8'));
  browser = await openBrowser();
  page = await browser.newPage();
  await page.goto(at('/search/'));
  const wanted = slugs.flatMap((slug) => languages.map((language) => ({ slug, language })));
  texts = await Promise.all(
    wanted.map(async ({ slug, language }) => ({
      slug,
      text: (await (await fetch(at(`/texts/${slug}/${language}.json`))).json()) as SearchText,
    })),
  );
});
afterAll(() => browser.close());

/** Substrings of all lengths from 1 to 9, taken at even steps from every block of every text. */
function samples(): string[] {
  const all = texts.flatMap(({ text }) => searchedBlocks(text).map(([, block]) => block));
  const cut = all.flatMap((block, n) =>
    Array.from({ length: 6 }, (_, index) => {
      const from = Math.floor((index * block.length) / 6);
      return block.slice(from, from + 1 + ((index + n) % 9));
    }),
  );
  return [...new Set(cut)].filter((sample) => termsOf(sample, table).length === 1 && !/\s/.test(sample));
}

interface Pagefind {
  search: (query: string) => Promise<{ results: Array<{ data: () => Promise<{ meta: { slug: string } }> }> }>;
}

/** For each query, the slugs of the texts that Pagefind names. */
async function slugsFound(queries: string[]): Promise<string[][]> {
  // A string, because the test runner would rewrite the import.
  await page.evaluate(`import('/pagefind/pagefind.js').then((api) => { window.pagefind = api; })`);
  return page.evaluate(async (all) => {
    const { pagefind } = window as unknown as { pagefind: Pagefind };
    const found: string[][] = [];
    for (const query of all) {
      const { results } = await pagefind.search(query);
      found.push(await Promise.all(results.map(async ({ data }) => (await data()).meta.slug)));
    }
    return found;
  }, queries);
}

it('finds every text that has a substring, and after the exact test no other', async () => {
  const terms = samples().map((sample) => termsOf(sample, table)[0]!);
  const lookups = terms.map(lookupOf);
  const queries = lookups.map(({ phrases, prefixes }) => [
    ...phrases.map((phrase) => `"${phrase}"`),
    ...prefixes,
  ]);
  const answers = await slugsFound(queries.flat());
  let next = 0;
  expect(terms.length).toBeGreaterThan(200);
  for (const [index, term] of terms.entries()) {
    const sets = queries[index]!.map(() => answers[next++]!);
    expect(sets.length, `"${term}" is looked up`).toBeGreaterThan(0);
    const candidates = slugs.filter((slug) => sets.every((set) => set.includes(slug)));
    const having = slugs.filter((slug) =>
      texts.some(({ slug: other, text }) => other === slug && findHits(text, [term], table).length > 0),
    );
    expect(candidates, `"${term}"`).toEqual(expect.arrayContaining(having));
  }
});

it('folds both scripts of a text to the same', () => {
  for (const slug of slugs) {
    const [hant, hans] = texts.filter((text) => text.slug === slug).map(({ text }) => text);
    expect(hant!.blocks.map(([, block]) => foldText(block, table))).toEqual(
      hans!.blocks.map(([, block]) => foldText(block, table)),
    );
  }
});
