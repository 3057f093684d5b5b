/**
 * Small runs of the benchmarks, so that none is found broken when it is needed. Not run: bench:search, bench:site and
 * bench:page, which build sites for minutes and start browsers; what they are made of is tested here and in test/browser.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readData } from '../../src/data/read-data.ts';
import { makeArticle } from '../support/made-articles.ts';
import { seeded } from '../support/random.ts';
import { describeFiles } from './search-files.ts';
import { type FirstQuery, percentile } from './search-measures.ts';
import { PlainSearch } from './search-plain.ts';
import { describeSearch, heaviest } from './search-report.ts';
import { tables } from './site-tables.ts';

/** In milliseconds: processes take their time on a busy machine. */
const PATIENCE = 120_000;
const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

test.each([
  ['repair', ['--text', pathOf('../texts/bicycle.txt'), '--documents', '2'], /^all +2 documents /m],
  [
    'convert',
    ['--text', pathOf('../fixtures/convert/prose/expected.zh-Hant.txt')],
    /^ {2}ours +100\.000 %[\s\S]*^speed /m,
  ],
  ['strip', ['--no-speed'], /^body kept +\d+\/\d+ \([\d.]+ %\)$/m],
  ['speed', ['--megabytes', '0.02'], /^sound text +[\d.]+ MB\/s[\s\S]*^start-up: /m],
  [
    'restore',
    ['--megabytes', '0.01', '--lines', '20', '--rounds', '1'],
    /^two threads: [\s\S]*^20 of 20 lines /m,
  ],
])('bench:%s runs', { timeout: PATIENCE }, (name, args, report) => {
  const run = spawnSync(process.execPath, [pathOf(`${name}.ts`), ...args], { encoding: 'utf8' });
  expect([run.status, run.stderr]).toEqual([0, '']);
  expect(run.stdout).toMatch(report);
});

describe('bench:search', () => {
  const articles = Array.from({ length: 12 }, (_, n) => makeArticle(n));
  const plain = new PlainSearch(readData('fold.txt'));
  for (const article of articles) plain.add(article);
  const queries = plain.queries(20);
  const slugs = articles.map(({ slug }) => slug);

  test('judges a search that names every text, and one that names none', () => {
    const all = plain.judge(
      queries,
      queries.map(() => slugs),
    );
    expect(all.recall).toBe(1);
    expect(all.precision).toBeLessThan(1);
    const none = plain.judge(
      queries,
      queries.map(() => []),
    );
    expect([none.recall, none.wrong]).toEqual([0, queries]);
  });

  test('makes the same articles and queries again', () => {
    expect(makeArticle(3)).toEqual(articles[3]);
    expect(plain.queries(20)).toEqual(queries);
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  test('weighs a first query with the page and without, and says what it consists of', () => {
    const files = describeFiles(new URL('../texts/', import.meta.url));
    expect(files).toMatchObject({ count: 2, median: files.largest });
    const fetched = [
      'search/',
      'search-index/index.json',
      'search-index/0a/pagefind/index/ab.pf_index',
      'texts/letter/zh-Hans.json',
    ].map((path) => ({ address: `http://localhost:1/${path}`, bytes: 2048 }));
    const first: FirstQuery[] = [
      { query: '信', fetched },
      { query: '電報', fetched: fetched.slice(0, 3) },
    ];
    const judgement = plain.judge(
      queries,
      queries.map(() => slugs),
    );
    const report = describeSearch({ judgement, first, typed: [1, 2, 3], files }, 6).join('\n');
    expect(heaviest(first)).toBe(6);
    expect(report).toMatch(/^recall 100\.00 %, precision [\d.]+ %; 20 wrong: /);
    expect(report).toContain('without the page, of 1 that finds something: median 6 KB in 3 requests');
    expect(report).toContain('page 1 × 2.0 KB, plan 1 × 2.0 KB, words 1 × 2.0 KB, texts 1 × 2.0 KB, for 信');
    expect(report).toContain('finding nothing, 1: median 4 KB in 2 requests');
    expect(report).toContain('with the page: median 8 KB in 4 requests');
    expect(percentile(Array.from({ length: 100 }, seeded(1)), 0.5)).toBeCloseTo(0.5, 0);
  });
});

test('bench:site shows how it grows, and holds it against Starlight where that is there', () => {
  const time = { seconds: 2, processor: 1, memory: 100 };
  const weight = { files: 10, bytes: 1e6, pages: 5, pageBytes: 1e5 };
  const row = { size: 100, restored: time, built: time, site: weight, restoredAgain: time, builtAgain: time };
  const larger = { ...row, size: 1000, starlight: { ...time, ...weight, pages: 10 } };
  expect(tables([row], 10).split('\n\n')).toHaveLength(1);
  const [, growth, starlight] = tables([row, larger], 10).split('\n\n');
  expect(growth).toContain('| 100 → 1,000 | × 10.0 | × 1.0 |');
  expect(starlight).toContain('| 1,000 | 5 / 10 | 200.0 ms / 100.0 ms = 2.00 |');
});
