/**
 * Does the search find everything, and nothing else, and how fast?
 *
 *     npm run bench:search                # 1,000, 6,000 and 10,000 made-up articles
 *     npm run bench:search -- 1000
 *
 * Builds the site once, puts made-up articles beside its texts, indexes them, and asks in a real Chromium: random
 * substrings in either script or mixed, against a plain test on the texts. Exits with 1 when a promise is broken;
 * the times, which other work on the machine makes longer, are printed and break none.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'astro';
import { chromium } from 'playwright-core';
import { chromiumOptions } from '../../scripts/chromium.ts';
import { buildIndex } from '../../src/site/search/build-index.ts';
import { bundle } from '../support/bundle.ts';
import { makeArticle, writeArticle } from '../support/made-articles.ts';
import { serveFolder } from '../support/serve-folder.ts';
import { describeFiles, PROMISED, planFor } from './search-files.ts';
import { firstQueries, percentile, typing } from './search-measures.ts';
import { PlainSearch } from './search-plain.ts';

const sizes = process.argv.slice(2).map(Number);
if (sizes.length === 0) sizes.push(1000, 6000, 10_000);
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  console.error('Give the numbers of articles, such as: npm run bench:search -- 1000 6000');
  process.exit(2);
}
const QUERIES = 400;
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

process.env.ASTRO_TELEMETRY_DISABLED ??= '1';
const root = new URL('../../', import.meta.url);
const cache = new URL('.cache/bench-search/', root);
const site = new URL('site/', cache);
rmSync(site, { recursive: true, force: true });
mkdirSync(cache, { recursive: true });
const astro = {
  root: fileURLToPath(root),
  outDir: fileURLToPath(site),
  cacheDir: fileURLToPath(new URL('astro/', cache)),
};
await build({ ...astro, logLevel: 'warn' });
rmSync(new URL('texts/', site), { recursive: true, force: true });

const fold = readFileSync(new URL('src/data/fold.txt', root), 'utf8');
const entry = await bundle(new URL('../browser/search-entry.ts', import.meta.url));
const html = '<!doctype html><script type="module" src="/entry.js"></script>';
const extras = { '/bench.html': html, '/entry.js': entry, '/fold.txt': fold };
const plain = new PlainSearch(fold);
let made = 0;
let isKept = true;

for (const size of sizes.sort((a, b) => a - b)) {
  for (; made < size; made++) {
    const article = makeArticle(made);
    writeArticle(site, article);
    plain.add(article);
  }
  const began = process.cpuUsage();
  await buildIndex(site);
  const { user, system } = process.cpuUsage(began);
  const files = describeFiles(new URL('search-index/', site));
  const served = await serveFolder(fileURLToPath(site), { extras, canBeKept: true });
  const queries = plain.queries(QUERIES);
  const browser = await chromium.launch(chromiumOptions());
  const page = await browser.newPage();
  await page.goto(`${served.address}bench.html`);
  const answers = await page.evaluate(
    (all) =>
      (globalThis as unknown as { findAll: (name: string, all: string[]) => Promise<string[][]> }).findAll(
        'concordance',
        all,
      ),
    queries,
  );
  await page.close();
  const { recall, precision, wrong } = plain.judge(queries, answers);
  const first = await firstQueries(browser, served.address, [...HARD, ...queries.slice(0, 40)]);
  const warm = await typing(browser, served.address, queries.slice(40, 80));
  await browser.close();
  await served.close();
  const milliseconds = (key: 'clock' | 'processor') => {
    const all = warm.map((keystroke) => keystroke[key]);
    return `median ${percentile(all, 0.5).toFixed(0)} ms, p95 ${percentile(all, 0.95).toFixed(0)} ms`;
  };
  const kilobytes = first.map((bytes) => bytes / 1024);
  const most = Math.max(...kilobytes);
  const hardest = [...HARD, ...queries][kilobytes.indexOf(most)];
  const ok = wrong.length === 0 && most <= PROMISED.firstQuery && files.largest <= PROMISED.largest;
  isKept &&= ok;
  console.log(`
${size} articles, ${(plain.characters / 1e6).toFixed(1)} million characters; ${queries.length} queries
  recall ${(100 * recall).toFixed(2)} %, precision ${(100 * precision).toFixed(2)} %${wrong.length > 0 ? `; wrong: ${wrong.slice(0, 5).join(' | ')}` : ''}
  first query, with the page: median ${percentile(kilobytes, 0.5).toFixed(0)} KB, p95 ${percentile(kilobytes, 0.95).toFixed(0)} KB, most ${most.toFixed(0)} KB for ${hardest} (promised ${PROMISED.firstQuery})
  as you type, warm: ${milliseconds('clock')} by the clock, ${milliseconds('processor')} of processor time, over ${warm.length} keystrokes (wanted 100)
  index: ${files.count} files, ${(files.bytes / 1e6).toFixed(1)} MB, median ${(files.median / 1024).toFixed(0)} KB, largest ${(files.largest / 1024).toFixed(0)} KB (promised ${PROMISED.largest / 1024})
  built in ${((user + system) / 1e6).toFixed(1)} s of processor time; at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB of memory, the benchmark's own texts among them
  for 100,000: ${planFor(100_000, files, size)}`);
}
process.exitCode = isKept ? 0 : 1;
