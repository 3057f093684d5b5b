import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { printReport } from '../../src/cli/report/page.ts';
import { createTally, MOST_DOCUMENTS, MOST_PLACES } from '../../src/cli/report/tally.ts';
import type { Summary } from '../../src/cli/summarize.ts';
import { rules } from '../support/rules.ts';
import { makeFolder, runZhengben } from '../support/run-zhengben.ts';

vi.setConfig({ testTimeout: 60_000 }); // processes take their time on a busy machine

const spam = [...rules.strip.spamWords].filter(([, isStrong]) => isStrong).map(([word]) => word);
const torn = readFileSync(new URL('../fixtures/repair/torn-marks/input.txt', import.meta.url), 'utf8');

test('a page in itself, with nothing in it that acts', async () => {
  const cwd = makeFolder({
    'in/<img src=x onerror=alert(1)>.txt': `<script>alert(1)</script>"'\u202e&\n\n${torn}\n${spam.slice(0, 6).join('|')}\n`,
    'in/b.txt': '',
  });
  const { code } = await runZhengben(['restore', 'in', '--out', 'out', '--report', 'report.html'], { cwd });
  expect(code).toBe(1);
  const page = readFileSync(join(cwd, 'report.html'), 'utf8');
  expect(page).toMatch(/^<!doctype html>\n<html lang="zh-Hant">/);
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/<script|<img|<link|<iframe|\son\w+=["']|https?:|url\(|@import|\u202e/);
  expect(page).toContain('is empty; fetch it again');
  for (const word of spam) expect(page).not.toContain(word);
});

const summary: Summary = {
  title: '書店',
  language: 'zh-Hant',
  status: 'review',
  characters: 1000,
  emendations: { gloss: 3, 'torn-mark': 2 },
  certainties: { high: 3, low: 2 },
  removals: { navigation: 1 },
  cruces: 1,
  doubts: 0,
  places: Array.from({ length: 12 }, (_, i) => ({
    kind: i === 11 ? 'crux' : 'low',
    before: '前',
    text: `<${i}>`,
    after: '後',
    reason: 'torn-mark',
    alternatives: ['甲'],
  })),
};

test('of 100,000 documents it lists the first and counts the rest', () => {
  const tally = createTally();
  for (let i = 0; i < 100_000; i++) {
    tally.add({ kind: 'done', name: `${i}.txt`, slug: `s${i}`, shown: '', summary }, undefined);
  }
  const total = tally.total();
  expect(total.places).toMatchObject({ count: 300_000 });
  expect([total.places.items.length, total.documents.items.length]).toEqual([MOST_PLACES, MOST_DOCUMENTS]);
  const page = printReport(total);
  expect(page.length).toBeLessThan(500_000);
  expect(page).toContain('另有 299,700 項未列');
  expect(page).toContain('文 100,000 篇');
});

test('an empty run has a page, too', () => {
  expect(printReport(createTally().total())).toContain('無 none');
});
