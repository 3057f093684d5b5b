/** The search page over a larger collection: made-up texts and their index put in place of the site's own. */
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Emendation } from '../../src/contract/schema.ts';
import { buildIndex } from '../../src/site/search/build-index.ts';
import { found } from '../support/found.ts';
import { makeArticle, writeArticle } from '../support/made-articles.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { at, openBrowser } from './open-browser.ts';

const TEXTS = 34;
const COMMON = '电商';

const site = pathToFileURL(`${temporaryFolder()}/`);
const browser = await openBrowser();
let page: Page;
const fetched: string[] = [];

beforeAll(async () => {
  for (let number = 0; number < TEXTS; number++) {
    const article = makeArticle(number);
    article['zh-Hans'].blocks.push(['p99', `${COMMON}之末。`]);
    article['zh-Hant'].blocks.push(['p99', '電商之末。']);
    writeArticle(site, article);
    const apparatus = JSON.stringify({ emendations: [emendation(number)] });
    await writeFile(new URL(`texts/${article.slug}/apparatus.json`, site), apparatus);
  }
  await buildIndex(site);
  page = await browser.newPage({ serviceWorkers: 'block' }); // which would fetch past the routes below
  for (const pattern of ['**/search-index/**', '**/texts/*/*.json']) {
    await page.route(pattern, async (route) => {
      const path = new URL(route.request().url()).pathname.slice(1);
      fetched.push(path);
      await route.fulfill({ body: await readFile(new URL(path, site)) });
    });
  }
});

function emendation(number: number): Emendation {
  const place = { block: 'p99', start: 0, end: 1 };
  return {
    id: 'e1',
    start: 0,
    end: 8,
    sic: `?guó)${number}`,
    corr: number % 2 === 0 ? '國' : '電',
    kind: 'torn-gloss',
    cert: 'high',
    evidence: { reading: 'guó' },
    place,
  };
}

async function open(query: string): Promise<string | null> {
  await page.goto(at(`/search/?${query}`));
  await page.waitForFunction(() => document.getElementById('status')?.textContent !== '');
  return page.getByRole('status').textContent();
}

const listed = () => page.locator('#findings > li').count();

describe('a search over many texts', () => {
  it('lists all of them, ten at a time, and as many when the reader comes back', async () => {
    expect(await open(`q=${COMMON}之末`)).toContain(`${TEXTS} 篇`);
    expect(await listed()).toBe(10);
    const more = page.locator('#more');
    for (const all of [20, 30, TEXTS]) {
      await more.click();
      await page.waitForFunction((n) => document.querySelectorAll('#findings > li').length === n, all);
      expect(await page.evaluate(() => document.activeElement?.matches('#findings h2 a'))).toBe(true);
    }
    expect(await more.isVisible()).toBe(false);
    const slugs = await page
      .locator('#findings h2 a')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    expect(new Set(slugs).size).toBe(TEXTS);
    await page.goto(at('/method/'));
    await page.goBack();
    await page.waitForFunction((n) => document.querySelectorAll('#findings > li').length === n, TEXTS);
  });

  it('is narrowed by year, by publisher, and by the author the reader turns to', async () => {
    await page.mouse.move(0, 0); // over a list it would fetch what the list shows
    fetched.length = 0;
    await open(`q=${COMMON}之末`);
    expect(fetched.some((path) => path.endsWith('/author.bin'))).toBe(false);
    for (const facet of ['year', 'publisher', 'author']) {
      const select = page.locator(`#${facet}`);
      await select.focus();
      await page.waitForFunction((id) => document.querySelectorAll(`#${id} option`).length > 2, facet);
      const label = (await select.locator('option').nth(1).textContent()) ?? '';
      const [, value = '', count] = found(/^(.*)（(\d+)）$/.exec(label), 'number in the label');
      await select.selectOption(value);
      await page.waitForFunction(
        (n) => document.querySelectorAll('#findings > li').length === n,
        Math.min(Number(count), 10),
      );
      expect(new URL(page.url()).searchParams.get(facet)).toBe(value);
      await open(`q=${COMMON}之末`);
    }
  });

  it('in the emendations reads packed records, and no apparatus', async () => {
    fetched.length = 0;
    expect(await open('q=國&in=corr')).toContain(`${TEXTS / 2} 篇`);
    expect(await page.locator('#findings .record b').allTextContents()).toEqual(Array(10).fill('國'));
    expect(await page.locator('#findings .record mark').first().textContent()).toBe('電');
    expect(await open('q=guo&in=sic')).toContain(`${TEXTS} 篇`);
    expect(fetched.filter((path) => path.endsWith('apparatus.json'))).toEqual([]);
    expect(fetched.filter((path) => /\/records-\d+\.bin$/.test(path)).length).toBeLessThanOrEqual(2);
  });
});
