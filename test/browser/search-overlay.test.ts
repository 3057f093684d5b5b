/** The search over another page: how it is opened, used and left. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { builtPages, oneOfEachKind } from './built-pages.ts';
import { at, openBrowser } from './open-browser.ts';
import { everything, violations } from './run-axe.ts';
import { pressKey, statusOf, type } from './type-query.ts';
import { shiftsOf, watchPage, watchShifts } from './watch-page.ts';

const TEXT = '/texts/letter-to-ma-huateng/zh-hant/';
const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 } };

const browser = await openBrowser();

/** A page in a window of its own, of which nothing may have been complained when the test is over. */
async function visit(path: string, options: BrowserContextOptions = desk): Promise<Page> {
  const page = await browser.newPage(options);
  const complaints = watchPage(page, inject('sites'));
  onTestFinished(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });
  await page.goto(path.startsWith('http') ? path : at(path));
  return page;
}

const dialogOf = (page: Page) => page.locator('dialog.search-overlay');
const fieldOf = (page: Page) => dialogOf(page).getByRole('searchbox');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

/** Opens the search by its key. */
async function open(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await dialogOf(page).waitFor();
}

/** Selects some characters of a paragraph. */
async function selectIn(page: Page, selector: string, start: number, end: number): Promise<void> {
  await page.locator(selector).evaluate(
    (element, [from, to]) => {
      const selection = getSelection();
      selection?.setPosition(element, 0);
      for (let at = 0; at < from; at++) selection?.modify('move', 'forward', 'character');
      for (let at = from; at < to; at++) selection?.modify('extend', 'forward', 'character');
    },
    [start, end] as const,
  );
}

describe('the search over a text', () => {
  it.each(['/', '、'])(
    'is opened by %s, at the same address, with the words that are selected',
    async (key) => {
      const page = await visit(TEXT);
      await selectIn(page, '#p3 > [lang]', 0, 2);
      await pressKey(page, key);
      await expect.poll(() => fieldOf(page).inputValue()).toBe('通過');
      expect(await focused(page)).toBe('query');
      expect(page.url()).toBe(at(TEXT));
      await dialogOf(page).locator('#findings mark').first().waitFor();
      expect(page.url()).toBe(at(TEXT));
    },
  );

  it('is opened empty where nothing is selected, or more than one would search for', async () => {
    const page = await visit(TEXT);
    await open(page);
    expect(await fieldOf(page).inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await selectIn(page, '#p5 > [lang]', 0, 60);
    await open(page);
    expect(await fieldOf(page).inputValue()).toBe('');
  });

  it('is not opened while the reader types a slash, or holds another key', async () => {
    const page = await visit(TEXT);
    const inside = page.getByRole('searchbox', { name: '在本篇搜尋' });
    await inside.pressSequentially('a/b');
    expect(await inside.inputValue()).toBe('a/b');
    await page.locator('h1').click();
    await page.keyboard.press('Control+/');
    expect(await dialogOf(page).count()).toBe(0);
  });

  it('is opened by a click into the field in the head of the page', async () => {
    const page = await visit(TEXT);
    await page.locator('#site-query').click();
    await dialogOf(page).waitFor();
    expect(await focused(page)).toBe('query');
    expect(page.url()).toBe(at(TEXT));
  });

  it('is opened by typing into that field, and takes what is typed, however fast', async () => {
    const page = await visit(TEXT);
    await page.locator('#site-query').focus();
    await page.keyboard.type('社會化電商', { delay: 10 });
    await dialogOf(page).waitFor();
    await expect.poll(() => fieldOf(page).inputValue()).toBe('社會化電商');
    await dialogOf(page).locator('#findings mark').first().waitFor();
  });

  it('waits for the end of a composition', async () => {
    const page = await visit(TEXT);
    const field = page.locator('#site-query');
    await field.evaluate((input: HTMLInputElement) => {
      input.focus();
      input.value = 'li';
      input.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
    });
    await page.waitForTimeout(200);
    expect(await dialogOf(page).count()).toBe(0);
    await field.evaluate((input: HTMLInputElement) => {
      input.value = '禮';
      input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    });
    await expect.poll(() => fieldOf(page).inputValue()).toBe('禮');
  });

  it('is opened on a phone by the word in the navigation', async () => {
    const page = await visit(TEXT, { ...phone, hasTouch: true, isMobile: true });
    expect(await page.locator('#site-query').isVisible()).toBe(false);
    await page.getByRole('navigation', { name: '全站' }).getByRole('link', { name: '搜尋' }).tap();
    await dialogOf(page).waitFor();
    expect(page.url()).toBe(at(TEXT));
    expect(await type(page, '禮')).toContain('1 篇');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    const { width } = (await dialogOf(page).boundingBox()) ?? { width: 0 };
    expect(width).toBe(390);
    await dialogOf(page).getByRole('button', { name: '關閉' }).tap();
    expect(await dialogOf(page).isVisible()).toBe(false);
  });

  it('leads with Ctrl and a click to the search page in another window', async () => {
    const page = await visit(TEXT, phone);
    const [other] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: '搜尋' }).click({ modifiers: ['ControlOrMeta'] }),
    ]);
    await other.waitForURL(at('/search/'));
    expect(await dialogOf(page).count()).toBe(0);
  });

  it('speaks Simplified on a Simplified page', async () => {
    const page = await visit('/texts/letter-to-ma-huateng/zh-hans/');
    await open(page);
    expect(await dialogOf(page).getAttribute('lang')).toBe('zh-Hans');
    expect(await dialogOf(page).getByRole('button').allTextContents()).toEqual(['搜索', '关闭']);
    expect(await type(page, '电商')).toMatch(/^“电商”：2 篇文章，\d+ 处。$/);
    expect(await page.locator('#findings > li').first().getAttribute('lang')).toBe('zh-Hans');
  });
});

