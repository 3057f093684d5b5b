import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, openBrowser } from './open-browser.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

/** Types a query and waits for the answer. */
async function search(query: string): Promise<string> {
  await page.goto(at('/search/'));
  await page.getByRole('searchbox').fill(query);
  await page.waitForFunction(() => document.getElementById('status')?.textContent !== '');
  return (await page.getByRole('status').textContent()) ?? '';
}

describe.each([
  { query: '社会化电商', language: 'zh-Hans', path: 'zh-hans' },
  { query: '社會化電商', language: 'zh-Hant', path: 'zh-hant' },
])('a search for $query', ({ query, language, path }) => {
  it('finds the phrase and shows it in the script typed', async () => {
    expect(await search(query)).toContain('1 篇');
    expect(new URL(page.url()).searchParams.get('q')).toBe(query);
    const findings = page.locator('#findings > li');
    expect(await findings.count()).toBe(1);
    expect(await findings.getAttribute('lang')).toBe(language);
    const marks = await findings.locator('mark').allTextContents();
    expect(new Set(marks)).toEqual(new Set([query]));
  });

  it('leads to the paragraph, with the words marked', async () => {
    await search(query);
    await page.locator('#findings .quotation a').first().click();
    const url = new URL(page.url());
    expect(url.pathname).toBe(`/texts/letter-to-ma-huateng/${path}/`);
    const row = page.locator(url.hash);
    expect(await row.textContent()).toContain(query);
    expect(await row.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true);
    const marked = await page.evaluate(() => Array.from(CSS.highlights.get('hit') ?? [], String));
    expect(new Set(marked)).toEqual(new Set([query]));
  });
});

describe('a search', () => {
  it('for several words wants all of them', async () => {
    expect(await search('B2C 分享')).toContain('1 篇');
    expect(await search('B2C 馬化騰')).toContain('未見');
  });

  it.each([
    ['叶开', '致马化腾先生的一封信', '叶开', '/texts/letter-to-ma-huateng/zh-hans/'],
    ['葉開', '致馬化騰先生的一封信', '葉開', '/texts/letter-to-ma-huateng/zh-hant/'],
    ['i天下網商', '致馬化騰先生的一封信', 'i天下網商', '/texts/letter-to-ma-huateng/zh-hant/'],
    ['HiShop', '電子商務', 'HiShop', '/texts/social-commerce-operations/zh-hant/'],
  ])('for %s, who wrote or published it, leads to the text', async (query, title, marked, path) => {
    expect(await search(query)).toContain('1 篇');
    const finding = page.locator('#findings > li');
    expect(await finding.getByRole('heading').textContent()).toContain(title);
    expect(await finding.locator('.imprint mark').textContent()).toBe(marked);
    await finding.locator('.imprint a').click();
    expect(new URL(page.url()).pathname).toBe(path);
  });

  it('takes one quotation mark for another', async () => {
    expect(await search('「禮」')).toContain('1 篇');
    expect(await page.locator('#findings mark').first().textContent()).toBe('“禮”');
  });

  it('for marks alone says what is wanted', async () => {
    expect(await search('「」……')).toBe('標點不檢，請輸入漢字、字母或數字。');
    expect(await page.locator('#findings > li').count()).toBe(0);
  });

  it('says what it finds of Latin words', async () => {
    await page.goto(at('/search/'));
    expect(await page.locator('#hint').textContent()).toContain('西文自詞首起');
  });

  it('for one character finds it', async () => {
    expect(await search('禮')).toContain('1 篇');
  });

  it('for what is not there says so', async () => {
    expect(await search('子虛烏有')).toContain('未見');
  });

  it('keeps its query through the back button', async () => {
    await search('社會化');
    await page.locator('#findings .quotation a').first().click();
    await page.goBack();
    expect(await page.getByRole('searchbox').inputValue()).toBe('社會化');
    await page.locator('#findings > li').first().waitFor();
  });

  it('offers the catalogue without JavaScript', async () => {
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(at('/search/'));
    expect(await plain.getByRole('link', { name: '由目錄閱讀' }).isVisible()).toBe(true);
    await plain.close();
  });
});
