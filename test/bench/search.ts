/**
 * Does the search find everything, and nothing else, and what does it cost?
 *
 *     npm run bench:search                # 1,000, 6,000 and 10,000 made-up articles of 900 characters
 *     npm run bench:search -- 1000
 *     npm run bench:search -- 1000 --long # of 2,000 characters
 *
 * Builds the site once and measures it as it is; then made-up articles take the place of its texts. In a real Chromium random
 * substrings in either script or mixed are held against a plain test on the texts. Beside it, on the same articles,
 * Pagefind as it comes, with its own Chinese.
 *
 * Exits with 1 when an answer is wrong or a promise in bytes is broken; the times, which other work on the machine
 * makes longer, are printed and break none.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { type Browser, chromium } from 'playwright-core';
import { chromiumOptions } from '../../scripts/chromium.ts';
import { readData } from '../../src/data/read-data.ts';
import { buildIndex } from '../../src/site/search/build-index.ts';
import { listTexts, readText } from '../../src/site/search/built-texts.ts';
import { makeArticle, writeArticle } from '../support/made-articles.ts';
import { describeFiles } from './search-files.ts';
import { askPlainPagefind, type PagefindText, writePlainPagefind } from './search-pagefind.ts';
import { PlainSearch } from './search-plain.ts';
import {
  describeJudgement,
  describeLoad,
  describeSearch,
  describeWeights,
  megabytes,
  usual,
} from './search-report.ts';
import { measureSite } from './search-site.ts';

/** The median first query without the page, in kilobytes; the seconds to index 10,000 articles on two processors. */
const WANTED = { shipped: 110, made: 260, seconds: 90 };
/** In characters, with the headings. */
const LENGTHS = { usual: 870, long: 2000 };
/** Phrases that Pagefind's own Chinese is asked for, and how many of them are first queries. */
const PHRASES = 200;
const FIRST_PHRASES = 40;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { long: { type: 'boolean', default: false } },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [1000, 6000, 10_000];
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  console.error('Give the numbers of articles, such as: npm run bench:search -- 1000 6000');
  process.exit(2);
}
const length = options.long ? LENGTHS.long : LENGTHS.usual;

process.env.ASTRO_TELEMETRY_DISABLED ??= '1';
const root = new URL('../../', import.meta.url);
const cache = new URL('.cache/bench-search/', root);
const site = new URL('site/', cache);
const browser = await chromium.launch(chromiumOptions());
await buildSite();
let isKept = await measureShipped();
rmSync(new URL('texts/', site), { recursive: true, force: true });
const plain = new PlainSearch(readData('fold.txt'));
let made = 0;
for (const size of sizes.sort((a, b) => a - b)) {
  isKept = (await measureMade(size)) && isKept;
  await comparePagefind(size, browser);
}
await browser.close();
process.exitCode = isKept ? 0 : 1;

async function buildSite(): Promise<void> {
  rmSync(site, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  const folders = {
    root: fileURLToPath(root),
    outDir: fileURLToPath(site),
    cacheDir: fileURLToPath(new URL('astro/', cache)),
  };
  await build({ ...folders, logLevel: 'warn' });
}

/** The site with its own texts. */
async function measureShipped(): Promise<boolean> {
  const shipped = new PlainSearch(readData('fold.txt'));
  const { entries } = listTexts(site);
  for (const { slug } of entries) {
    const { hant, hans } = readText(site, slug);
    shipped.add({ slug, 'zh-Hant': hant, 'zh-Hans': hans });
  }
  return report(`The site as it is, ${entries.length} texts`, shipped, { wanted: WANTED.shipped });
}

async function measureMade(size: number): Promise<boolean> {
  for (; made < size; made++) {
    const article = makeArticle(made, length);
    writeArticle(site, article);
    plain.add(article);
  }
  const began = performance.now();
  await buildIndex(site);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const each = (plain.characters / size).toFixed(0);
  const indexed = `indexed in ${seconds} s by the clock (wanted ${WANTED.seconds} at 10,000); ${describeLoad()}`;
  return report(`${size} articles of ${each} characters`, plain, { wanted: WANTED.made, indexed });
}

/** Measures the site, prints it, and says whether all that is promised is kept. */
async function report(
  heading: string,
  known: PlainSearch,
  { wanted, indexed }: { wanted: number; indexed?: string },
): Promise<boolean> {
  const measured = await measureSite(site, known, browser);
  const lines = [...describeSearch(measured, wanted), ...(indexed ? [indexed] : [])];
  console.log(['', heading, ...lines].join('\n  '));
  return measured.judgement.wrong.length === 0 && usual(measured.first) <= wanted;
}

/** What Pagefind finds with its own Chinese, of phrases of three characters. */
async function comparePagefind(size: number, browser: Browser): Promise<void> {
  const folder = new URL('pagefind/', cache);
  rmSync(folder, { recursive: true, force: true });
  const began = performance.now();
  await writePlainPagefind(folder, textsOf(size));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const phrases = plain.phrases(PHRASES);
  const queries = [...phrases, ...phrases.map((phrase) => `"${phrase}"`)];
  const first = phrases.slice(0, FIRST_PHRASES);
  const asked = await askPlainPagefind(folder, queries, { browser, first });
  const files = describeFiles(folder);
  const lines = [
    `phrases of three characters: ${describeJudgement(plain.judge(phrases, asked.answers.slice(0, PHRASES)))}`,
    `the same in quotation marks: ${describeJudgement(plain.judge(phrases, asked.answers.slice(PHRASES)))}`,
    `first query, without a page: ${describeWeights(asked.first, false)}`,
    `index: ${files.count} files, ${megabytes(files.bytes)}, indexed in ${seconds} s by the clock`,
  ];
  console.log(
    ['', `  Beside it, Pagefind’s own Chinese on the Simplified of the same ${size}`, ...lines].join(
      '\n    ',
    ),
  );
}

function* textsOf(size: number): Generator<PagefindText> {
  for (let number = 0; number < size; number++) {
    const { slug, 'zh-Hans': text } = makeArticle(number, length);
    yield { slug, text };
  }
}
