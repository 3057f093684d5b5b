import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, openBrowser } from './open-browser.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const text = '/texts/letter-to-ma-huateng/';
const pages = [
  '/',
  text,
  `${text}zh-hans/`,
  `${text}apparatus/`,
  '/search/?q=社會化',
  '/method/',
  '/404.html',
];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  it.each(pages)('%s has no violation that axe can find, and no error in the console', async (path) => {
    const page = await browser.newPage({ colorScheme });
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('request', (request) => {
      if (!request.url().startsWith(at('/'))) errors.push(`request to ${request.url()}`);
    });
    await page.goto(at(path));
    if (path.includes('?q=')) await page.locator('#findings > li').first().waitFor();
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });
});
