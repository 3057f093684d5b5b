/** What happens while someone reads: nothing forbidden, nothing sent elsewhere, nothing shifts, little is loaded. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { found } from '../support/found.ts';
import { builtPages, isReading } from './built-pages.ts';
import { openBrowser } from './open-browser.ts';
import { statusOf } from './type-query.ts';
import { shiftsOf, watchPage, watchShifts, weighPage } from './watch-page.ts';

/** What a page with a text may weigh before search and settings are used, and its scripts among that. */
const MOST = 25 * 1024;
const MOST_SCRIPTS = 8 * 1024;
const timeout = 60_000;

const pages = builtPages();
const readings = pages.filter(isReading);
const phone = { viewport: { width: 390, height: 844 } };
const desk = { viewport: { width: 1440, height: 900 } };

const browser = await openBrowser();
/** One window of each size for all pages: to open a window takes longer than to try a page. */
const windows = new Map<BrowserContextOptions, { page: Page; complaints: string[] }>();
beforeAll(async () => {
  for (const options of [phone, desk]) {
    const page = await browser.newPage(options);
    await watchShifts(page);
    windows.set(options, { page, complaints: watchPage(page, inject('sites')) });
  }
});

/** Opens a page and lets `use` use it; afterwards nothing forbidden may have happened. */
async function reading(
  address: string,
  options: typeof phone | typeof desk,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, complaints } = found(windows.get(options), 'window');
  complaints.length = 0;
  await page.goto(address);
  await use(page);
  expect(complaints).toEqual([]);
}

/** Down to the end, a screen at a time, as a reader goes. */
function scrollThrough(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
}

it.each(pages)(
  '$name: nothing forbidden and no shift from first to last screen',
  { timeout },
  async ({ address }) => {
    await reading(address, phone, async (page) => {
      await scrollThrough(page);
      expect((await shiftsOf(page)).filter(({ byReader }) => !byReader)).toEqual([]);
    });
  },
);

describe.each(readings)('$name', ({ address }) => {
  it('weighs at most 25 KB, its scripts 8 KB', { timeout }, async () => {
    const page = await browser.newPage(phone);
    const weight = await weighPage(page);
    await page.goto(address, { waitUntil: 'networkidle' });
    await scrollThrough(page);
    const parts = weight.files.join('\n');
    expect(
      weight.total,
      `move what few readers need out of the page, or load it later:\n${parts}`,
    ).toBeLessThanOrEqual(MOST);
    expect(
      weight.scripts,
      `shorten the scripts, or load them when they are used:\n${parts}`,
    ).toBeLessThanOrEqual(MOST_SCRIPTS);
    await page.close();
  });
});

describe.each(readings.filter(({ file }) => file.includes('/damaged/')))('a note on $name', ({ address }) => {
  it('opens with no shift at all where there is a margin for it', { timeout }, async () => {
    await reading(address, desk, async (page) => {
      const mark = page.locator('.row > [lang] [data-mark]:visible').first();
      await mark.scrollIntoViewIfNeeded();
      await mark.click();
      if (page.url().split('#')[0] === address) expect(await shiftsOf(page)).toEqual([]);
    });
  });
});

/** So much may things shift on a page of findings, all together. */
const MOST_SHIFT = 0.01;

describe.each(inject('sites'))('the search of the site “$name”', (site) => {
  it.each(['search/', 'zh-hans/search/'])(
    '%s does nothing forbidden, from the query to the text',
    { timeout },
    async (path) => {
      await reading(`${site.address}${path}?q=我`, desk, async (page) => {
        await page.locator('#findings > li').first().waitFor();
        await page.locator('#findings a').first().click();
        await page.waitForURL('**/texts/**');
      });
    },
  );

  it.each([
    ['search/?q=我', phone],
    ['search/?q=我', desk],
    ['zh-hans/search/?q=我', desk],
    ['search/?q=我&order=date', phone],
    ['search/?q=子虛烏有', phone],
    ['search/?q=子虛烏有', desk],
  ])('%s keeps still while it fills, at %o', { timeout }, async (path, options) => {
    await reading(site.address + path, options, async (page) => {
      await statusOf(page);
      const shifts = (await shiftsOf(page)).filter(({ byReader }) => !byReader);
      const sum = shifts.reduce((all, { value }) => all + value, 0);
      expect(sum, JSON.stringify(shifts)).toBeLessThanOrEqual(MOST_SHIFT);
    });
  });
});
