/** No violation that axe can find on any page; on one of each kind in every theme, on a phone and on a desk. */
import type { RunOptions } from 'axe-core';
import { expect, it } from 'vitest';
import { builtPages, oneOfEachKind } from './built-pages.ts';
import { openBrowser } from './open-browser.ts';
import { everything, violations } from './run-axe.ts';

/** All that a scheme of colours can change. */
const contrast: RunOptions = {
  runOnly: ['color-contrast', 'link-in-text-block'],
  resultTypes: ['violations'],
};

/** What the style sheets change is the same on all pages of a kind, so one of them is seen in each look. */
const looks = [
  { width: 1280, theme: 'dark', options: contrast },
  { width: 1280, theme: 'sepia', options: contrast },
  { width: 390, theme: 'sepia', options: contrast },
  { width: 390, theme: 'dark', options: contrast },
  { width: 390, theme: 'light', options: everything },
] as const;

const pages = builtPages();

const browser = await openBrowser();
/** One window for all pages: to open a window takes longer than to try a page. */
const page = await browser.newPage({ reducedMotion: 'reduce' });

async function open(address: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(address);
}

it.each(pages)('$name has no violation that axe can find', async ({ address }) => {
  await open(address);
  expect(await violations(page, everything)).toEqual([]);
});

it.each(oneOfEachKind(pages))('$name has none in any look', { timeout: 60_000 }, async ({ address }) => {
  await open(address);
  for (const { width, theme, options } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    expect(await violations(page, options), `${width} px, ${theme}`).toEqual([]);
  }
});
