import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/contract/schema.ts';
import { blocksOf, markdownOf } from './edition-files.ts';
import { at, openBrowser } from './open-browser.ts';

const slugs = ['letter-to-ma-huateng', 'social-commerce-operations'];
const scripts = [
  ['zh-Hant', 'zh-hant'],
  ['zh-Hans', 'zh-hans'],
] as const;

const browser = await openBrowser();

/** The text of every block of one script on the open page. */
function blocksOn(page: Page, language: Language): Promise<string[]> {
  return page.$$eval(`.row > [lang="${language}"]`, (blocks) =>
    blocks.map(({ textContent }) => textContent ?? ''),
  );
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
] as const)('the site %s', (_, javaScriptEnabled) => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage({ javaScriptEnabled, viewport: { width: 1440, height: 900 } });
  });
  afterAll(() => page.close());

  it('leads from the catalogue to a text', async () => {
    await page.goto(at('/'));
    await page.getByRole('link', { name: '致馬化騰先生的一封信' }).first().click();
    expect(new URL(page.url()).pathname).toBe('/texts/letter-to-ma-huateng/');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('给微信电子商务泼的冷水');
  });

  it.each(slugs)('shows %s side by side, character for character', async (slug) => {
    await page.goto(at(`/texts/${slug}/`));
    for (const [language] of scripts) {
      expect(await blocksOn(page, language)).toEqual(blocksOf(await markdownOf(slug, language)));
    }
  });

  it.each(slugs)('aligns the paragraphs of %s', async (slug) => {
    await page.goto(at(`/texts/${slug}/`));
    const rows = await page.$$eval('.row', (elements) =>
      elements.map((row) => {
        const boxes = [...row.querySelectorAll(':scope > [lang]')].map((block) =>
          block.getBoundingClientRect(),
        );
        return {
          tops: boxes.map(({ top }) => top),
          apart: (boxes[0]?.right ?? Infinity) <= (boxes[1]?.left ?? 0),
        };
      }),
    );
    expect(rows.length).toBeGreaterThan(6);
    for (const { tops, apart } of rows) {
      expect(tops[0]).toBeCloseTo(tops[1] ?? NaN, 0);
      expect(apart).toBe(true);
    }
  });

  it.each(slugs.flatMap((slug) => scripts.map(([language, path]) => ({ slug, language, path }))))(
    'shows $slug in $language alone, with the interface in its script',
    async ({ slug, language, path }) => {
      await page.goto(at(`/texts/${slug}/${path}/`));
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      expect(await blocksOn(page, language)).toEqual(blocksOf(await markdownOf(slug, language)));
    },
  );

  it('joins the three addresses of a text', async () => {
    await page.goto(at('/texts/letter-to-ma-huateng/'));
    const links = await page.$$eval('link[rel="alternate"][hreflang]', (all) =>
      all.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]),
    );
    expect(links).toEqual([
      ['x-default', '/texts/letter-to-ma-huateng/'],
      ['zh-Hant', '/texts/letter-to-ma-huateng/zh-hant/'],
      ['zh-Hans', '/texts/letter-to-ma-huateng/zh-hans/'],
    ]);
  });

  it('leads from a mark to its note, from there to its entry in the apparatus and back', async () => {
    await page.goto(at('/texts/letter-to-ma-huateng/'));
    const mark = page.locator('.row [data-mark]').first();
    const id = await mark.getAttribute('id');
    await mark.click();
    const note = page.locator(`#n-${id} .whole`);
    expect(await note.isVisible()).toBe(true);
    await note.getByRole('link', { name: '校記' }).click();
    expect(new URL(page.url()).hash).toBe(`#${id}`);
    const entry = page.locator(`#${id}`);
    expect(await entry.isVisible()).toBe(true);
    await entry.getByRole('link').click();
    expect(new URL(page.url()).pathname).toBe('/texts/letter-to-ma-huateng/');
    expect(await page.locator(`#${id}`).isVisible()).toBe(true);
  });

  it('fits a phone, one script at a time', async () => {
    const phone = await browser.newPage({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
    await phone.goto(at('/texts/letter-to-ma-huateng/'));
    const hans = phone.locator('#p1 > [lang="zh-Hans"]');
    const hant = phone.locator('#p1 > [lang="zh-Hant"]');
    expect([await hant.isVisible(), await hans.isVisible()]).toEqual([true, false]);
    await phone.locator('label', { has: phone.locator('#shown-hans') }).click();
    expect([await hant.isVisible(), await hans.isVisible()]).toEqual([false, true]);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await phone.close();
  });
});

describe('downloads', () => {
  it.each(slugs.flatMap((slug) => scripts.map(([language]) => ({ slug, language }))))(
    'gives the Markdown of $slug in $language as it is',
    async ({ slug, language }) => {
      const page = await browser.newPage();
      await page.goto(at(`/texts/${slug}/`));
      const name = language === 'zh-Hant' ? '繁體 Markdown' : '簡體 Markdown';
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name }).click(),
      ]);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      expect(Buffer.concat(chunks).toString('utf8')).toBe(await markdownOf(slug, language));
      await page.close();
    },
  );
});
