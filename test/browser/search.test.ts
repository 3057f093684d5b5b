import { describe, expect, inject, it } from 'vitest';
import { at, openBrowser } from './open-browser.ts';
import { search, statusOf } from './type-query.ts';
import { watchPage } from './watch-page.ts';

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
    expect(await search(page, 'B2C 馬化騰')).toContain('找不到');
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
    expect(await search(page, '「」……')).toBe('只有標點，沒有可找的字；請輸入漢字、字母或數字。');
    expect(await page.locator('#findings > li').count()).toBe(0);
  });

  it('for one character says where it is and how often', async () => {
    expect(await search(page, '禮')).toMatch(/^「禮」：1 篇文章，\d+ 處。$/);
  });

  it('takes both scripts in one word', async () => {
    expect(await search(page, '社会化電商')).toContain('1 篇');
    expect(await page.locator('#findings mark').first().textContent()).toBe('社會化電商');
  });

  it.each([
    ['b2', 'B2'],
    ['2c', '2C'],
    ['2C市', '2C市'],
    ['"b2c"', 'B2C'],
    ['“B2C”', 'B2C'],
  ])('finds pieces of Latin words, and whole ones in quotation marks: %s', async (query, marked) => {
    expect(await search(page, query)).toContain('1 篇');
    expect(await page.locator('#findings .quotation mark').first().textContent()).toBe(marked);
  });

  it.each(['"b2"', '"2c"'])('does not take a piece for the whole: %s', async (query) => {
    expect(await search(page, query)).toContain('找不到');
  });

  it('finds words near each other, either first, and marks them there', async () => {
    const marks = () => page.locator('#findings mark').allTextContents();
    expect(await search(page, '隔案 ~0 對茶')).toBe('「隔案 ~0 對茶」：1 篇文章，2 處。');
    expect(await marks()).toEqual(['隔案', '對茶']);
    expect(await search(page, '幸事 ～１０ 隔案')).toContain('找不到');
    expect(await search(page, '幸事 ～２０ 隔案')).toContain('1 篇文章，2 處');
    expect(await marks()).toEqual(['隔案', '幸事']);
    expect(await search(page, '幸事 隔案')).toContain('1 篇文章，2 處');
  });

  it('finds no words near each other across two paragraphs', async () => {
    expect(await search(page, '先生 ~30 您好')).toContain('找不到');
    expect(await search(page, '先生 您好')).toContain('1 篇');
  });

  it('says where in a text the hits lie', async () => {
    await search(page, '禮');
    const strip = page.getByRole('img', { name: /段有$/ });
    const label = (await strip.getAttribute('aria-label')) ?? '';
    const [, all = '', having = ''] = /^(\d+) 段中，(\d+) 段有$/.exec(label) ?? [];
    expect(await strip.locator('rect').count()).toBe(Number(having));
    expect(Number(having)).toBeGreaterThan(1);
    expect(Number(having)).toBeLessThan(Number(all));
    expect((await strip.boundingBox())?.width).toBeGreaterThan(100);
  });

  it('speaks of the hits in a text in the script of the page, whatever the words are in', async () => {
    await search(page, '礼', '/zh-hans/search/');
    expect(await page.getByRole('img', { name: /^\d+ 段中，\d+ 段有$/ }).count()).toBe(1);
    expect(await page.locator('#findings .count').textContent()).toMatch(/^\d+ 处$/);
  });

  it('for what is not there says so', async () => {
    expect(await search(page, '子虛烏有')).toContain('找不到');
  });

  it('of a phrase in quotation marks wants it whole, and leaves out what has a minus', async () => {
    expect(await search(page, '"微信 電商"')).toContain('找不到');
    expect(await search(page, '電商 -馬化騰')).toContain('1 篇');
  });

  it.each(['shehuihua dianshang', 'shhdsh', 'shèhuìhuà diànshāng'])(
    'takes %s for the sound of 社會化電商',
    async (query) => {
      expect(await search(page, query)).toContain('社會化電');
      expect(await page.locator('#findings mark').first().textContent()).toMatch(/^社會化電/);
    },
  );

  it.each([
    ['yekai', '葉開'],
    ['yè kāi', '葉開'],
    ['mahuateng', '馬化騰'],
  ])('takes %s for the name %s', async (query, name) => {
    await search(page, query);
    expect(await page.locator('#findings mark').first().textContent()).toBe(name);
  });

  it.each([
    ['设会化电商', '社會化電商'],
    ['電商 -微博', '電商'],
    ['電商 烏有', '電商'],
  ])('for %s, which no text has, offers %s', async (query, offered) => {
    expect(await search(page, query)).toContain('找不到');
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

describe.each([
  { path: '/search/', of: (n: string) => `「${n}」`, nothing: '繁體、簡體都找過了。', marks: '只有標點' },
  {
    path: '/zh-hans/search/',
    of: (n: string) => `“${n}”`,
    nothing: '繁体、简体都找过了。',
    marks: '只有标点',
  },
])('on $path odd queries', ({ path, of, nothing, marks }) => {
  const say = (query: string) => search(page, query, path);

  it('of 600 characters are looked for, and named by their beginning', async () => {
    const long = '社'.repeat(600);
    expect(await say(long)).toBe(`找不到${of(`${'社'.repeat(30)}……`)}，${nothing}`);
  });

  it('of 250 characters of a text find it', async () => {
    const { blocks } = (await (
      await page.request.get(at('/texts/social-commerce-operations/zh-Hans.json'))
    ).json()) as { blocks: Array<[string, string]> };
    const words = (blocks[0]?.[1] ?? '').replace(/\s/g, '').slice(0, 250);
    expect(words).toHaveLength(250);
    expect(await say(words)).toContain('……');
    expect(await page.locator('#findings > li').count()).toBe(1);
    expect(await page.locator('#findings .quotation mark').first().textContent()).not.toBe('');
  });

  it('of more than 1,000 characters or 20 words are too long', async () => {
    const words = Array.from({ length: 30 }, (_, n) => String.fromCharCode(0x4e00 + n)).join(' ');
    for (const query of [words, `-${words.replaceAll(' ', ' -')}`, '社'.repeat(1001)])
      expect(await say(query)).toMatch(
        /^[輸输]入得太[長长]；[請请][減减]到 1000 字、20 [個个][詞词]以[內内]。$/,
      );
    expect(await page.locator('#findings > li').count()).toBe(0);
    expect(await say('社會 '.repeat(30))).toContain('2 篇');
  });

  it.each(['「」……', '，', '~10', '""', '—'])('of marks alone, as %s, say so', async (query) => {
    expect(await say(query)).toContain(marks);
  });

  it('with nothing but what must not occur say so', async () => {
    expect(await say('-微信 -電商')).toMatch(/^只有要排除的[詞词]/);
  });

  it.each(['<img src=x onerror=alert(1)>', '<b>社會化</b>', '"><script>alert(1)</script>', '&amp;礼'])(
    'with HTML are words like others: %s',
    async (query) => {
      const complaints = watchPage(page, inject('sites'));
      expect(await say(query)).toContain(of(query));
      expect(await page.locator(':is(#status, #suggestions, #findings) :is(img, b, script)').count()).toBe(0);
      expect(complaints).toEqual([]);
      page.removeAllListeners();
    },
  );

  it('with half a character are looked for, and shown with a sign for it', async () => {
    const complaints = watchPage(page, inject('sites'));
    await page.goto(at(path));
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#query');
      if (!field) return;
      field.value = '電\ud842';
      field.dispatchEvent(new Event('input'));
    });
    expect(await statusOf(page)).toContain(of('電\ufffd'));
    expect(complaints).toEqual([]);
    page.removeAllListeners();
  });

  it('are empty of findings once the field is', async () => {
    await say('社會化');
    await page.locator('#query').fill('');
    await page.waitForFunction(() => document.querySelectorAll('#findings > li').length === 0);
    expect(await page.locator('#status').textContent()).toBe('');
    expect(new URL(page.url()).search).toBe('');
  });
});