describe('the search over a page is left', () => {
  /** Scrolls down, opens the search, and looks for something. */
  async function begin(): Promise<{ page: Page; top: number }> {
    const page = await visit(TEXT);
    await page.evaluate(() => scrollTo({ top: 900, behavior: 'instant' }));
    const top = await page.evaluate(() => scrollY);
    expect(top).toBeGreaterThan(500);
    await open(page);
    expect(await type(page, '電商')).toContain('2 篇');
    return { page, top };
  }

  async function isAsBefore(page: Page, top: number): Promise<void> {
    await expect.poll(() => dialogOf(page).isVisible()).toBe(false);
    expect(await page.evaluate(() => scrollY)).toBe(top);
    expect(page.url()).toBe(at(TEXT));
    expect(await page.title()).not.toContain('電商 ·');
  }

  it('by Escape from the field', async () => {
    const { page, top } = await begin();
    await page.keyboard.press('Escape');
    await isAsBefore(page, top);
  });

  it('by Escape from a finding', async () => {
    const { page, top } = await begin();
    for (let pressed = 0; pressed < 4; pressed++) await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.closest('#findings') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await isAsBefore(page, top);
  });

  it('by Escape from a list of choices that is not open', async () => {
    const { page, top } = await begin();
    await page.locator('#order').focus();
    await page.keyboard.press('Escape');
    await isAsBefore(page, top);
  });

  it('by its button', async () => {
    const { page, top } = await begin();
    await dialogOf(page).getByRole('button', { name: '關閉' }).click();
    await isAsBefore(page, top);
  });

  it('by a click beside it, and not by one into it', async () => {
    const { page, top } = await begin();
    await page.mouse.click(20, 400);
    await isAsBefore(page, top);
    await open(page);
    await page.locator('#status').click();
    expect(await dialogOf(page).isVisible()).toBe(true);
  });

  it('and has its words and findings when it is opened again', async () => {
    const { page } = await begin();
    await page.keyboard.press('Escape');
    expect(await page.locator('#site-query').inputValue()).toBe('電商');
    await open(page);
    expect(await fieldOf(page).inputValue()).toBe('電商');
    expect(await page.locator('#findings > li').count()).toBe(2);
    await page.keyboard.press('Escape');
    await selectIn(page, '#p3 > [lang]', 0, 2);
    await open(page);
    await expect.poll(() => fieldOf(page).inputValue()).toBe('通過');
  });

  it('by Enter to the search page, with all that was chosen', async () => {
    const { page } = await begin();
    await page.locator('#order').selectOption('date');
    await page.getByText('篩選').click();
    await page.locator('#publisher option', { hasText: 'HiShop' }).waitFor({ state: 'attached' });
    await page.locator('#publisher').selectOption('HiShop');
    await expect.poll(() => page.locator('#findings > li').count()).toBe(1);
    await fieldOf(page).press('Enter');
    await page.waitForURL('**/search/?**');
    const parameters = Object.fromEntries(new URL(page.url()).searchParams);
    expect(parameters).toEqual({ q: '電商', order: 'date', publisher: 'HiShop' });
    await expect.poll(() => page.locator('#findings > li').count()).toBe(1);
  });

  it('by what it suggests, to the search page', async () => {
    const { page } = await begin();
    expect(await type(page, '社會化電商烏有')).toContain('找不到');
    await page.locator('#suggestions a', { hasText: '社會化電商' }).click();
    await page.waitForURL((url) => url.pathname === '/search/' && url.searchParams.get('q') === '社會化電商');
  });
});

