/** The same text in another engine: one page of each of the hardest texts, in Firefox where there is one. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { found } from '../support/found.ts';
import { blocksOf } from './edition-files.ts';
import { type Firefox, findFirefox, openFirefox } from './open-firefox.ts';

const path = findFirefox();
const site = found(
  inject('sites').find(({ name }) => name === 'odd'),
  'site of odd texts',
);
if (!path)
  console.log('Firefox is not here, so nothing is read in it: install firefox-esr, or set FIREFOX_PATH.');

describe.skipIf(!path)('in Firefox', { timeout: 120_000 }, () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await openFirefox(found(path, 'Firefox'));
  }, 120_000);
  afterAll(() => firefox?.close());

  it.each(['hostile', 'forms', 'damaged'])(
    '%s shows both texts, and nothing the policy forbids',
    async (slug) => {
      await firefox.open(`${site.address}texts/${slug}/`);
      for (const language of ['zh-Hant', 'zh-Hans'] as const) {
        const cells = `[...document.querySelectorAll('.row > [lang="${language}"]')]`;
        const shown = await firefox.evaluate(
          `JSON.stringify(${cells}.map(({ textContent }) => textContent))`,
        );
        const markdown = await readFile(`${site.content}/editions/${slug}/${language}.md`, 'utf8');
        expect(JSON.parse(shown)).toEqual(blocksOf(markdown));
      }
      expect(await firefox.evaluate('String(document.styleSheets.length > 0)')).toBe('true');
    },
  );

  it('fits a narrow window and keeps its columns level', async () => {
    await firefox.open(`${site.address}texts/damaged/`);
    const apart = `[...document.querySelectorAll('.row')].filter((row) => {
      const [left, right] = [...row.querySelectorAll(':scope > [lang]')].map((cell) => cell.getBoundingClientRect());
      return Math.abs(left.top - right.top) > 1;
    }).length`;
    expect(await firefox.evaluate(`String(${apart})`)).toBe('0');
  });
});
