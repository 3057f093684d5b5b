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
    const marked = () => page.evaluate(() => Array.from(CSS.highlights.get('hit') ?? [], String));
    await expect.poll(async () => new Set(await marked())).toEqual(new Set([query]));
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

  it('for one character says where it is and how often', async () => {
    expect(await search('禮')).toMatch(/見於 1 篇，凡 \d+ 處/);
  });

  it('takes both scripts in one word', async () => {
    expect(await search('社会化電商')).toContain('1 篇');
    expect(await page.locator('#findings mark').first().textContent()).toBe('社會化電商');
  });

  it('finds Latin words by their beginning, and whole ones in quotation marks', async () => {
    expect(await search('b2')).toContain('1 篇');
    expect(await search('"b2"')).toContain('未見');
    expect(await search('2c')).toContain('未見');
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

  it('is as it was when the reader comes back, at the same link', async () => {
    await page.setViewportSize({ width: 1200, height: 500 });
    await search('電商');
    const link = page.locator('#findings .quotation a').last();
    await link.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(0);
    const href = await link.getAttribute('href');
    await link.click();
    await page.waitForURL('**/texts/**');
    await page.goBack();
    await page.locator('#findings > li').first().waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('#findings a'));
    expect(await page.evaluate(() => scrollY)).toBe(before);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(href);
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  it('of a phrase in quotation marks wants it whole, and leaves out what has a minus', async () => {
    expect(await search('"微信 電商"')).toContain('未見');
    expect(await search('電商 -馬化騰')).toContain('1 篇');
  });

  it.each(['shehuihua dianshang', 'shhdsh'])('takes %s for the sound of 社會化電商', async (query) => {
    expect(await search(query)).toContain('社會化電');
    expect(await page.locator('#findings mark').first().textContent()).toMatch(/^社會化電/);
  });

  it.each([
    ['设会化电商', '社會化電商'],
    ['電商 -微博', '電商'],
    ['電商 烏有', '電商'],
  ])('for %s, which no text has, offers %s', async (query, offered) => {
    expect(await search(query)).toContain('未見');
    const links = page.locator('#suggestions a');
    await links.first().waitFor();
    expect((await links.allTextContents()).map((text) => text.replace(/（.*/, ''))).toContain(offered);
  });

  it('that finds nothing offers what is nearest', async () => {
    expect(await search('社會化電商烏有')).toContain('未見');
    await page.locator('#suggestions a', { hasText: '社會化電商' }).click();
    await page.locator('#findings > li').first().waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('社會化電商');
  });

  it('can be narrowed, and the address keeps it', async () => {
    await search('電商');
    await page.locator('#publisher').selectOption('HiShop');
    await page.waitForFunction(() => document.querySelectorAll('#findings > li').length === 1);
    expect(new URL(page.url()).searchParams.get('publisher')).toBe('HiShop');
    await page.reload();
    await page.locator('#findings > li').first().waitFor();
    expect(await page.locator('#findings > li').count()).toBe(1);
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('#findings > li').length === 2);
    expect(await page.locator('#publisher').inputValue()).toBe('');
  });

  it('is walked through with the arrow keys', async () => {
    await search('電商');
    await page.getByRole('searchbox').press('ArrowDown');
    const first = page.locator('#findings h2 a').first();
    expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('query');
  });

  it('shows the other places of a text on wish', async () => {
    await search('電商');
    const rest = page.locator('#findings details').first();
    await rest.locator('summary').click();
    await rest.locator('.quotation').first().waitFor();
    expect(await rest.locator('mark').count()).toBeGreaterThan(0);
  });

  it('in the emendations says what was restored, and leads to the apparatus', async () => {
    await page.goto(at('/search/?q=国&in=corr'));
    const record = page.locator('#findings .record').first();
    await record.waitFor();
    expect(await record.locator('b').textContent()).toMatch(/[國国]/);
    await record.locator('a').first().click();
    expect(new URL(page.url()).pathname).toContain('/apparatus/');
    expect(await page.locator(new URL(page.url()).hash).isVisible()).toBe(true);
  });

  it('speaks Simplified on the Simplified page', async () => {
    await page.goto(at('/zh-hans/search/?q=电商'));
    await page.locator('#findings > li').first().waitFor();
    expect(await page.getByRole('status').textContent()).toMatch(/^“电商”见于 2 篇/);
  });

  it('opens with a slash, anywhere, in the script of the page', async () => {
    await page.goto(at('/texts/letter-to-ma-huateng/zh-hans/'));
    await page.keyboard.press('/');
    await page.waitForURL('**/zh-hans/search/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('query');
  });

  it('holds under a strict content security policy', async () => {
    const strict = await browser.newPage({ serviceWorkers: 'block' });
    const errors: string[] = [];
    strict.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await strict.route('**/search/**', async (route) => {
      const response = await route.fetch();
      const policy =
        "default-src 'self'; require-trusted-types-for 'script'; trusted-types zhengben-offline; base-uri 'none'";
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'content-security-policy': policy },
      });
    });
    await strict.goto(at('/search/?q=社會化'));
    await strict.locator('#findings mark').first().waitFor();
    expect(errors).toEqual([]);
    await strict.close();
  });

  it('offers the catalogue without JavaScript', async () => {
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(at('/search/'));
    expect(await plain.getByRole('link', { name: '由目錄閱讀' }).isVisible()).toBe(true);
    await plain.close();
  });
});

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
