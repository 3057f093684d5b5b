/**
 * Lighthouse's performance score, as on a middling phone, of the site in `dist/`. Machines are noisy, so it gates nothing:
 * each page is measured three times and the middle one counts.
 *
 *     npm run build && npm run bench:page
 *     npm run bench:page -- texts/letter-to-ma-huateng/zh-hans/   # these pages
 */
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import lighthouse, { type Result } from 'lighthouse';
import { chromium } from 'playwright-core';
import { chromiumOptions } from '../../scripts/chromium.ts';
import { freePort } from '../browser/free-port.ts';
import { found } from '../support/found.ts';
import { serveFolder } from '../support/serve-folder.ts';
import { medianBy } from './median.ts';

const RUNS = 3;
const METRICS = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
];

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
if (!existsSync(`${dist}index.html`)) {
  console.error('There is no site in dist/ yet: run npm run build.');
  process.exit(1);
}

const [slug] = existsSync(`${dist}texts`) ? readdirSync(`${dist}texts`) : [];
const paths =
  process.argv.length > 2 ? process.argv.slice(2) : ['', 'search/', ...(slug ? [`texts/${slug}/`] : [])];
const devtools = await freePort();
const { address, close } = await serveFolder(dist);
const browser = await chromium.launch(chromiumOptions(`--remote-debugging-port=${devtools}`));

for (const path of paths) console.log(await measure(path));
await browser.close();
await close();

/** A line on a page: its score, and what it is made of. */
async function measure(path: string): Promise<string> {
  const runs: Result[] = [];
  for (let run = 0; run < RUNS; run++) {
    const result = await lighthouse(address + path, {
      port: devtools,
      onlyCategories: ['performance'],
      logLevel: 'error',
    });
    if (result) runs.push(result.lhr);
  }
  const { audits, ...middle } = medianBy(runs, scoreOf);
  const metrics = METRICS.map((id) => {
    const { title, displayValue } = found(audits[id], `audit ${id}`);
    return `${title} ${displayValue}`;
  });
  return `/${path}: ${scoreOf(middle)} (of ${runs.map(scoreOf).join(', ')}) · ${metrics.join(' · ')}`;
}

function scoreOf({ categories }: Pick<Result, 'categories'>): number {
  return Math.round((categories.performance?.score ?? 0) * 100);
}
