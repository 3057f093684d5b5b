/** The search page over a larger collection: made-up texts and their index put in place of the site's own. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Emendation } from '../../src/contract/schema.ts';
import { parseFold } from '../../src/pipeline/text/fold.ts';
import { buildIndex } from '../../src/site/search/build-index.ts';
import { type Facet, type Filters, facetOf, facets } from '../../src/site/search/facets.ts';
import { findHits } from '../../src/site/search/find-hits.ts';
import { foldText } from '../../src/site/search/fold-text.ts';
import { parseQuery } from '../../src/site/search/query.ts';
import { type SearchText, searchedBlocks } from '../../src/site/search/searched-blocks.ts';
import { type Article, makeArticle, writeArticle } from '../support/made-articles.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { at, openBrowser } from './open-browser.ts';
import { statusOf } from './type-query.ts';

const TEXTS = 34;
const COMMON = '电商';
/** Blocks that some articles end with, from which number on, in both scripts. */
const ENDINGS: ReadonlyArray<readonly [from: number, hans: string, hant: string]> = [
  [0, `${COMMON}之末。`, '電商之末。'],
  [12, '子商务，社会化；社会化电子商务。', '子商務，社會化；社會化電子商務。'],
  [28, '末尾，龙凤麟；龙凤麟龟鹤鹿末尾。', '末尾，龍鳳麟；龍鳳麟龜鶴鹿末尾。'],
  [12, `龙凤${'，'.repeat(20)}鹤鹿。鹤鹿龙凤`, `龍鳳${'，'.repeat(20)}鶴鹿。鶴鹿龍鳳`],
];

const LANGUAGES = ['zh-Hans', 'zh-Hant'] as const;

const table = parseFold(await readFile(new URL('../../src/data/fold.txt', import.meta.url), 'utf8'));
const site = pathToFileURL(`${temporaryFolder()}/`);
const browser = await openBrowser();
let page: Page;
const texts: SearchText[] = [];
const fetched: string[] = [];

beforeAll(async () => {
  for (const [number, aligned] of alignedArticles().entries()) {
    const article = withEndings(aligned, number);
    texts.push(article['zh-Hant']);
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
      await route.fulfill({ path: fileURLToPath(new URL(path, site)) });
    });
  }
});

/** Articles that are the same in both scripts when they are folded: of others the index does not count the places. */
function alignedArticles(): Article[] {
  const articles: Article[] = [];
  for (let number = 0; articles.length < TEXTS; number++) {
    const article = makeArticle(number);
    const [hans, hant] = LANGUAGES.map((language) => searchedBlocks(article[language]));
    const aligned = new Set(
      hans?.flatMap(([id, text], n) => (fold(text) === fold(hant?.[n]?.[1] ?? '') ? [id] : [])),
    );
    if (!aligned.has('title') || !aligned.has('imprint')) continue;
    for (const language of LANGUAGES)
      article[language].blocks = article[language].blocks.filter(([id]) => aligned.has(id));
    articles.push(article);
  }
  return articles;
}

function fold(text: string): string {
  return foldText(text, table);
}

function withEndings(article: Article, number: number): Article {
  for (const [n, [from, hans, hant]] of ENDINGS.entries()) {
    if (number < from) continue;
    article['zh-Hans'].blocks.push([`p${99 - n}`, hans]);
    article['zh-Hant'].blocks.push([`p${99 - n}`, hant]);
  }
  return article;
}

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

async function open(query: string): Promise<string> {
  await page.goto(at(`/search/?${query}`));
  return await statusOf(page);
}

const listed = () => page.locator('#findings > li').count();

/** The texts that a plain reader would find, and the number of places. */
function having(source: string, filters: Filters = {}): { texts: SearchText[]; hits: number } {
  const query = parseQuery(source, table);
  const isWanted = (text: SearchText) =>
    facets.every((facet) => filters[facet] === undefined || facetOf(text, facet) === filters[facet]);
  const found = texts
    .filter(isWanted)
    .map((text) => ({ text, blocks: findHits(text, query, { table }) }))
    .filter(({ blocks }) => blocks.length > 0);
  const hits = found.flatMap(({ blocks }) => blocks).reduce((sum, block) => sum + block.hits.length, 0);
  return { texts: found.map(({ text }) => text), hits };
}

/** How many of the texts found have each value of a facet; its own filter does not count. */
function countsOf(facet: Facet, source: string, filters: Filters): Map<string, number> {
  const { [facet]: _, ...others } = filters;
  const values = having(source, others).texts.flatMap((text) => facetOf(text, facet) ?? []);
  const groups = Map.groupBy(values, (value) => value);
  return new Map([...groups].map(([value, all]) => [value, all.length]));
}

/** The values that a list offers, with their numbers. */
async function offered(facet: Facet): Promise<Map<string, number>> {
  const labels = await page.locator(`#${facet} option`).allTextContents();
  return new Map(
    labels.flatMap((label) => {
      const [, value, count] = /^(.*)（(\d+)）$/.exec(label) ?? [];
      return value === undefined ? [] : [[value, Number(count)] as const];
    }),
  );
}

