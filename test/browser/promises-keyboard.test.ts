/** Every control of every page is reached by Tab, and one sees where one is, in forced colours as well. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtPages, oneOfEachKind } from './built-pages.ts';
import { walkByTab } from './focus-walk.ts';
import { openBrowser } from './open-browser.ts';

/** The own pages are made by the same templates, and their texts have hundreds of notes, all controls of the same kinds. */
const pages = builtPages().filter(({ site }) => site.name === 'odd');

/** Looks, and the pages tried in each: the style sheets are the same for all pages of a kind. */
const looks = [
  ['on a desk', { viewport: { width: 1280, height: 900 } }, pages],
  [
    'on a phone, in forced colours',
    { viewport: { width: 390, height: 844 }, forcedColors: 'active' },
    oneOfEachKind(pages),
  ],
] as const;

const browser = await openBrowser();

describe.each(looks)('%s', (_, options, tried) => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage({ ...options, reducedMotion: 'reduce' });
  });
  afterAll(() => page.close());

  it.each(tried)('$name by the keyboard', { timeout: 60_000 }, async ({ address }) => {
    await page.goto(address);
    const { invisible, unreached } = await walkByTab(page);
    const advice = 'give it an outline on :focus-visible (a shadow is not drawn in forced colours)';
    expect(invisible, advice).toEqual([]);
    expect(unreached, 'Tab does not come to it: is something in the way, or its tabindex wrong?').toEqual([]);
  });
});
