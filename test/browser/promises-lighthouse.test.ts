/** Lighthouse gives each kind of page 100 for accessibility, best practices and SEO, on a phone. */
import { readFileSync } from 'node:fs';
import lighthouse from 'lighthouse';
import { expect, inject, it } from 'vitest';
import { found } from '../support/found.ts';
import { builtPages, oneOfEachKind } from './built-pages.ts';

/** Lists of texts are built as the first page is; axe tries them all. */
const LISTS = /^(?:zh-hans\/)?(?:catalogue|publishers|years)\//;

/** The site under a path knows its own address, which makes canonical links. What is not to be indexed has no SEO. */
const pages = builtPages().filter(
  ({ site, file }) =>
    site.name === 'odd' &&
    !LISTS.test(file) &&
    !readFileSync(site.folder + file, 'utf8').includes('"noindex"'),
);

/** Speed is no concern here, so Lighthouse need not wait for the page to be idle; it would where nothing is simulated. */
const hasty = {
  throttlingMethod: 'simulate',
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 0,
  cpuQuietThresholdMs: 0,
} as const;

it.each(oneOfEachKind(pages))('$name', { timeout: 60_000 }, async ({ address }) => {
  const result = await lighthouse(address, {
    ...hasty,
    port: inject('devtools'),
    onlyCategories: ['accessibility', 'best-practices', 'seo'],
    disableFullPageScreenshot: true,
    logLevel: 'error',
  });
  const { categories, audits, runtimeError } = found(result, 'report').lhr;
  expect(runtimeError).toBeUndefined();
  for (const { title, score, auditRefs } of Object.values(categories)) {
    const failed = auditRefs
      .map(({ weight, id }) => ({ weight, id, audit: found(audits[id], id) }))
      .filter(({ weight, audit: { score } }) => weight > 0 && score !== null && score < 1)
      .map(({ id, audit }) => `${id}: ${audit.title} ${JSON.stringify(audit.details)?.slice(0, 600)}`);
    expect(failed, title).toEqual([]);
    expect(score, title).toBe(1);
  }
});
