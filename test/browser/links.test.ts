import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, openBrowser } from './open-browser.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ javaScriptEnabled: false });
});
afterAll(() => browser.close());

interface Found {
  ids: string[];
  links: string[];
}

/** Every page that can be reached from the catalogue, with its ids and the links to this site. */
async function crawl(): Promise<Map<string, Found>> {
  const pages = new Map<string, Found>();
  const queue = [at('/')];
  for (let address = queue.pop(); address; address = queue.pop()) {
    if (pages.has(address)) continue;
    const response = await page.request.get(address);
    expect(response.status(), address).toBe(200);
    const isPage = response.headers()['content-type']?.startsWith('text/html') ?? false;
    const found = isPage ? await read(address) : { ids: [], links: [] };
    pages.set(address, found);
    queue.push(...found.links.map((link) => link.replace(/#.*/, '')));
  }
  return pages;
}

async function read(address: string): Promise<Found> {
  await page.goto(address);
  return page.evaluate(() => ({
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .map(({ href }) => href)
      .filter((href) => href.startsWith(location.origin)),
  }));
}

it('has no broken link, no broken anchor and no id given twice', async () => {
  const pages = await crawl();
  expect(pages.size).toBeGreaterThan(10);
  for (const [address, { ids, links }] of pages) {
    expect(new Set(ids).size, `ids of ${address}`).toBe(ids.length);
    for (const link of new Set(links)) {
      const [target = '', anchor] = link.split('#');
      if (anchor)
        expect(pages.get(target)?.ids, `${link} on ${address}`).toContain(decodeURIComponent(anchor));
    }
  }
});
