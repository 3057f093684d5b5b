import { describe, expect, it } from 'vitest';
import { at, openBrowser } from './open-browser.ts';

const browser = await openBrowser();
const page = await browser.newPage();

describe('inside an open text', () => {
  it('marks every place, in both scripts, and goes from one to the next', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(at('/texts/letter-to-ma-huateng/'));
    const field = page.getByRole('searchbox', { name: '在本篇搜尋' });
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

  it('marks words where they are near each other, and pieces of Latin words', async () => {
    await page.goto(at('/texts/letter-to-ma-huateng/zh-hant/'));
    const field = page.getByRole('searchbox', { name: '在本篇搜尋' });
    const marked = () => page.evaluate(() => Array.from(CSS.highlights.get('hit') ?? [], String));
    await field.fill('幸事 ~20 隔案');
    await expect.poll(marked).toEqual(['隔案', '幸事']);
    await field.fill('幸事 ~10 隔案');
    await expect.poll(marked).toEqual([]);
    await field.fill('2o');
    await expect.poll(marked).toEqual(['2o']);
    await field.fill('子虛烏有');
    await expect.poll(() => page.locator('#text-search [data-part="count"]').textContent()).toBe('找不到');
  });

  it('leaves of the apparatus the entries that were restored to 国', async () => {
    await page.goto(at('/texts/letter-to-ma-huateng/apparatus/'));
    await page.locator('#apparatus-search select').selectOption('corr');
    await page.getByRole('searchbox', { name: '在修改記錄中搜尋' }).fill('国');
    await page.waitForFunction(
      () => document.querySelector('#apparatus-search [data-part="count"]')?.textContent,
    );
    const entries = page.locator('#emendations .entry:visible b');
    expect(await entries.count()).toBeGreaterThan(0);
    for (const text of await entries.allTextContents()) expect(text).toMatch(/[國国]/);
  });

  it('shows of the apparatus nothing but what was looked for, the glosses too', async () => {
    await page.goto(at('/texts/letter-to-ma-huateng/apparatus/'));
    const field = page.getByRole('searchbox', { name: '在修改記錄中搜尋' });
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
