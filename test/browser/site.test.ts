import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Apparatus } from '../../src/contract/schema.ts';
import { found } from '../support/found.ts';
import { at, openBrowser } from './open-browser.ts';

/** Pages of the interface, below the folder of each script. */
const paths = [
  '',
  'catalogue/',
  'catalogue/title/',
  'catalogue/publisher/',
  'publishers/',
  'years/',
  'years/undated/',
  'search/',
  'method/',
  'guide/',
  'guide/publish/',
  'guide/command-line/',
  'guide/add-a-rule/',
  'guide/downloads/',
];
const all = [...paths.flatMap((path) => [`/${path}`, `/zh-hans/${path}`]), '/en/', '/404.html'];

const browser = await openBrowser();
const page = await browser.newPage({ javaScriptEnabled: false });
/** The same with scripts. */
const seen = await browser.newPage();

describe.each(paths)('/%s', (path) => {
  it('has a twin in the other script, joined by a link and by hreflang', async () => {
    const [hant, hans] = [`/${path}`, `/zh-hans/${path}`];
    for (const [own, other, language] of [
      [hant, hans, 'zh-Hant'],
      [hans, hant, 'zh-Hans'],
    ] as const) {
      await page.goto(at(own));
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      const alternates = await page.$$eval('link[hreflang]', (links) =>
        links.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]),
      );
      const home = path === 'catalogue/' ? '' : path;
      expect(alternates).toEqual([
        ['x-default', `/${home}`],
        ['zh-Hant', `/${home}`],
        ['zh-Hans', `/zh-hans/${home}`],
      ]);
      const twin = await page.locator('header a.twin').getAttribute('href');
      expect(twin).toBe(path === 'catalogue/' ? other.replace(path, '') : other);
    }
  });

  it('leads on in its own script', async () => {
    await page.goto(at(`/zh-hans/${path}`));
    const links = await page.$$eval('a[href^="/"]:not([hreflang])', (found) =>
      found.map((link) => link.getAttribute('href') ?? ''),
    );
    const away = links.filter((href) => !href.startsWith('/zh-hans/') && !href.startsWith('/texts/'));
    expect(away).toEqual([]);
  });
});

