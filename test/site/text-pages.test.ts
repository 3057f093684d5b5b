/** Pages of texts, made by a renderer that stands for Astro's. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { groupByText, makeTextPages } from '../../src/site/build/text-pages.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'zhengben-pages-'));
  for (const slug of ['letter', 'note']) {
    mkdirSync(join(root, 'downloads', slug), { recursive: true });
    writeFileSync(join(root, 'downloads', slug, 'zh-Hant.md'), slug);
  }
});
afterEach(() => rmSync(root, { recursive: true }));

const at = (...path: string[]) => join(root, ...path);
const read = (...path: string[]) => readFileSync(at(...path), 'utf8');

/** A renderer whose pages say where they are and `what`; that of `missing` is not there. */
function settings(what: string) {
  const renderer = `
    export const app = {
      setInternals() {},
      setOptions() {},
      render: async ({ url }, { routeData }) =>
        url.includes('missing') ? new Response('', { status: 404 }) : new Response([url, routeData.component, '${what}'].join(' ')),
    };
    export const manifest = { routes: [{ routeData: { component: 'reading' } }, { routeData: { component: 'apparatus' } }] };`;
  writeFileSync(at(`${what}.mjs`), renderer);
  const folders = { kept: at('kept'), downloads: at('downloads'), texts: at('site') };
  const home = 'https://example.org/a/';
  return { ...folders, entry: pathToFileURL(at(`${what}.mjs`)).href, styles: new Map(), home };
}

const page = (pathname: string, cacheKey: string, component = 'reading') => ({
  ...{ pathname, cacheKey },
  route: { component, type: 'page' },
});

const make = (pages: Array<ReturnType<typeof page>>, what: string) =>
  makeTextPages(groupByText(pages), settings(what));

test('pages are parted by the text they are about', () => {
  const paths = ['/', '/texts/a', 'texts/b/zh-hans/', '/texts/a/apparatus', '/years'];
  const file = { ...page('/texts/a/zh-Hant.md', ''), route: { component: 'file', type: 'endpoint' } };
  const groups = groupByText([...paths.map((path) => page(path, '')), file]);
  expect([...groups].map(([slug, group]) => [slug, group.map(({ pathname }) => pathname)])).toEqual([
    ['', ['/', '/years', '/texts/a/zh-Hant.md']],
    ['a', ['/texts/a', '/texts/a/apparatus']],
    ['b', ['texts/b/zh-hans/']],
  ]);
});

test('a text gets its pages and what there is to take away, and keeps both until something changes', {
  timeout: 60_000,
}, async () => {
  const letter = [page('/texts/letter', '1'), page('/texts/letter/apparatus', '1', 'apparatus')];
  await make([...letter, page('/texts/note/', '1')], 'first');
  expect(read('site/letter/index.html')).toBe('https://example.org/a/texts/letter/ reading first');
  expect(read('site/letter/apparatus/index.html')).toBe(
    'https://example.org/a/texts/letter/apparatus/ apparatus first',
  );
  expect(read('site/note/zh-Hant.md')).toBe('note');

  rmSync(at('site'), { recursive: true });
  await make([...letter, page('/texts/note/', '2')], 'second');
  expect(read('site/letter/index.html')).toMatch(/ first$/);
  expect(read('site/note/index.html')).toMatch(/ second$/);

  rmSync(at('kept/letter/apparatus'), { recursive: true });
  await make(letter, 'third');
  expect(read('site/letter/apparatus/index.html')).toMatch(/ third$/);
  expect(existsSync(at('kept/note'))).toBe(false);
});

test('a page that cannot be made is named, and nothing is taken for made', { timeout: 60_000 }, async () => {
  await make([page('/texts/letter', '1')], 'first');
  await expect(make([page('/texts/letter', '1'), page('/texts/missing', '1')], 'second')).rejects.toThrow(
    'The page texts/missing could not be made (404); report it.',
  );
  await make([page('/texts/letter', '1')], 'third');
  expect(read('site/letter/index.html')).toMatch(/ third$/);
});
