import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFold } from '../../src/pipeline/text/fold.ts';
import { buildIndex } from '../../src/site/search/build-index.ts';
import { listTexts } from '../../src/site/search/built-texts.ts';
import { foldText } from '../../src/site/search/fold-text.ts';
import { writePagefind } from '../../src/site/search/pagefind/write-pagefind.ts';
import { parseQuery } from '../../src/site/search/query.ts';
import { type SearchText, searchedBlocks } from '../../src/site/search/searched-blocks.ts';
import { bundle } from '../support/bundle.ts';
import { found } from '../support/found.ts';
import { makeArticle, writeArticle } from '../support/made-articles.ts';
import { type Served, serveFolder } from '../support/serve-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { at, openBrowser } from './open-browser.ts';

const seeds = ['letter-to-ma-huateng', 'social-commerce-operations'];
const fold = await readFile(new URL('../../src/data/fold.txt', import.meta.url), 'utf8');
const table = parseFold(fold);

const site = pathToFileURL(`${temporaryFolder()}/`);
const browser = await openBrowser();
let page: Page;
let served: Served;
/** Both scripts of every text. */
const texts = new Map<string, [hant: SearchText, hans: SearchText]>();

beforeAll(async () => {
  for (const slug of seeds) {
    const [hant, hans] = await Promise.all([seed(slug, 'zh-Hant'), seed(slug, 'zh-Hans')]);
    writeArticle(site, { slug, 'zh-Hant': hant, 'zh-Hans': hans });
    texts.set(slug, [hant, hans]);
  }
  for (let number = 0; number < 20; number++) {
    const article = makeArticle(number);
    writeArticle(site, article);
    texts.set(article.slug, [article['zh-Hant'], article['zh-Hans']]);
  }
  await buildIndex(site);
  await writePagefind(new URL('pagefind/', site), foldedTexts(listTexts(site).entries));
  const script = await bundle(new URL('search-entry.ts', import.meta.url));
  const html = '<!doctype html><script type="module" src="/entry.js"></script>';
  const extras = { '/index.html': html, '/entry.js': script, '/fold.txt': fold };
  served = await serveFolder(fileURLToPath(site), { extras });
  page = await browser.newPage();
  await page.goto(served.address);
});
afterAll(async () => {
  await served?.close();
});

async function seed(slug: string, language: string): Promise<SearchText> {
  return (await (await fetch(at(`/texts/${slug}/${language}.json`))).json()) as SearchText;
}

async function* foldedTexts(entries: ReadonlyArray<{ slug: string }>): AsyncGenerator<string[]> {
  for (const { slug } of entries) yield blocksOf(slug);
}

/** The folded blocks of both scripts of a text. */
function blocksOf(slug: string): string[] {
  return found(texts.get(slug), slug).flatMap((text) =>
    searchedBlocks(text).map(([, block]) => foldText(block, table)),
  );
}

/** Substrings of all lengths from 1 to 12, taken at even steps from the blocks of every text in both scripts. */
function samples(): string[] {
  const all = [...texts.values()].flat().flatMap((text) => searchedBlocks(text).map(([, block]) => block));
  const cut = all.flatMap((block, n) =>
    Array.from({ length: 2 }, (_, index) => {
      const from = Math.floor(((index + (n % 5) / 5) * block.length) / 2);
      return block.slice(from, from + 1 + ((index + n) % 12));
    }),
  );
  const isPlain = (sample: string) =>
    parseQuery(sample, table).terms.length === 1 && !/[\s"“”＂\p{M}a-z0-9]|^[-－]/iu.test(sample);
  return [...new Set(cut)].filter(isPlain);
}

/** A plain test for a substring, in both scripts. */
function having(sample: string): string[] {
  const term = foldText(sample, table);
  return [...texts.keys()].filter((slug) => blocksOf(slug).some((block) => block.includes(term))).sort();
}

describe.each([
  ['concordance', 1],
  ['pagefind', 5],
])('through %s', (name, step) => {
  it('a search finds every text that has a substring, and no other', async () => {
    const queries = samples().filter((_, n) => n % step === 0);
    expect(queries.length).toBeGreaterThan(300 / step);
    const answers = await page.evaluate(
      ([index, all]) =>
        (globalThis as unknown as { findAll: (name: string, all: string[]) => Promise<string[][]> }).findAll(
          index,
          all,
        ),
      [name, queries] as const,
    );
    for (const [n, query] of queries.entries()) expect(answers[n], `"${query}"`).toEqual(having(query));
  }, 120_000);
});

it('both scripts of a text fold to the same', () => {
  for (const slug of seeds) {
    const [hant, hans] = found(texts.get(slug), slug);
    expect(hant.blocks.map(([, block]) => foldText(block, table))).toEqual(
      hans.blocks.map(([, block]) => foldText(block, table)),
    );
  }
});
