/** Lighthouse gives each kind of page 100 for accessibility, best practices and SEO, on a phone. */
import lighthouse from 'lighthouse';
import { expect, inject, it } from 'vitest';
import { filesOf } from './built-pages.ts';

/** One of each kind; all pages of a kind are made by the same code, and axe and the rest look at every one. */
const kinds = ['', 'texts/damaged/', 'texts/forms/zh-hans/', 'texts/damaged/apparatus/', 'search/', 'en/'];

const [site] = inject('sites').filter(({ name }) => name === 'odd');
const built = new Set(filesOf(site!, '**/index.html'));

it.each(kinds.filter((path) => built.has(`${path}index.html`)))('/%s', { timeout: 120_000 }, async (path) => {
  const result = await lighthouse(site!.address + path, {
    port: inject('devtools'),
    onlyCategories: ['accessibility', 'best-practices', 'seo'],
    throttlingMethod: 'provided',
    disableFullPageScreenshot: true,
    logLevel: 'error',
  });
  const { categories, audits, runtimeError } = result!.lhr;
  expect(runtimeError).toBeUndefined();
  for (const { title, score, auditRefs } of Object.values(categories)) {
    const failed = auditRefs
      .filter(({ weight, id }) => weight > 0 && audits[id]!.score !== null && audits[id]!.score! < 1)
      .map(({ id }) => `${id}: ${audits[id]!.title} ${JSON.stringify(audits[id]!.details)?.slice(0, 600)}`);
    expect(failed, title).toEqual([]);
    expect(score, title).toBe(1);
  }
});
