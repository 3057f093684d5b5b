/** The text of every page that has one is the Markdown's, character for character, whatever is in it. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../src/contract/schema.ts';
import { builtPages, isReading } from './built-pages.ts';
import { blocksOf } from './edition-files.ts';
import { openBrowser } from './open-browser.ts';

const readings = builtPages().filter(isReading);

const browser = await openBrowser();

it('finds pages with texts', () => {
  expect(readings.length).toBeGreaterThan(15);
});

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
] as const)('%s', (_, javaScriptEnabled) => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage({ javaScriptEnabled });
  });
  afterAll(() => page.close());

  it.each(readings)('$name shows the text as it is', async ({ site, file, address }) => {
    const [, slug = '', script] = file.split('/');
    await page.goto(address);
    const shown = languages.filter(
      (language) => script === 'index.html' || language.toLowerCase() === script,
    );
    for (const language of shown) {
      const markdown = await readFile(`${site.content}/editions/${slug}/${language}.md`, 'utf8');
      const blocks = await page.$$eval(`.row > [lang="${language}"]`, (all) =>
        all.map((block) => {
          const lines = block.matches('ul, ol, blockquote') ? [...block.children] : [block];
          return lines.map(({ textContent }) => textContent).join('\n');
        }),
      );
      expect(blocks, language).toEqual(blocksOf(markdown));
    }
    expect(await page.locator('main script, main style, main img[onerror], main [onclick]').count()).toBe(0);
  });
});
