import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** Starts the browser. Without the sandbox, which containers do not allow; it only ever opens our own pages. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: inject('chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** Address of a page of the built site. */
export function at(path: string): string {
  return new URL(path, inject('site')).href;
}
