import { describe, expect, it } from 'vitest';
import { at, openBrowser } from './open-browser.ts';
import { search } from './type-query.ts';

const browser = await openBrowser();
const page = await browser.newPage();

describe.each([
  { query: '社会化电商', language: 'zh-Hans', path: 'zh-hans' },
  { query: '社會化電商', language: 'zh-Hant', path: 'zh-hant' },
])('a search for $query', ({ query, language, path }) => {
  it('finds the phrase and shows it in the script typed', async () => {
    expect(await search(page, query)).toContain('1 篇');
    expect(new URL(page.url()).searchParams.get('q')).toBe(query);
    const findings = page.locator('#findings > li');
    expect(await findings.count()).toBe(1);
    expect(await findings.getAttribute('lang')).toBe(language);
    const marks = await findings.locator('mark').allTextContents();
    expect(new Set(marks)).toEqual(new Set([query]));
  });

  it('leads to the paragraph, with the words marked', async () => {
    await search(page, query);
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
    expect(await search(page, 'B2C 分享')).toContain('1 篇');
    expect(await search(page, 'B2C 馬化騰')).toContain('未見');
  });

  it.each([
    ['叶开', '致马化腾先生的一封信', '叶开', '/texts/letter-to-ma-huateng/zh-hans/'],
    ['葉開', '致馬化騰先生的一封信', '葉開', '/texts/letter-to-ma-huateng/zh-hant/'],
    ['i天下網商', '致馬化騰先生的一封信', 'i天下網商', '/texts/letter-to-ma-huateng/zh-hant/'],
    ['HiShop', '電子商務', 'HiShop', '/texts/social-commerce-operations/zh-hant/'],
  ])('for %s, who wrote or published it, leads to the text', async (query, title, marked, path) => {
    expect(await search(page, query)).toContain('1 篇');
    const finding = page.locator('#findings > li');
    expect(await finding.getByRole('heading').textContent()).toContain(title);
    expect(await finding.locator('.imprint mark').textContent()).toBe(marked);
    await finding.locator('.imprint a').click();
    expect(new URL(page.url()).pathname).toBe(path);
  });

  it('takes one quotation mark for another', async () => {
    expect(await search(page, '「禮」')).toContain('1 篇');
    expect(await page.locator('#findings mark').first().textContent()).toBe('“禮”');
  });

  it('for marks alone says what is wanted', async () => {
    expect(await search(page, '「」……')).toBe('標點不檢，請輸入漢字、字母或數字。');
    expect(await page.locator('#findings > li').count()).toBe(0);
  });

  it('says what it finds of Latin words', async () => {
    await page.goto(at('/search/'));
    expect(await page.locator('#hint').textContent()).toContain('西文自詞首起');
  });

  it('for one character says where it is and how often', async () => {
    expect(await search(page, '禮')).toMatch(/見於 1 篇，凡 \d+ 處/);
  });

  it('takes both scripts in one word', async () => {
    expect(await search(page, '社会化電商')).toContain('1 篇');
    expect(await page.locator('#findings mark').first().textContent()).toBe('社會化電商');
  });

  it('finds Latin words by their beginning, and whole ones in quotation marks', async () => {
    expect(await search(page, 'b2')).toContain('1 篇');
    expect(await search(page, '"b2"')).toContain('未見');
    expect(await search(page, '2c')).toContain('未見');
  });

  it('for what is not there says so', async () => {
    expect(await search(page, '子虛烏有')).toContain('未見');
  });

  it('of a phrase in quotation marks wants it whole, and leaves out what has a minus', async () => {
    expect(await search(page, '"微信 電商"')).toContain('未見');
    expect(await search(page, '電商 -馬化騰')).toContain('1 篇');
  });

  it.each(['shehuihua dianshang', 'shhdsh'])('takes %s for the sound of 社會化電商', async (query) => {
    expect(await search(page, query)).toContain('社會化電');
    expect(await page.locator('#findings mark').first().textContent()).toMatch(/^社會化電/);
  });

  it.each([
    ['设会化电商', '社會化電商'],
    ['電商 -微博', '電商'],
    ['電商 烏有', '電商'],
  ])('for %s, which no text has, offers %s', async (query, offered) => {
    expect(await search(page, query)).toContain('未見');
    const links = page.locator('#suggestions a');
    await links.first().waitFor();
    expect((await links.allTextContents()).map((text) => text.replace(/（.*/, ''))).toContain(offered);
  });

  it('in the emendations says what was restored, and leads to the apparatus', async () => {
    await page.goto(at('/search/?q=国&in=corr'));
    const record = page.locator('#findings .record').first();
    await record.waitFor();
    expect(await record.locator('b').textContent()).toMatch(/[國国]/);
    await record.locator('a').first().click();
    expect(new URL(page.url()).pathname).toContain('/apparatus/');
    await page.locator(new URL(page.url()).hash).waitFor({ state: 'visible' });
  });
});
