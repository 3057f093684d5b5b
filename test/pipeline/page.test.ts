import { describe, expect, test } from 'vitest';
import type { ReadFile } from '../../src/data/read-rows.ts';
import { readMetaLine } from '../../src/pipeline/page/meta-line.ts';
import { type PageRules, parsePageRules } from '../../src/pipeline/page/page-rules.ts';
import { readDate } from '../../src/pipeline/page/read-date.ts';
import { findSite } from '../../src/pipeline/page/site.ts';
import { idleRows, keysOf } from '../support/data-rows.ts';
import { fixturesOf } from '../support/fixtures.ts';
import { rules } from '../support/rules.ts';

const fixtures = fixturesOf('page');

/** The site of each page of a fixture, and the lines that name author, date or source. */
function pagesOf(name: string, own: PageRules = rules.page) {
  const input = fixtures.find((fixture) => fixture.name === name)?.read('input.txt') ?? '';
  return input.split('\n⸻\n').map((page) => ({
    site: findSite(page, own) ?? null,
    metas: page.split('\n').flatMap((line) => {
      const meta = readMetaLine(line, own);
      return meta === undefined ? [] : [[line, meta]];
    }),
  }));
}

describe('page', () => {
  test.each(fixtures)('$name: $about.label', ({ name, read }) => {
    expect(pagesOf(name)).toEqual(JSON.parse(read('expected.json')));
  });

  test.each(['page/numerals.tsv', 'page/patterns.tsv'])(
    '%s is sorted, and without a row its case comes out otherwise',
    (name) => {
      const outcome = (fixture: string, read: ReadFile) =>
        pagesOf(fixture, parsePageRules(read, rules.page.scripts));
      expect(idleRows(name, outcome)).toEqual([]);
      const { keys, sorted } = keysOf(name);
      expect(keys).toEqual(sorted);
    },
  );
});

const dateOf = (text: string, isLabelled?: boolean) => readDate(text, rules.page.dates, isLabelled);

describe('readDate', () => {
  test.each([
    ['2012-03-04', '2012-03-04'],
    ['2012年3月4日', '2012-03-04'],
    ['2012年3月', '2012-03'],
    ['2012/3/4 08:15', '2012-03-04'],
    ['2012.03.04 08:15:59', '2012-03-04'],
    ['2012-03-04T08:15:59+08:00', '2012-03-04'],
    ['2012年3月4日（星期日）上午9点30分', '2012-03-04'],
    ['二〇一二年三月四日', '2012-03-04'],
    ['二零一二年十二月二十一日', '2012-12-21'],
    ['民國一〇一年三月四日', '2012-03-04'],
    ['民國101年3月4日', '2012-03-04'],
    ['2012-02-29', '2012-02-29'],
  ])('%s', (text, date) => expect(dateOf(text)).toBe(date));

  test.each([
    ['12-03-04', '2012-03-04'],
    ['12年3月4日', '2012-03-04'],
    ['2012年', '2012'],
  ])('%s beside a label', (text, date) =>
    expect([dateOf(text), dateOf(text, true)]).toEqual([undefined, date]),
  );

  test.each([
    '2012-13-04',
    '2011-02-29',
    '2012-04-31',
    '20120304',
    '2012-03-04至05',
    '3月4日',
    '昨天',
    '1368年3月4日',
    '2012-03/04-',
  ])('%s is no date', (text) => expect(dateOf(text, true)).toBeUndefined());
});
