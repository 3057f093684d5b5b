/** The search without a network, and with an index that is broken: it says what it searched, and never that nothing is there. */
import { readFileSync } from 'node:fs';
import type { Page, Route } from 'playwright-core';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { found } from '../support/found.ts';
import { serveFolder } from '../support/serve-folder.ts';
import { openBrowser } from './open-browser.ts';

const LETTER = 'texts/letter-to-ma-huateng/';
const OTHER = 'texts/social-commerce-operations/';
/** Both texts have it. */
const COMMON = '電商';
/** Only the other one has it. */
const OF_OTHER = 'HiShop';
const KEPT_ONE = '離線：只搜尋了這台裝置存下的 1 篇文章。';
const FAILED = '搜尋功能載入失敗，請重新整理頁面再試。';
const NONE = '找不到';
/** Beside other tests a search takes up to 2.3 s. */
const PATIENCE = { timeout: 20_000 };

const site = found(inject('sites')[0], 'site');
const browser = await openBrowser();

interface Visit {
  page: Page;
  address: string;
  /** Cuts the browser off. */
  disconnect: () => Promise<void>;
  /** Ends the server, which the browser does not know. */
  stop: () => Promise<void>;
}

/** A reader who has been on the first page, so that there is a service worker. */
async function visit(): Promise<Visit> {
  const { address, close: stop } = await serveFolder(site.folder);
  const context = await browser.newContext();
  onTestFinished(async () => {
    await context.close();
    await stop();
  });
  const page = await context.newPage();
  await page.goto(address);
  return { page, address, stop, disconnect: () => context.setOffline(true) };
}

/** Paths of all that the browser has kept. */
function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname.slice(1));
  });
}

async function waitUntilKept(page: Page, ...paths: string[]): Promise<void> {
  await expect
    .poll(() => kept(page), PATIENCE)
    .toEqual(expect.arrayContaining(paths.map((path) => expect.stringMatching(path))));
}

/** Reads a text until it can be found again without a network. */
async function read({ page, address }: Visit, path: string, words = 'zh-Hant.json'): Promise<void> {
  await waitUntilKept(page, '^$');
  await page.goto(address + path);
  const folder = path.replace(/zh-han[st]\/$/, '');
  await waitUntilKept(page, `${path}$`, folder + words, 'search/$', '/SearchPanel');
}

async function statusOf(page: Page): Promise<string> {
  await page.waitForFunction(() => {
    const isDone = document.getElementById('findings')?.ariaBusy === 'false';
    return isDone && document.getElementById('status')?.textContent !== '';
  });
  return (await page.locator('#status').textContent()) ?? '';
}

async function search({ page, address }: Visit, query: string, script = ''): Promise<string> {
  await page.goto(`${address}${script}search/?q=${query}`);
  return statusOf(page);
}

