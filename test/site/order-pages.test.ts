/** What the site asks of Astro's build: the order of pages, and whose pages may be taken from a build before. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginSeries } from '../../src/site/build/build-series.ts';
import { orderByText } from '../../src/site/build/order-by-text.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'zhengben-pages-'));
});
afterEach(() => rmSync(root, { recursive: true }));

test('pages of a text are made one after another, all others in their own order', () => {
  const paths = ['/', '/texts/a', 'texts/b/zh-hans/', '/texts/a/apparatus', '/years'];
  const ordered = orderByText(paths.map((pathname) => ({ pathname })));
  expect(ordered.map(({ pathname }) => pathname)).toEqual([
    ...['/', '/years'],
    ...['/texts/a', '/texts/a/apparatus'],
    ...['texts/b/zh-hans/'],
  ]);
});

test('a build takes nothing from one that did not end', () => {
  const file = pathToFileURL(join(root, 'series.txt'));
  const first = beginSeries(file);
  first.keep();
  const second = beginSeries(file);
  expect(second.name).toBe(first.name);
  // The second is cut short.
  const third = beginSeries(file);
  expect(third.name).not.toBe(first.name);
  third.keep();
  expect(beginSeries(file).name).toBe(third.name);
});
