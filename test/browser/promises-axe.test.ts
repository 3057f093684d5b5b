/** No violation that axe can find, on every page, in light and dark, on a phone and on a desk. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtPages } from './built-pages.ts';
import { openBrowser } from './open-browser.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Sizes of targets are off by default. */
const everything: RunOptions = { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] };
/** All that a scheme of colours can change. */
const contrast: RunOptions = {
  runOnly: ['color-contrast', 'link-in-text-block'],
  resultTypes: ['violations'],
};

const looks = [
  { width: 1280, colorScheme: 'light', options: everything },
  { width: 1280, colorScheme: 'dark', options: contrast },
  { width: 390, colorScheme: 'dark', options: contrast },
  { width: 390, colorScheme: 'light', options: everything },
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function violations(page: Page, options: RunOptions): Promise<string[]> {
  const found = await page.evaluate(
    (given) => (window as unknown as { axe: { run: (o: RunOptions) => Promise<AxeResults> } }).axe.run(given),
    options,
  );
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary}`),
  );
}

describe.each(builtPages())('$name', ({ address }) => {
  it('has no violation that axe can find', { timeout: 120_000 }, async () => {
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    await page.goto(address);
    await page.evaluate(axe);
    for (const { width, colorScheme, options } of looks) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      expect(await violations(page, options), `${width} px, ${colorScheme}`).toEqual([]);
    }
    await page.close();
  });
});