describe('without a network', () => {
  test('the search page opens with another query, even if it was opened before the worker was ready', async () => {
    const reader = await visit();
    await search(reader, '微信');
    await waitUntilKept(reader.page, '^search/$');
    await reader.stop();
    await search(reader, COMMON);
    expect(await reader.page.getByRole('searchbox').inputValue()).toBe(COMMON);
  });

  test('the text that was read is searched, and the finding leads to its page', async () => {
    const reader = await visit();
    const { page, address } = reader;
    await read(reader, LETTER);
    await reader.disconnect();
    expect(await search(reader, COMMON)).toMatch(`${KEPT_ONE}「${COMMON}」：1 篇文章，`);
    expect(new Set(await page.locator('#findings mark').allTextContents())).toEqual(new Set([COMMON]));
    await page.locator('#findings .quotation a').last().click();
    await page.waitForURL(/#p\d+$/);
    const url = new URL(page.url());
    expect(url.href).toContain(`${address}${LETTER}?mark=`);
    const row = page.locator(url.hash);
    expect(await row.textContent()).toContain(COMMON);
    await expect
      .poll(() => row.evaluate((one) => one.getBoundingClientRect().top < innerHeight), PATIENCE)
      .toBe(true);
    expect(await search(reader, OF_OTHER)).toBe(`${KEPT_ONE}其中沒有「${OF_OTHER}」。`);
    expect(await search(reader, `${COMMON}&in=corr`)).toMatch(/^離線時只能搜尋文章/);
  });

  test('it opens over the text that was read, in either script', async () => {
    const reader = await visit();
    const { page } = reader;
    await read(reader, `${LETTER}zh-hans/`, 'zh-Hans.json');
    await reader.disconnect();
    await page.reload();
    await page.keyboard.press('/');
    const field = page.locator('dialog #query');
    await field.fill(COMMON);
    expect(await statusOf(page)).toContain('离线：只搜索了这台设备存下的 1 篇文章。');
    const link = page.locator('#findings .quotation a').first();
    expect(await link.getAttribute('href')).toContain(`/${LETTER}zh-hans/?mark=`);
    expect(await link.locator('mark').first().textContent()).toBe('电商');
  });

  test('and without a text it says what to do', async () => {
    const reader = await visit();
    await waitUntilKept(reader.page, '^$');
    await reader.page.goto(`${reader.address}search/`);
    await waitUntilKept(reader.page, '^search/$', '/SearchPanel', '/find-hits');
    await reader.disconnect();
    expect(await search(reader, COMMON)).toBe('離線，而這台裝置還沒有存下文章；連上網路後再試。');
  });
});

describe('without a server', () => {
  test('what was searched before is found again in full, and of other words only what was read', async () => {
    const reader = await visit();
    await read(reader, LETTER);
    await reader.page.goto(reader.address + OTHER);
    await waitUntilKept(reader.page, `${OTHER}zh-Hant.json`);
    const full = await search(reader, COMMON);
    expect(full).toContain('2 篇文章');
    await waitUntilKept(reader.page, 'index.json$', 'pagefind-entry.json$', 'pf_index$', 'pf_fragment$');
    await reader.stop();
    expect(await search(reader, COMMON)).toBe(full);
    await reader.page.evaluate(async () => {
      const index = (await caches.keys()).filter((name) => name.startsWith('zhengben-index-'));
      await Promise.all(index.map((name) => caches.delete(name)));
    });
    expect(await search(reader, COMMON)).toMatch(
      /^搜尋功能載入失敗：只搜尋了這台裝置存下的 2 篇文章。「電商」：2 篇文章/,
    );
  });
});

describe('a broken index', () => {
  const cut = (route: Route) => {
    const file = readFileSync(site.folder + new URL(route.request().url()).pathname.slice(1));
    return route.fulfill({ body: file.subarray(0, file.length / 2) });
  };
  const missing = (route: Route) => route.fulfill({ status: 404 });
  const page404 = (route: Route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });

  test.each([
    ['without its plan', '**/search-index/index.json', missing],
    ['without its list of words', '**/*.pf_meta', missing],
    ['with half a list of words', '**/*.pf_meta', cut],
    ['whose words do not come', '**/*.pf_index', (route: Route) => route.abort()],
    ['with half of its words', '**/*.pf_index', cut],
    ['with a page in place of its words', '**/*.pf_index', page404],
    ['with half a program', '**/wasm.*', cut],
    ['without its script', '**/pagefind.js*', missing],
  ])('%s says so, and finds again when it is whole', async (_, pattern, answer) => {
    const page = await browser.newPage({ serviceWorkers: 'block' }); // which would fetch past the routes
    onTestFinished(() => page.close());
    await page.route(pattern, answer);
    await page.goto(`${site.address}search/`);
    const field = page.getByRole('searchbox');
    await field.fill('社會化');
    const said = await statusOf(page);
    expect(said).toBe(FAILED);
    expect(said).not.toContain(NONE);
    await page.unroute(pattern);
    await field.fill(COMMON);
    await expect.poll(() => page.locator('#status').textContent(), PATIENCE).toContain('2 篇文章');
  });

  test('that was kept broken is fetched anew', async () => {
    const reader = await visit();
    await waitUntilKept(reader.page, '^$');
    expect(await search(reader, COMMON)).toContain('2 篇文章');
    await waitUntilKept(reader.page, 'pf_index$');
    await reader.page.evaluate(async () => {
      const name = (await caches.keys()).find((one) => one.startsWith('zhengben-index-')) ?? '';
      const cache = await caches.open(name);
      for (const { url } of await cache.keys())
        if (url.endsWith('.pf_index')) await cache.put(url, new Response(new Uint8Array([0x1f, 0x8b, 8])));
    });
    expect(await search(reader, COMMON)).toContain('2 篇文章');
  });
});

test('where the search cannot open over a page, the search page opens', async () => {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  onTestFinished(() => page.close());
  await page.route('**/SearchPanel.*.js', (route) => route.abort());
  await page.goto(site.address + LETTER);
  await page.keyboard.press('/');
  await page.waitForURL(`${site.address}search/`);
});
