import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** The one browser of all tests. Closing it leaves it to the others, and closes the pages that were opened through it. */
export function openBrowser(): Promise<Browser> {
  return chromium.connect(inject('browser'));
}

/** Address of a page of the site built from the repository's content. */
export function at(path: string): string {
  return new URL(path, inject('site')).href;
}
