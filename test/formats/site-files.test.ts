import { describe, expect, test } from 'vitest';
import { toArticleData, toScriptJson } from '../../src/formats/article-data.ts';
import { calendarDate, toTimestamp } from '../../src/formats/calendar-date.ts';
import { toFeeds } from '../../src/formats/feeds.ts';
import { toLlms } from '../../src/formats/llms.ts';
import { latestFirst, type TextEntry, toTextEntry } from '../../src/formats/text-entry.ts';
import { toHeadersFile } from '../../src/site/downloads/headers.ts';
import { siteFiles } from '../../src/site/downloads/site-files.ts';
import { toRobots, toSitemap } from '../../src/site/downloads/sitemap.ts';
import { found } from '../support/found.ts';
import { HOSTILE, makeEdition } from '../support/hostile-edition.ts';
import { find, findFirst, parseXml, textOf, type XmlElement } from '../support/parse-xml.ts';

const here = { base: '/a/', site: 'https://example.org' };
const plain = makeEdition();
const hostile = makeEdition(HOSTILE);
const held = (text: string) =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
const fileOf = (files: ReadonlyMap<string, string>, name: string) => found(files.get(name), name);
const one = (root: XmlElement, name: string) => textOf(findFirst(root, name));

describe('feeds', () => {
  test.each([plain, hostile])('have the whole text, whatever it says', (edition) => {
    const feeds = toFeeds([edition], 'zh-Hans', here);
    const atom = parseXml(fileOf(feeds, 'feeds/zh-Hans.atom.xml'));
    const rss = parseXml(fileOf(feeds, 'feeds/zh-Hans.rss.xml'));
    const { title } = edition.frontMatter['zh-Hans'];
    const entry = findFirst(atom, 'entry');
    const item = findFirst(rss, 'item');
    expect(one(entry, 'title')).toBe(held(title));
    expect(one(item, 'title')).toBe(held(title));
    expect(one(entry, 'id')).toBe('https://example.org/a/texts/river/zh-hans/');
    expect(one(entry, 'updated')).toBe('2012-03-04T00:00:00Z');
    expect(one(item, 'pubDate')).toBe('Sun, 04 Mar 2012 00:00:00 GMT');
    const content = parseXml(one(entry, 'content'));
    expect(textOf(content)).toContain('if (a < b && c) {\n\n  run("]]>");\n}');
    expect(find(content, 'a').map(({ attributes }) => attributes.href)).toEqual([
      'https://example.org/a?b=1&c=2',
    ]);
    expect(one(item, 'content:encoded')).toBe(one(entry, 'content'));
  });

  test('have no date where a text has none, or none of the calendar', () => {
    const edition = makeEdition();
    edition.frontMatter['zh-Hant'].date = '2012-13-45';
    const rss = parseXml(fileOf(toFeeds([edition], 'zh-Hant', here), 'feeds/zh-Hant.rss.xml'));
    expect(find(rss, 'pubDate')).toEqual([]);
  });
});

describe('the sitemap', () => {
  const slugs = (count: number) => Array.from({ length: count }, (_, n) => `t-${n}`);
  const paths = [
    '',
    'zh-hans/',
    'en/',
    '404',
    'panels/',
    'zh-hans/panels/',
    'texts/t-0/',
    'texts/t-0/zh-hans/',
    'method/',
  ];

  test('names every address of a text with its alternates', () => {
    const files = toSitemap(slugs(1), paths, here);
    expect([...files.keys()]).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml']);
    expect(find(parseXml(fileOf(files, 'sitemap.xml')), 'loc').map((loc) => textOf(loc))).toEqual([
      'https://example.org/a/sitemap-1.xml',
      'https://example.org/a/sitemap-2.xml',
    ]);
    const pages = find(parseXml(fileOf(files, 'sitemap-1.xml')), 'url');
    expect(pages.map((page) => [one(page, 'loc'), find(page, 'xhtml:link').length])).toEqual([
      ['https://example.org/a/', 2],
      ['https://example.org/a/zh-hans/', 2],
      ['https://example.org/a/en/', 0],
      ['https://example.org/a/method/', 0],
    ]);
    const url = findFirst(parseXml(fileOf(files, 'sitemap-2.xml')), 'url');
    expect(one(url, 'loc')).toBe('https://example.org/a/texts/t-0/');
    expect(find(url, 'xhtml:link').map(({ attributes }) => [attributes.hreflang, attributes.href])).toEqual([
      ['x-default', 'https://example.org/a/texts/t-0/'],
      ['zh-Hant', 'https://example.org/a/texts/t-0/zh-hant/'],
      ['zh-Hans', 'https://example.org/a/texts/t-0/zh-hans/'],
    ]);
  });

  test('is split where there are many texts, and no file is too large', () => {
    const files = toSitemap(slugs(25_000), paths, here);
    expect(files.size).toBe(5);
    for (const content of files.values()) {
      expect(content.length).toBeLessThan(50_000_000);
      expect([...content.matchAll(/<loc>/g)].length).toBeLessThanOrEqual(50_000);
    }
  });

  test('is not there, nor are feeds, when nobody has said where the site is', () => {
    expect(toSitemap(slugs(1), paths, { base: '/' }).size).toBe(0);
    expect([...siteFiles([toTextEntry(plain)], [plain], { base: '/' }).keys()]).toEqual([
      '_headers',
      'llms.txt',
      'manifest.webmanifest',
      'robots.txt',
    ]);
    expect(toRobots({ base: '/' })).not.toContain('Sitemap');
    expect(toRobots(here)).toContain('\nSitemap: https://example.org/a/sitemap.xml\n');
  });
});

