/** What `repair` reads by the same way as `restore`: packed files, files of lines, with several threads. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { damaged, makeFolder, parseLines, restored, runZhengben, sound } from '../support/run-zhengben.ts';

vi.setConfig({ testTimeout: 60_000 }); // processes take their time on a busy machine

const lines = Array.from({ length: 300 }, (_, id) =>
  id % 50 === 7 ? 'no json' : `${JSON.stringify({ id, text: `${damaged}\n第${id}篇` })}`,
).join('\n');

test('packed files and packed standard input', async () => {
  const cwd = makeFolder({ 'in/a.txt.gz': gzipSync(damaged), 'torn.gz': gzipSync(damaged).subarray(0, 60) });
  const { code, stdout, stderr } = await runZhengben(['repair', 'in/a.txt.gz', '-', 'torn.gz'], {
    cwd,
    input: gzipSync(damaged),
  });
  expect([code, stdout]).toEqual([1, restored + restored]);
  expect(stderr).toBe('“torn.gz” breaks off in the middle of a gzip file; fetch it again.\n');
  await runZhengben(['repair', 'in', '--out', 'out'], { cwd });
  expect(readFileSync(join(cwd, 'out/a.txt'), 'utf8')).toBe(restored);
  expect(await runZhengben(['undo', 'out/a.txt'], { cwd })).toMatchObject({ code: 0, stdout: damaged });
});

test('files of lines, packed or not, give what standard input gives', async () => {
  const cwd = makeFolder({ 'in/a.jsonl': lines, 'in/b.jsonl.gz': gzipSync(lines) });
  const once = await runZhengben(['repair', '--jsonl'], { input: lines });
  const { code, stdout, stderr } = await runZhengben(['repair', '--jsonl', 'in', 'gone.jsonl'], { cwd });
  expect([once.code, code]).toEqual([1, 1]);
  expect(stdout).toBe(once.stdout + once.stdout);
  expect(stderr).toBe(
    '“gone.jsonl” does not exist; check the path.\n12 of 600 lines could not be repaired; see “error” in their place.\n',
  );
});

describe('two threads', () => {
  test('give the bytes of one for lines', async () => {
    const text = `${damaged}\n`.repeat(1500); // a line that is long, and written in pieces
    const input = `${lines}\n${JSON.stringify({ id: 'long', text })}\n${lines}`;
    const one = await runZhengben(['repair', '--jsonl'], { input });
    const two = await runZhengben(['repair', '--jsonl', '--jobs', '2'], { input });
    expect([two.code, two.stderr]).toEqual([one.code, one.stderr]);
    expect(two.stdout === one.stdout).toBe(true);
    expect(parseLines(one.stdout)).toHaveLength(601);
  });

  test.each([['--json'], ['--explain'], ['--out', 'out'], []])(
    'give the bytes of one for documents %s',
    async (...args) => {
      const cwd = makeFolder({
        'in/a.txt': damaged,
        'in/b.txt.gz': gzipSync(sound),
        'in/c.txt': '',
        'in/d.html': damaged,
      });
      const one = await runZhengben(['repair', 'in', ...args], { cwd });
      const two = await runZhengben(['repair', 'in', ...args, '--jobs', '2'], { cwd });
      expect(two).toEqual(one);
      expect(one.stderr).toBe('“in/c.txt” is empty; fetch it again, or leave it out.\n');
    },
  );

  test('of which one is killed lose only its lines', async () => {
    const lineOf = (id: number, text: string) => JSON.stringify({ id, text });
    const cwd = makeFolder({
      'a.jsonl': lineOf(1, damaged),
      'b.jsonl': lineOf(2, '致命'),
      'c.jsonl': lineOf(3, damaged),
    });
    const killer = new URL('../support/kill-thread.mjs', import.meta.url);
    const paths = ['a.jsonl', 'b.jsonl', 'c.jsonl'];
    const { code, stdout, stderr } = await runZhengben(['repair', '--jsonl', '--jobs', '2', ...paths], {
      cwd,
      env: { NODE_OPTIONS: `--import=${killer.href}` },
    });
    expect([code, stderr]).toEqual([1, '1 of 3 lines could not be repaired; see “error” in their place.\n']);
    expect(parseLines(stdout)).toEqual([
      expect.objectContaining({ id: 1, text: restored }),
      { line: 1, error: 'The line could not be worked on, as its thread ended; report it.' },
      expect.objectContaining({ id: 3, text: restored }),
    ]);
  });
});
