/** Addresses that are none. */
import { expect, it } from 'vitest';
import { at, openBrowser } from './open-browser.ts';
import { shiftsOf, watchShifts } from './watch-page.ts';

const browser = await openBrowser();

it.each([390, 1440])('a lost reader finds a search and the nearest page at %s px', async (width) => {
  const lost = await browser.newPage({ viewport: { width, height: 844 } });
  await watchShifts(lost);
  await lost.goto(at('/404.html'));
  expect(await lost.locator('#nearest').isVisible()).toBe(false);
  await lost.goto(at('/texts/leter-to-ma-huateng/zh-hant/'));
  const nearest = lost.locator('#nearest a');
  await nearest.first().waitFor();
  expect(await nearest.first().getAttribute('href')).toBe('/texts/letter-to-ma-huateng/');
  expect(await shiftsOf(lost)).toEqual([]);
  const main = lost.getByRole('main');
  await main.getByRole('searchbox').fill('社會化');
  await main.getByRole('button', { name: '搜尋' }).click();
  await lost.locator('#findings > li').first().waitFor();
  await lost.close();
});
