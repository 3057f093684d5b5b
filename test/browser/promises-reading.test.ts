/** What happens while someone reads: nothing forbidden, nothing sent elsewhere, nothing shifts, little is loaded. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type BuiltPage, builtPages, isReading } from './built-pages.ts';
import { openBrowser } from './open-browser.ts';
import { shiftsOf, watchPage, watchShifts, weighPage } from './watch-page.ts';

/** What a page with a text may weigh before search and settings are used, and its scripts among that. */
const MOST = 25 * 1024;
const MOST_SCRIPTS = 8 * 1024;
const timeout = 60_000;

const pages = builtPages();
const readings = pages.filter(isReading);
const phone = { viewport: { width: 390, height: 844 } };
const desk = { viewport: { width: 1440, height: 900 } };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Opens a page and lets `use` use it; afterwards nothing forbidden may have happened. */
async function reading(
  { site, address }: Pick<BuiltPage, 'site' | 'address'>,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage(options);
  const complaints = watchPage(page, site);
  await watchShifts(page);
  await page.goto(address);
  await use(page);
  expect(complaints).toEqual([]);
  await page.close();
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
  async (built) => {
    await reading(built, phone, async (page) => {
      await scrollThrough(page);
      expect((await shiftsOf(page)).filter(({ byReader }) => !byReader)).toEqual([]);
    });
  },
);

describe.each(readings)('$name', (built) => {
  it('weighs at most 25 KB, its scripts 8 KB', { timeout }, async () => {
    const page = await browser.newPage(phone);
    const weight = await weighPage(page);
    await page.goto(built.address, { waitUntil: 'networkidle' });
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

describe.each(readings.filter(({ file }) => file.includes('/damaged/')))('a note on $name', (built) => {
  it('opens with no shift at all where there is a margin for it', { timeout }, async () => {
    await reading(built, desk, async (page) => {
      const mark = page.locator('.row > [lang] [data-mark]:visible').first();
      await mark.scrollIntoViewIfNeeded();
      await mark.click();
      if (page.url().split('#')[0] === built.address) expect(await shiftsOf(page)).toEqual([]);
    });
  });
});

describe.each(inject('sites'))('the search of the site “$name”', (site) => {
  it.each(['search/', 'zh-hans/search/'])(
    '%s does nothing forbidden, from the query to the text',
    { timeout },
    async (path) => {
      await reading({ site, address: `${site.address}${path}?q=我` }, desk, async (page) => {
        await page.locator('#findings > li').first().waitFor();
        await page.locator('#findings a').first().click();
        await page.waitForURL('**/texts/**');
      });
    },
  );
});