describe('a finding over a text', () => {
  const marked = (page: Page) =>
    page.evaluate(() => [...new Set(Array.from(CSS.highlights.get('hit') ?? [], String))]);

  /** The paragraph an address names is in view, and the words are marked. */
  async function isThere(page: Page, words: string): Promise<void> {
    const { hash } = new URL(page.url());
    const row = page.locator(hash);
    expect(await row.textContent()).toContain(words);
    await expect
      .poll(() =>
        row.evaluate(
          (element) =>
            element.getBoundingClientRect().top < innerHeight && element.getBoundingClientRect().bottom > 0,
        ),
      )
      .toBe(true);
    await expect.poll(() => marked(page)).toEqual([words]);
    expect(await dialogOf(page).isVisible()).toBe(false);
  }

  it('leads to its paragraph in another text, the words marked', async () => {
    const page = await visit('/texts/social-commerce-operations/');
    await open(page);
    await type(page, '社會化電商');
    await page.locator('#findings .quotation a').first().click();
    await page.waitForURL('**/texts/letter-to-ma-huateng/**');
    await isThere(page, '社會化電商');
  });

  it('leads to its paragraph in the open text, again and again, to the same one as well', async () => {
    const page = await visit(TEXT);
    for (const [words, n] of [
      ['社會化電商', 1],
      ['社會化電商', 0],
      ['社會化電商', 0],
      ['美膚匯', 0],
    ] as const) {
      await open(page);
      await type(page, words);
      await page.locator('#findings .quotation a').nth(n).click();
      await isThere(page, words);
      expect(new URL(page.url()).pathname).toBe(TEXT);
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    }
  });

  it('is come to by the arrow keys, and so is the field again', async () => {
    const page = await visit(TEXT);
    await open(page);
    await type(page, '電商');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.matches('#findings h2 a'))).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.matches('#findings .quotation a'))).toBe(true);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('query');
    await page.keyboard.press('ArrowDown');
    await pressKey(page, '/');
    expect(await focused(page)).toBe('query');
    expect(await fieldOf(page).inputValue()).toBe('電商');
  });

  it('is out of reach of the keys of the text', async () => {
    const page = await visit(TEXT);
    await open(page);
    await type(page, '電商');
    await page.keyboard.press('ArrowDown');
    for (const key of ['j', 'm', ',', '?', 's', ']']) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.matches('#findings h2 a'))).toBe(true);
    expect(await page.evaluate(() => document.documentElement.dataset.marks)).toBeUndefined();
    expect(page.url()).toBe(at(TEXT));
    await page.waitForTimeout(200);
    expect(await page.locator('[popover]:popover-open').count()).toBe(0);
  });
});