describe('a search over many texts', () => {
  it('lists all of them, ten at a time, and as many when the reader comes back', async () => {
    expect(await open(`q=${COMMON}之末`)).toBe(`「${COMMON}之末」：${TEXTS} 篇文章，${TEXTS} 處。`);
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

  it.each(['我们', '中国', '可以', COMMON])(
    'counts all places of %s without reading the texts',
    async (query) => {
      const { texts: all, hits } = having(query);
      fetched.length = 0;
      expect(all.length).toBeGreaterThan(10);
      expect(await open(`q=${query}`)).toBe(`「${query}」：${all.length} 篇文章，${hits} 處。`);
      expect(fetched.filter((path) => path.startsWith('texts/')).length).toBeLessThanOrEqual(10);
    },
  );

  it.each([
    '社会化电子商务',
    '龙凤麟龟鹤鹿末尾',
    '龙凤 ~2 鹤鹿',
    '龙凤 ~0 鹤鹿',
    '龙凤 ~20 鹤鹿',
    '鹤 ~2 凤',
    '社会化 电子商务 -龟鹤',
    '我们 可以',
    'cr',
    'rm',
    '"crm"',
    '20',
    '，我',
  ])('finds the texts that have %s, each of them and no other', async (query) => {
    const { texts: all } = having(query);
    expect(all.length).toBeGreaterThan(3);
    expect(await open(new URLSearchParams({ q: query }).toString())).toContain(`：${all.length} 篇文章`);
  });

  it('shows the newest first on wish', async () => {
    await open(`q=${COMMON}之末&order=date`);
    for (const all of [20, 30, TEXTS]) {
      await page.locator('#more').click();
      await page.waitForFunction((n) => document.querySelectorAll('#findings > li').length === n, all);
    }
    const imprints = await page.locator('#findings .imprint').allTextContents();
    const dates = imprints.map((text) => /\d{4}-\d\d-\d\d/.exec(text)?.[0]);
    expect(dates).toEqual(
      texts
        .map(({ date }) => date)
        .toSorted()
        .toReversed(),
    );
  });

  it('fetches what narrows it only when the reader unfolds it', async () => {
    fetched.length = 0;
    await open(`q=${COMMON}之末`);
    await page.waitForTimeout(600); // longer than a reader must have stopped typing
    const filters = () => fetched.filter((path) => path.includes('/filter/'));
    expect(filters()).toEqual([]);
    await page.getByText('篩選').click();
    await expect.poll(() => filters().length).toBeGreaterThan(0);
  });

  it.each([`${COMMON}之末`, `我们 ${COMMON}之末`, '可以 我们', '"crm" 我们', '龙凤 ~2 鹤鹿'])(
    'for %s is narrowed by year, by publisher, by author, and says how many each leaves',
    async (query) => {
      const address = new URLSearchParams({ q: query });
      for (const facet of facets) {
        await open(`${address}`);
        await page.getByText('篩選').click();
        await expect.poll(() => offered(facet)).toEqual(countsOf(facet, query, {}));
        const select = page.locator(`#${facet}`);
        const [value = '', count] = [...(await offered(facet))][0] ?? [];
        await select.selectOption(value);
        await page.waitForFunction(
          (n) => document.querySelectorAll('#findings > li').length === n,
          Math.min(Number(count), 10),
        );
        expect(await statusOf(page)).toContain(`：${count} 篇文章`);
        expect(new URL(page.url()).searchParams.get(facet)).toBe(value);
        for (const other of facets)
          await expect
            .poll(() => offered(other), { message: `${other}, ${facet} being ${value}` })
            .toEqual(countsOf(other, query, { [facet]: value }));
      }
    },
  );

  it('is narrowed by two of them at once', async () => {
    const [text] = having(`我们 ${COMMON}之末`).texts;
    const filters = { publisher: text?.publisher ?? '', year: text?.date?.slice(0, 4) ?? '' };
    const count = having(`我们 ${COMMON}之末`, filters).texts.length;
    const status = await open(`${new URLSearchParams({ q: `我们 ${COMMON}之末`, ...filters })}`);
    expect(status).toContain(`：${count} 篇文章`);
    for (const facet of facets)
      await expect.poll(() => offered(facet)).toEqual(countsOf(facet, `我们 ${COMMON}之末`, filters));
  });

  it('in the emendations finds those that were restored, and reads the apparatus of what it shows', async () => {
    fetched.length = 0;
    expect(await open('q=國&in=corr')).toContain(`${TEXTS / 2} 篇`);
    expect(await page.locator('#findings .record b').allTextContents()).toEqual(Array(10).fill('國'));
    expect(await page.locator('#findings .record mark').first().textContent()).toBe('電');
    expect(new Set(fetched.filter((path) => path.endsWith('apparatus.json'))).size).toBe(10);
    expect(await open('q=guo&in=sic')).toContain(`${TEXTS} 篇`);
    expect(await open('q=uó)1&in=sic')).toContain(
      `${texts.filter((_, n) => `${n}`.startsWith('1')).length} 篇`,
    );
    expect(await open('q=國&in=sic')).toContain('找不到');
  });
});