describe.each(all)('%s', (path) => {
  it('keeps to the width of a phone, of 200 % zoom and of 320 pixels', async () => {
    await page.goto(at(path));
    for (const width of [640, 390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${width} pixels`).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('has no style or handler in its markup, and one heading of the first level', async () => {
    await page.goto(at(path));
    const inline = await page.$$eval('*', (elements) =>
      elements.flatMap((element) =>
        element.getAttributeNames().filter((name) => name === 'style' || name.startsWith('on')),
      ),
    );
    expect(inline).toEqual([]);
    expect(await page.$$eval('script:not([src]), style', (found) => found.length)).toBe(0);
    expect(await page.locator('h1').count()).toBe(1);
  });
});

describe('the header', () => {
  it.each([
    ['/', '目錄'],
    ['/zh-hans/publishers/', '目录'],
    ['/zh-hans/method/', '凡例'],
    ['/guide/publish/', '指南'],
  ])('of %s marks %s', async (path, section) => {
    await page.goto(at(path));
    expect(await page.locator('header.site [aria-current]').allTextContents()).toEqual([section]);
  });

  it.each([...all, '/texts/letter-to-ma-huateng/', '/texts/letter-to-ma-huateng/zh-hans/'])(
    'of %s is one line on a phone',
    async (path) => {
      await page.setViewportSize({ width: 390, height: 800 });
      await page.goto(at(path));
      const heights = await page.$$eval('header.site', (heads) =>
        heads.map((head) => head.getBoundingClientRect().height),
      );
      for (const height of heights) expect(height).toBeLessThan(70);
      await page.setViewportSize({ width: 1280, height: 800 });
    },
  );

  it('begins with a link to the text', async () => {
    await page.goto(at('/'));
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
  });
});

describe('the catalogue', () => {
  it('shows what is known of a text, and leads to it in the script of the page', async () => {
    await page.goto(at('/zh-hans/'));
    const entry = page.locator('.entry', { hasText: '致马化腾' });
    expect(await entry.getByRole('link').first().getAttribute('href')).toBe(
      '/texts/letter-to-ma-huateng/zh-hans/',
    );
    const text = (await entry.textContent())?.replace(/\s+/g, ' ');
    for (const part of ['i天下网商', '叶开', '2,490 字', '6 分钟', '375 处校改'])
      expect(text).toContain(part);
  });

  it('leaves of the page what has the words typed, in either script', async () => {
    const open = await browser.newPage();
    await open.goto(at('/'));
    const field = open.getByLabel('本頁之內');
    for (const words of ['马化腾', '馬化騰 葉開', 'I天下網商']) {
      await field.fill(words);
      expect(await open.locator('.entry:visible').count(), words).toBe(1);
      expect(await open.getByRole('status').textContent()).toBe('本頁見 1 篇');
    }
    await field.fill('');
    expect(await open.locator('.entry:visible').count()).toBeGreaterThan(1);
    await field.fill('社會化');
    await field.press('Enter');
    await open.waitForURL((url) => url.pathname === '/search/' && url.searchParams.get('q') === '社會化');
    await open.close();
  });

  it('needs no script, and offers no field without one', async () => {
    await page.goto(at('/'));
    expect(await page.locator('#filter').isVisible()).toBe(false);
    await page.getByRole('navigation', { name: '排次' }).getByRole('link', { name: '篇名' }).click();
    expect(new URL(page.url()).pathname).toBe('/catalogue/title/');
    expect(await page.locator('.entry').count()).toBeGreaterThan(1);
  });

  it('prints as a list: no navigation, nothing cut off', async () => {
    await page.goto(at('/'));
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['header.site', 'footer.foot', '.orders']) {
      expect(await page.locator(selector).isVisible(), selector).toBe(false);
    }
    expect(await page.locator('.entry').first().isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
  });

  it('shows where one is in forced colours, too', async () => {
    await seen.emulateMedia({ forcedColors: 'active' });
    await seen.goto(at('/'));
    for (const place of ['header.site', '.orders']) {
      const width = await seen
        .locator(`${place} [aria-current]`)
        .evaluate((link) => getComputedStyle(link).borderBlockEndWidth);
      expect(width, place).toBe('1px');
    }
    await seen.emulateMedia({ forcedColors: null });
  });
});

it('the page on method gives the figures of the editions', async () => {
  const slugs = ['letter-to-ma-huateng', 'social-commerce-operations'];
  const read = async (slug: string): Promise<Apparatus> =>
    JSON.parse(
      await readFile(new URL(`../../content/editions/${slug}/apparatus.json`, import.meta.url), 'utf8'),
    );
  const editions = await Promise.all(slugs.map(read));
  const sum = (of: (apparatus: Apparatus) => number) =>
    editions.reduce((total, edition) => total + of(edition), 0);
  await page.goto(at('/method/'));
  const text = await page.locator('main').textContent();
  expect(text).toContain(`今有 ${editions.length} 篇`);
  expect(text).toContain(`校改 ${sum(({ emendations }) => emendations.length)} 處`);
  expect(text).toContain(`刪去 ${sum(({ removals }) => removals.length)} 處`);
  const glosses = sum(({ emendations }) => emendations.filter(({ kind }) => kind === 'gloss').length);
  expect(
    await page
      .locator('dt', { hasText: /^夾注$/ })
      .locator('+ dd')
      .textContent(),
  ).toContain(String(glosses));
});

it('the diagram is text that can be selected', async () => {
  await page.goto(at('/method/'));
  const read = await page.$$eval('.bytes text', (texts) =>
    texts.map(({ textContent }) => textContent).join(''),
  );
  for (const part of ['D2F29EE9D4DA63', '因?yàn)樵赾', '因為在c']) expect(read).toContain(part);
});

it('the apparatus shows the emendations of the kind chosen, and any that the address names', async () => {
  const { emendations } = JSON.parse(
    await readFile(
      new URL('../../content/editions/letter-to-ma-huateng/apparatus.json', import.meta.url),
      'utf8',
    ),
  ) as Apparatus;
  const torn = emendations.filter(({ kind }) => kind === 'torn-gloss');
  const open = await browser.newPage();
  await open.goto(at('/texts/letter-to-ma-huateng/apparatus/'));
  const [entries, glosses] = [open.locator('.entry:visible'), open.locator('.glosses summary')];
  expect(await entries.count()).toBe(torn.length);
  await open.getByLabel('類').selectOption('注音裂字');
  expect([await entries.count(), await glosses.isVisible()]).toEqual([torn.length, false]);
  await open.getByLabel('類').selectOption('夾注');
  expect([await entries.count(), await glosses.isVisible()]).toEqual([0, true]);
  await open.evaluate((id) => location.assign(`#${id}`), found(torn[0], 'torn character').id);
  await entries.first().waitFor();
  await open.close();
});
