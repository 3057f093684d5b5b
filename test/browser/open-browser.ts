import { type Browser, chromium, type Locator } from 'playwright-core';
import { afterAll, inject } from 'vitest';
import { found } from '../support/found.ts';

/**
 * The one browser of all tests, for the file that calls this at its top. It is closed after the last test of the file, which
 * leaves it to the other files and closes the pages that were opened through it.
 */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.connect(inject('browser'));
  afterAll(() => browser.close());
  return browser;
}

/** Address of a page of the site built from the repository's content. */
export function at(path: string): string {
  return new URL(path, inject('site')).href;
}

/** Where an element stands in the window. Throws when it is not shown. */
export async function boxOf(element: Locator) {
  return found(await element.boundingBox(), `box of ${element}`);
}
