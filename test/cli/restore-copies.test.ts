import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { damage } from '../channel/forward.ts';
import { careless, convertCarelessly, makeSite } from '../channel/mirror-site.ts';
import { seeded } from '../support/random.ts';
import { rules } from '../support/rules.ts';
import { makeFolder, runZhengben } from '../support/run-zhengben.ts';

vi.setConfig({ testTimeout: 60_000 }); // processes take their time on a busy machine

const read = (name: string) => readFileSync(new URL(`../texts/${name}.txt`, import.meta.url), 'utf8');
const forms = careless(rules.repair);

function mirror(text: string, seed: number): string {
  const site = makeSite(forms, rules.repair, seeded(seed), 40);
  return damage(convertCarelessly(text, forms), site, rules.repair);
}

test('one text from three mirrors is written once, and what is much like it beside it', async () => {
  const bicycle = read('bicycle');
  const more = `${bicycle.trim()}\n\n${read('bookshop').trim().split('\n').at(-1)}\n`;
  const cwd = makeFolder({
    'in/a.txt': mirror(bicycle, 7),
    'in/b.txt': mirror(bicycle, 8),
    'in/c.txt': bicycle,
    'in/d.txt': more,
    'in/e.txt': read('bookshop'),
  });
  for (const jobs of ['1', '2']) {
    const { code, stderr } = await runZhengben(['restore', 'in', '--out', 'out', '--jobs', jobs], { cwd });
    expect(code).toBe(0);
    expect(stderr.split('\n').sort()).toEqual([
      '',
      '“in/a.txt” is the same text as “in/c.txt”; it is listed with its readings in “c”.',
      '“in/b.txt” is the same text as “in/c.txt”; it is listed with its readings in “c”.',
      expect.stringMatching(/^“in\/d.txt” is much like “in\/c.txt”, but not the same text; both are kept\.$/),
    ]);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['c', 'd', 'e']);
  }
  const { witnesses } = JSON.parse(readFileSync(join(cwd, 'out/c/apparatus.json'), 'utf8'));
  expect(witnesses.map(({ origin }: { origin: string }) => origin).sort()).toEqual(['a.txt', 'b.txt']);
});
