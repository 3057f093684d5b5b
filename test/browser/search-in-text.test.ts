import { describe, expect, it } from 'vitest';
import { at, openBrowser } from './open-browser.ts';

const browser = await openBrowser();
const page = await browser.newPage();

describe('inside an open text', () => {
  it('marks every place, in both scripts, and goes from one to the next', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(at('/texts/letter-to-ma-huateng/'));
    const field = page.getByRole('searchbox', { name: '檢索本篇' });
    await field.fill('社会化');
    const count = page.locator('#text-search [data-part="count"]');
    await page.waitForFunction(() => document.querySelector('#text-search [data-part="count"]')?.textContent);
    expect(await count.textContent()).toMatch(/^\d+ 處$/);
    const marked = await page.evaluate(() => Array.from(CSS.highlights.get('hit') ?? [], String));
    expect(new Set(marked)).toEqual(new Set(['社會化', '社会化']));
    await field.press('Enter');
    expect(await count.textContent()).toBe(`1 / ${marked.length / 2}`);
    await field.press('Escape');
    await page.waitForFunction(() => CSS.highlights.get('hit')?.size === 0);
  });

  it('leaves of the apparatus the entries that were restored to 国', async () => {
    await page.goto(at('/texts/letter-to-ma-huateng/apparatus/'));
    await page.locator('#apparatus-search select').selectOption('corr');
    await page.getByRole('searchbox', { name: '檢索校記' }).fill('国');
    await page.waitForFunction(
      () => document.querySelector('#apparatus-search [data-part="count"]')?.textContent,
    );
    const entries = page.locator('#emendations .entry:visible b');
    expect(await entries.count()).toBeGreaterThan(0);
    for (const text of await entries.allTextContents()) expect(text).toMatch(/[國国]/);
  });

  it('shows of the apparatus nothing but what was looked for, the glosses too', async () => {
    await page.goto(at('/texts/letter-to-ma-huateng/apparatus/'));
    const field = page.getByRole('searchbox', { name: '檢索校記' });
    await field.fill('guo');
    const count = page.locator('#apparatus-search [data-part="count"]');
    await page.waitForFunction(
      () => document.querySelector('#apparatus-search [data-part="count"]')?.textContent,
    );
    const shown = await page.locator('#emendations :is(.entry, .run > a):visible').count();
    expect(await count.textContent()).toBe(`${shown} 條`);
    const paragraphs = page.locator('#emendations .paragraph:visible');
    for (const paragraph of await paragraphs.all())
      expect(await paragraph.locator(':is(.entry, .run > a):visible').count()).toBeGreaterThan(0);
    await field.fill('');
    await page.waitForFunction(() => !document.querySelector('#emendations details[open]'));
    expect(await page.locator('#emendations .paragraph[hidden]').count()).toBe(0);
  });
});
