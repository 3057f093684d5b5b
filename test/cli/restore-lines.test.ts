import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { peakOf } from '../support/peak-of.ts';
import { damaged, makeFolder, parseLines, runZhengben, script, sound } from '../support/run-zhengben.ts';

vi.setConfig({ testTimeout: 120_000 }); // processes take their time on a busy machine

describe('a line for each line', () => {
  test('in order, with its other keys, both scripts, metadata and records', async () => {
    const input = [
      { url: 'https://example.org/', id: 'b', text: damaged, tags: ['一', null] },
      { id: 1, text: sound },
      { id: 2, text: '' },
    ];
    const { code, stdout, stderr } = await runZhengben(['restore', '--jsonl', '--jobs', '2'], {
      input: input.map((line) => JSON.stringify(line)).join('\n'),
    });
    expect([code, stderr]).toEqual([0, '']);
    const [first, second, third] = parseLines(stdout);
    expect(Object.keys(first)).toEqual([
      ...[
        'url',
        'id',
        'tags',
        'status',
        'script',
        'metadata',
        'zh-Hant',
        'zh-Hans',
        'removals',
        'emendations',
      ],
    ]);
    expect(first).toMatchObject({
      id: 'b',
      tags: ['一', null],
      status: 'repaired',
      metadata: { title: '小鎮上的舊書店' },
    });
    expect(first['zh-Hans']).toMatch(/^我第一次走进那家旧书店/);
    expect(first.emendations[0]).toMatchObject({ sic: '(shū)', corr: '', kind: 'gloss', cert: 'high' });
    expect(second).toMatchObject({ id: 1, status: 'untouched', 'zh-Hant': sound, removals: [] });
    expect(third).toMatchObject({ id: 2, status: 'untouched', 'zh-Hans': '' });
  });

  test('a line that cannot be used gives an error in its place, and the run goes on', async () => {
    const lines = ['{"id":1,"text":"今天"}', 'no json', '', '{"id":"x","text":7}', '[]', '{"text":"明天"}\r'];
    const { code, stdout, stderr } = await runZhengben(['restore', '--jsonl'], {
      input: `${lines.join('\n')}\n`,
    });
    expect([code, stderr]).toEqual([1, '4 of 6 lines could not be restored; see “error” in their place.\n']);
    expect(parseLines(stdout).map(({ id, line, error }) => [id, line, error !== undefined])).toEqual([
      [1, undefined, false],
      [undefined, 2, true],
      [undefined, 3, true],
      ['x', 4, true],
      [undefined, 5, true],
      [undefined, undefined, false],
    ]);
  });

  test('packed standard input and files of lines, in the order of a single thread', async () => {
    const source = Array.from({ length: 300 }, (_, id) =>
      JSON.stringify({ id, text: `${damaged}\n第${id}篇` }),
    ).join('\n');
    const cwd = makeFolder({ 'a.jsonl.gz': gzipSync(source) });
    const here = await runZhengben(['restore', '--jsonl', '--jobs', '1'], { input: gzipSync(source) });
    const there = await runZhengben(['restore', '--jsonl', '--jobs', '3', 'a.jsonl.gz'], { cwd });
    expect([here.code, there.code]).toEqual([0, 0]);
    expect(parseLines(here.stdout).map(({ id }) => id)).toEqual(Array.from({ length: 300 }, (_, id) => id));
    expect(there.stdout).toBe(here.stdout);
  });

  test('a text that was there before points back to it', async () => {
    const other = `${sound.repeat(3)}他說，河邊的那一家書店已經關門很多年了，沒有人知道店主後來去了哪裡，也沒有人再去過那個地方。只有我還記得門口的燈。`;
    const input = [
      { id: 'a', text: damaged },
      { id: 'b', text: other },
      { id: 'c', text: damaged.replaceAll('(shū)', '').replaceAll('。', '．') },
      { id: 'd', text: '今天' },
      { id: 'e', text: '今天' },
    ];
    const { stdout } = await runZhengben(['restore', '--jsonl'], {
      input: input.map((line) => JSON.stringify(line)).join('\n'),
    });
    expect(parseLines(stdout).map(({ duplicateOf }) => duplicateOf)).toEqual([
      ...[undefined, undefined, 'a', undefined, undefined],
    ]);
  });
});

describe('a stream', () => {
  const start = (...args: string[]) =>
    spawn(process.execPath, [script, 'restore', '--jsonl', ...args], { stdio: ['pipe', 'pipe', 'pipe'] });

  test.each(['1', '2'])('a line is answered before the next one comes, with --jobs %s', async (jobs) => {
    const child = start('--jobs', jobs);
    const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
    for (const id of [1, 2]) {
      child.stdin.write(`{"id":${id},"text":"中"}\n`);
      const { value } = await answers.next();
      expect(JSON.parse(String(value))).toMatchObject({ id });
    }
    child.stdin.end();
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
  });

  test('a closed pipe ends it quietly', async () => {
    const child = start('--jobs', '2');
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdin.on('error', () => {});
    child.stdin.write(`${JSON.stringify({ text: sound })}\n`.repeat(50_000));
    child.stdout.once('data', () => child.stdout.destroy());
    expect([await new Promise((resolve) => child.once('close', resolve)), stderr]).toEqual([0, '']);
  });

  test.runIf(process.platform === 'linux')('a reader that is slow does not fill the memory', async () => {
    const child = start('--jobs', '2');
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.stdin.on('error', () => {});
    const line = `${JSON.stringify({ id: 1, text: sound.repeat(20) })}\n`;
    for (let round = 0; round < 300; round++) child.stdin.write(line.repeat(100)); // 60 MB, of which nothing is read
    await new Promise((resolve) => setTimeout(resolve, 6000));
    const peak = peakOf(child.pid);
    child.kill();
    await ended;
    expect(peak).toBeLessThan(700);
  });
});
