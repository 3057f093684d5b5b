/** The built site wherever it stands: at a root, under a path, on disk; and without a network. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { linkFolderRelatively } from '../../src/site/build/link-relatively.ts';
import { found } from '../support/found.ts';
import { serveFolder } from '../support/serve-folder.ts';
import { brokenLinks, readLinks } from './check-links.ts';
import { openBrowser } from './open-browser.ts';
import { watchPage } from './watch-page.ts';

const browser = await openBrowser();

async function openContext(): Promise<BrowserContext> {
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  return context;
}

const sites = inject('sites').map((site) => ({ ...site, base: new URL(site.address).pathname }));
const slugsOf = ({ folder }: { folder: string }) => readdirSync(join(folder, 'texts')).sort();

/** A few characters from the middle of a text. */
function wordsOf({ folder }: { folder: string }, slug: string): string {
  const { blocks } = JSON.parse(readFileSync(join(folder, 'texts', slug, 'zh-Hant.json'), 'utf8'));
  const runs = blocks.flatMap(([, text]: [string, string]) => text.match(/\p{Script=Han}{6,}/gu) ?? []);
  return runs[runs.length >> 1].slice(0, 6);
}

describe.each(sites)('the site under $base', (site) => {
  const slug = found(
    slugsOf(site).find((name) => name === 'letter-to-ma-huateng' || name === 'damaged'),
    'damaged text',
  );

  test('leads nowhere that is not there', async () => {
    expect(brokenLinks(await readLinks(site))).toEqual([]);
  });

  test('finds its texts', async () => {
    const page = await (await openContext()).newPage();
    const complaints = watchPage(page, [site]);
    await page.goto(`${site.address}search/?q=${encodeURIComponent(wordsOf(site, slug))}`);
    const link = page.locator(`#findings a[href*="/texts/${slug}/"]`).first();
    await link.click();
    await page.waitForURL(`${site.address}texts/${slug}/**`);
    expect(complaints).toEqual([]);
  });

  test('says in data what a text is, and how it is kept among programs', async () => {
    const page = await (await openContext()).newPage();
    const complaints = watchPage(page, [site]);
    await page.goto(`${site.address}texts/${slug}/`);
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
    expect(data).toMatchObject({
      '@type': 'Article',
      inLanguage: 'zh-Hant',
      isBasedOn: { '@type': 'CreativeWork' },
    });
    const manifest = await page.locator('link[rel=manifest]').getAttribute('href');
    const { start_url, scope, icons } = await (
      await page.request.get(new URL(found(manifest, 'manifest'), page.url()).href)
    ).json();
    expect([start_url, scope]).toEqual([site.base, site.base]);
    expect((await page.request.get(new URL(icons[0].src, page.url()).href)).ok()).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('keeps what was read, and lets go of it', { timeout: 120_000 }, async () => {
    const { address, stop } = await serveCopy(site);
    const context = await openContext();
    const page = await context.newPage();
    const complaints = watchPage(page, [{ address }]);
    await page.goto(`${address}method/?from=here`);
    await expect.poll(() => keptPages(page), { timeout: 30_000 }).toContain(`${site.base}method/`);
    await page.goto(`${address}texts/${slug}/`);
    const title = await page.title();
    await expect.poll(() => keptPages(page), { timeout: 30_000 }).toContain(`${site.base}texts/${slug}/`);
    expect(complaints).toEqual([]);

    await stop();
    await page.goto(`${address}texts/${slug}/`);
    expect(await page.title()).toBe(title);
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
    const refuses = async (path: string) =>
      await expect((await context.newPage()).goto(address + path)).rejects.toThrow();
    await refuses('years/');

    await page.goto(`${address}method/`);
    await page.locator('[data-offline]').click();
    await expect.poll(() => keptPages(page)).toEqual([]);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
      0,
    );
    await refuses(`texts/${slug}/`);
  });

  test('has a new worker take over, and shows what is new', { timeout: 120_000 }, async () => {
    const { address, folder } = await serveCopy(site);
    const page = await (await openContext()).newPage();
    await page.goto(`${address}method/`);
    await expect.poll(() => keptPages(page), { timeout: 30_000 }).toContain(`${site.base}method/`);
    await page.goto(`${address}texts/${slug}/`);
    await expect.poll(() => keptPages(page), { timeout: 30_000 }).toContain(`${site.base}texts/${slug}/`);
    const change = (file: string, from: string, to: string) =>
      writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8').replaceAll(from, to));
    change('service-worker.js', '-1 $', '-2 $');
    change(`texts/${slug}/index.html`, '</title>', ' new</title>');
    await page.goto(`${address}texts/${slug}/`);
    expect(await page.title()).toMatch(/ new$/);
    const names = () => page.evaluate(() => caches.keys());
    await expect
      .poll(async () => (await names()).filter((name) => name.includes('-1 ')), { timeout: 30_000 })
      .toEqual([]);
    await page.goto(`${address}method/`);
    await expect.poll(names, { timeout: 30_000 }).toContain(`zhengben-pages-2 ${address}`);
  });

  test('is read from disk when its links are made relative', async () => {
    const folder = copyOf(site);
    expect(linkFolderRelatively(folder, site.base)).toBeGreaterThan(10);
    const page = await (await openContext()).newPage();
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    await page.locator(`main a[href*="texts/${slug}/"]`).first().click();
    await page.waitForURL(/^file:.*\/texts\//);
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
    await page.locator('nav.scripts a[href*="zh-hans/"]').first().click();
    await page.waitForURL(/^file:.*\/zh-hans\/index\.html(?:#.*)?$/);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
    await page.locator('header a.seal').click();
    await page.waitForURL(/^file:[^#]*\/zhengben-hosting-[^/]*\/(?:zh-hans\/)?index\.html$/);
  });
});

function copyOf({ folder }: { folder: string }): string {
  const copy = mkdtempSync(join(tmpdir(), 'zhengben-hosting-'));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** A copy of the site on a server that can be stopped. */
async function serveCopy(site: { folder: string; base: string }) {
  const folder = copyOf(site);
  const { address, close: stop } = await serveFolder(folder, { base: site.base });
  onTestFinished(stop);
  return { folder, stop, address };
}

/** Paths of the pages that the worker has kept. */
function keptPages(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('zhengben-pages-'));
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
}