describe('data about a text', () => {
  test.each([plain, hostile])('cannot break out of its script, and says what it says', (edition) => {
    const data = toArticleData(edition, 'zh-Hant', 'https://example.org/a/texts/river/');
    const json = toScriptJson(data);
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    expect(json.isWellFormed()).toBe(true);
    expect(JSON.parse(json)).toEqual(data);
    expect(data).toMatchObject({
      '@type': 'Article',
      headline: edition.frontMatter['zh-Hant'].title,
      isBasedOn: { identifier: `sha256:${'ab'.repeat(32)}` },
    });
  });

  test('names every page that a text was received on', () => {
    const edition = makeEdition();
    const other = { siglum: 'b', sha256: 'cd'.repeat(32), origin: 'https://example.org/b', readings: [] };
    edition.apparatus.witnesses = [other];
    expect(toArticleData(edition, 'zh-Hant')).toMatchObject({
      isBasedOn: [{ '@type': 'CreativeWork' }, { url: other.origin, identifier: `sha256:${other.sha256}` }],
    });
  });
});

test('llms.txt has a line for each text, whatever its title', () => {
  const text = toLlms([toTextEntry(hostile), toTextEntry(plain)], here);
  expect(text.isWellFormed()).toBe(true);
  expect(text.match(/^- \[.*\]\(https:\/\/example\.org\/a\/texts\/river\/zh-Hant\.md\): .*$/gm)).toHaveLength(
    2,
  );
});

test('the latest text is the first; those without a date are last', () => {
  const entry = (slug: string, date?: string): TextEntry => {
    const { date: _, ...rest } = plain.frontMatter['zh-Hant'];
    const frontMatter = { ...rest, ...(date && { date }) };
    return { slug, frontMatter: { 'zh-Hant': frontMatter, 'zh-Hans': frontMatter } };
  };
  const entries = [entry('d'), entry('b', '2012'), entry('a', '2012'), entry('c', '2012-03')];
  expect(latestFirst(entries).map(({ slug }) => slug)).toEqual(['c', 'a', 'b', 'd']);
});

test.each([
  ['2012', '2012-01-01T00:00:00Z', true],
  ['2012-03', '2012-03-01T00:00:00Z', true],
  ['2012-03-04', '2012-03-04T00:00:00Z', true],
  ['2012-02-30', '2012-02-30T00:00:00Z', false],
  ['2012-13', '2012-13-01T00:00:00Z', false],
])('%s begins at %s', (date, moment, isReal) => {
  expect(toTimestamp(date)).toBe(moment);
  expect(calendarDate(date)).toBe(isReal ? date : undefined);
});

test('the headers forbid what a page cannot forbid itself, below the base', () => {
  const file = toHeadersFile(here);
  expect(file).toMatch(/^\/a\/\*\n {2}Content-Security-Policy: frame-ancestors 'none'/);
  for (const name of ['X-Content-Type-Options: nosniff', 'Referrer-Policy: ', 'Permissions-Policy: '])
    expect(file).toContain(name);
  expect(file).toContain('\n\n/a/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n');
});

describe('the headers let a browser keep for ever', () => {
  const rules = toHeadersFile(here)
    .split('\n\n')
    .filter((rule) => rule.includes('immutable'))
    .map((rule) => toPattern(rule.slice(0, rule.indexOf('\n'))));
  const mayKeep = (path: string) => rules.some((rule) => rule.test(path));

  test.each([
    '/a/_astro/index.BgYX7TUb.css',
    '/a/search-index/aa89a94bbc37110c/pagefind/pagefind.js',
    '/a/search-index/aa89a94bbc37110c/pagefind/index/und_5c2c292.pf_index',
    '/a/search-index/aa89a94bbc37110c/pinyin-s.bin',
  ])('%s', (path) => expect(mayKeep(path)).toBe(true));

  test.each([
    '/a/',
    '/a/search/',
    '/a/search-index/index.json',
    '/a/service-worker.js',
    '/a/texts/a/zh-Hant.json',
  ])('but not %s', (path) => expect(mayKeep(path)).toBe(false));
});

/** A path of `_headers` as Netlify understands it, for which a `*` at the end may be nothing, with the slash before it. */
function toPattern(path: string): RegExp {
  const beginning = path.replace(/\/\*$/, '');
  const pattern = beginning.replaceAll('.', '\\.').replaceAll('*', '.*').replace(/:\w+/g, '[^/]+');
  return new RegExp(`^${pattern}${beginning === path ? '' : '(?:/.*)?'}$`);
}