/** Pages that have a search in their head: all kinds but the search page. */
const kinds = oneOfEachKind(builtPages()).filter(({ file }) => !/^(?:zh-hans\/)?search\//.test(file));

describe.each(kinds)('over $name the search', ({ address }) => {
  it('has ids of its own, and finds', { timeout: 60_000 }, async () => {
    const page = await visit(address);
    const known = new Set(await page.$$eval('[id]', (elements) => elements.map(({ id }) => id)));
    if (!(await page.locator('#site-query').isVisible())) return;
    await page.locator('#site-query').click();
    await dialogOf(page).waitFor();
    const own = await dialogOf(page)
      .locator('[id]')
      .evaluateAll((all) => all.map(({ id }) => id));
    expect(own.filter((id) => known.has(id))).toEqual([]);
    const status = await type(page, '的');
    expect(status).toMatch(/[1-9]\d* 篇/);
    expect(await dialogOf(page).locator('#findings > li').count()).toBeGreaterThan(0);
  });
});

const LOOK = [
  ...['color', 'background-color', 'display', 'position', 'cursor', 'fill', 'stroke', 'gap', 'opacity'],
  ...['padding', 'border-width', 'border-style', 'border-color', 'list-style', 'text-align', 'text-indent'],
  ...['font-family', 'font-size', 'font-weight', 'line-height', 'letter-spacing'],
];

/** How each part of the search looks, but for its size, by its tag. */
async function lookOf(page: Page): Promise<Map<string, string[]>> {
  const looks = await page.locator('#search-panel *').evaluateAll(
    (all, names) =>
      all
        .filter((element) => element.checkVisibility() && !element.matches('[data-close]'))
        .map((element) => {
          const style = getComputedStyle(element);
          const look = names.map((name) => `${name}: ${style.getPropertyValue(name)}`);
          return [(element.cloneNode(false) as Element).outerHTML, look] as const;
        }),
    LOOK,
  );
  return new Map(looks);
}

describe.each(kinds.filter(({ site }) => site.name === 'own'))('over $name the search', ({ address }) => {
  it('looks as on its own page', { timeout: 60_000 }, async () => {
    const page = await visit(address);
    if (!(await page.locator('#site-query').isVisible())) return;
    const home = await page.locator('header.site a[aria-keyshortcuts]').getAttribute('href');
    const own = await visit(`${home}?q=${encodeURIComponent('電商')}`);
    await statusOf(own);
    await page.keyboard.press('?'); // on a text, with all its styles
    await page.keyboard.press('Escape');
    await open(page);
    await type(page, '電商');
    const [wanted, found] = await Promise.all([lookOf(own), lookOf(page)]);
    const parts = [...wanted.keys()].filter((part) => found.has(part));
    expect(parts.length).toBeGreaterThan(20);
    for (const part of parts) expect(found.get(part), part).toEqual(wanted.get(part));
  });
});

describe('the open search', () => {
  it.each([
    ['light', desk],
    ['dark', desk],
    ['sepia', desk],
    ['light', phone],
    ['dark', phone],
  ] as const)(
    'has no violation that axe can find, %s, at %o',
    { timeout: 60_000 },
    async (theme, options) => {
      const page = await visit(TEXT, { ...options, reducedMotion: 'reduce' });
      await open(page);
      await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
      expect(await violations(page, everything)).toEqual([]);
      await type(page, '電商');
      await page.getByText('篩選').click();
      await page.locator('#publisher option').nth(1).waitFor({ state: 'attached' });
      expect(await violations(page, everything)).toEqual([]);
    },
  );

  it('holds under a policy that allows no script but those of the site', async () => {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    const complaints = watchPage(page, inject('sites'));
    await page.route('**/texts/**/', async (route) => {
      const response = await route.fetch();
      const policy =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types zhengben-offline; base-uri 'none'";
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'content-security-policy': policy },
      });
    });
    await page.goto(at(TEXT));
    await open(page);
    expect(await type(page, '社會化')).toContain('2 篇');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('moves nothing on the page', async () => {
    const page = await browser.newPage(desk);
    await watchShifts(page);
    await page.goto(at(TEXT));
    const places = () =>
      page.$$eval('header.site, .row, footer', (all) =>
        all.map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return [x, y, width, height];
        }),
      );
    const before = await places();
    await open(page);
    await type(page, '電商');
    expect(await places()).toEqual(before);
    expect((await shiftsOf(page)).filter(({ byReader }) => !byReader)).toEqual([]);
    await page.close();
  });

  it('goes to the search page where it cannot be opened', async () => {
    const page = await browser.newPage({ ...desk, serviceWorkers: 'block' });
    await page.goto(at(TEXT));
    await page.route('**/search/', (route) =>
      route.request().resourceType() === 'xhr' ? route.abort() : route.continue(),
    );
    await selectIn(page, '#p3 > [lang]', 0, 2);
    await page.keyboard.press('/');
    await page.waitForURL((url) => url.pathname === '/search/' && url.searchParams.get('q') === '通過');
    await page.locator('#findings > li').first().waitFor();
    await page.close();
  });
});

it('without JavaScript the field in the head leads to the search page', async () => {
  const plain = await browser.newPage({ ...desk, javaScriptEnabled: false });
  await plain.goto(at('/zh-hans/method/'));
  await plain.locator('#site-query').fill('礼');
  await plain.locator('#site-query').press('Enter');
  await plain.waitForURL((url) => url.pathname === '/zh-hans/search/' && url.searchParams.get('q') === '礼');
  await plain.close();
});
