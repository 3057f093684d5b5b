import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { readData } from '../../src/data/read-data.ts';
import { INDEX_FOLDER } from '../../src/site/search/index-plan.ts';
import type { FoundTexts } from '../browser/search-entry.ts';
import { bundle } from '../support/bundle.ts';
import { serveFolder } from '../support/serve-folder.ts';
import { describeFiles, type Files } from './search-files.ts';
import { type FirstQuery, firstQueries, typing } from './search-measures.ts';
import type { Judgement, PlainSearch } from './search-plain.ts';

/** Random substrings that are asked for, and how many of them are first queries and typed letter by letter. */
const QUERIES = 400;
const FIRST = 40;
const TYPED = 40;

/** What the index finds hardest: what every text has, what is typed in passing, and what is only heard. */
const HARD = [
  '的',
  '一个',
  '我们',
  '我們一個',
  '没有什么',
  '我们 没有 什么',
  '"我们没有"',
  '一个 -我们',
  'c',
  'crm 2012',
  '2',
  'shehuihua dianshang',
  'women',
  'yg',
];

/** How right the search of a site is, what a first query costs, how long the findings take, and the files of the index. */
export interface Measured {
  judgement: Judgement;
  first: FirstQuery[];
  /** Milliseconds of each keystroke. */
  typed: number[];
  files: Files;
}

/** Asks the search of the built site at `site`, in a real browser, what the plain test knows. */
export async function measureSite(site: URL, plain: PlainSearch, browser: Browser): Promise<Measured> {
  const extras = {
    '/bench.html': '<!doctype html><script type="module" src="/entry.js"></script>',
    '/entry.js': await bundle(new URL('../browser/search-entry.ts', import.meta.url)),
    '/fold.txt': readData('fold.txt'),
  };
  const served = await serveFolder(fileURLToPath(site), { extras, canBeKept: true });
  const queries = plain.queries(QUERIES);
  const answers = await findAll(browser, `${served.address}bench.html`, queries);
  const address = `${served.address}search/`;
  const first = await firstQueries(browser, [...HARD, ...queries.slice(0, FIRST)], { address });
  const typed = await typing(browser, address, queries.slice(FIRST, FIRST + TYPED));
  await served.close();
  return {
    judgement: plain.judge(queries, answers),
    first,
    typed,
    files: describeFiles(new URL(INDEX_FOLDER, site)),
  };
}

async function findAll(browser: Browser, address: string, queries: readonly string[]): Promise<string[][]> {
  const page = await browser.newPage();
  await page.goto(address);
  const answers = await page.evaluate(
    (all) =>
      (globalThis as unknown as { findAll: (all: readonly string[]) => Promise<FoundTexts[]> }).findAll(all),
    queries,
  );
  await page.close();
  return answers.map(({ slugs }) => slugs);
}
