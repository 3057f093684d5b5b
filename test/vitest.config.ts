import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const inBrowser = {
  globalSetup: ['test/browser/global-setup.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};
const promises = 'test/browser/promises-*.test.ts';

/**
 * Three projects: `unit` needs nothing but Node; `browser` builds the sites once and opens them in Chromium; `promises`
 * tries every page, takes minutes, and is run by itself as long as it names faults.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/browser/**'] } },
      {
        test: { ...inBrowser, name: 'browser', include: ['test/browser/**/*.test.ts'], exclude: [promises] },
      },
      { test: { ...inBrowser, name: 'promises', include: [promises] } },
    ],
  },
});
