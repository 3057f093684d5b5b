/** Every control of every page is reached by Tab, and one sees where one is, in forced colours as well. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtPages } from './built-pages.ts';
import { walkByTab } from './focus-walk.ts';
import { openBrowser } from './open-browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The own texts have hundreds of notes, which are controls all of the same kinds as on the pages of odd texts. */
const pages = builtPages().filter(({ site, file }) => site.name === 'odd' || !file.startsWith('texts/'));

describe.each(pages)('$name by the keyboard', ({ address }) => {
  it.each([
    ['on a desk', { viewport: { width: 1280, height: 900 } }],
    ['on a phone, in forced colours', { viewport: { width: 390, height: 844 }, forcedColors: 'active' }],
  ] as const)('%s', { timeout: 120_000 }, async (_, options) => {
    const page = await browser.newPage({ ...options, reducedMotion: 'reduce' });
    await page.goto(address);
    const { invisible, unreached } = await walkByTab(page);
    expect(
      invisible,
      'give it an outline on :focus-visible (a shadow is not drawn in forced colours)',
    ).toEqual([]);
    expect(unreached, 'Tab does not come to it: is something in the way, or its tabindex wrong?').toEqual([]);
    await page.close();
  });
});
