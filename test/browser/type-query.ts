import type { Page } from 'playwright-core';
import { at } from './open-browser.ts';

/** Types a query on the search page and gives what is said of its findings. */
export async function search(page: Page, query: string): Promise<string> {
  await page.goto(at('/search/'));
  await page.getByRole('searchbox').fill(query);
  await page.waitForFunction(() => document.getElementById('status')?.textContent !== '');
  return (await page.getByRole('status').textContent()) ?? '';
}
