import type { Page } from 'playwright-core';
import { at } from './open-browser.ts';

/** Types a query on the search page and gives what is said of its findings. */
export async function search(page: Page, query: string, path = '/search/'): Promise<string> {
  await page.goto(at(path));
  return await type(page, query);
}

/** Types a query into the search that is open, on its own page or over another one, and gives what is said of its findings. */
export async function type(page: Page, query: string): Promise<string> {
  await page.locator('#query').fill(query);
  return await statusOf(page);
}

/** What is said of the findings once they stand there. */
export async function statusOf(page: Page): Promise<string> {
  await page.waitForFunction(
    () =>
      document.getElementById('findings')?.ariaBusy === 'false' &&
      document.getElementById('status')?.textContent !== '',
  );
  return (await page.locator('#status').textContent()) ?? '';
}

/** Presses a key where the focus is; one of a Chinese keyboard as well, which Playwright does not know. */
export async function pressKey(page: Page, key: string): Promise<void> {
  await page.evaluate((name) => {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  }, key);
}
