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
import { describeFiles, planFor } from './search-files.ts';
import { percentile } from './search-measures.ts';
import { PlainSearch } from './search-plain.ts';
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

  test('describes files, and what more articles would take', () => {
    const files = describeFiles(new URL('../texts/', import.meta.url));
    expect(files).toMatchObject({ count: 2, median: files.largest });
    expect(planFor(100_000, files, 100)).toMatch(/^4 volumes, at most about \d+ files, \d+ MB, \d+ KB each$/);
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
