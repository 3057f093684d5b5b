import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { describe, expect, test, vi } from 'vitest';
import { peakOf } from '../support/peak-of.ts';
import { damaged, parseLines, restored, runZhengben, script, sound } from '../support/run-zhengben.ts';

vi.setConfig({ testTimeout: 60_000 }); // processes take their time on a busy machine

const repairLines = (input: string | Uint8Array) => runZhengben(['repair', '--jsonl'], { input });

describe('a line for each line', () => {
  test('in order, with its other keys, its text repaired and a status', async () => {
    const input = [
      { url: 'https://example.org/', id: 'b', text: damaged, tags: ['一', null] },
      { id: 1, text: sound },
      { id: 2, text: '', status: 'theirs' },
    ];
    const { code, stdout, stderr } = await repairLines(input.map((line) => JSON.stringify(line)).join('\n'));
    expect([code, stderr]).toEqual([0, '']);
    const [first, ...others] = parseLines(stdout);
    const { emendations, ...rest } = first;
    expect(rest).toEqual({ ...input[0], text: restored, status: 'repaired' });
    expect(Object.keys(first)).toEqual(['url', 'id', 'text', 'tags', 'status', 'emendations']);
    expect(emendations[0]).toEqual({
      ...{ start: 6, end: 11, sic: '(shū)', corr: '', kind: 'gloss', cert: 'high' },
      evidence: { reading: 'shū' },
    });
    expect(others).toEqual([
      { id: 1, text: sound, status: 'untouched', emendations: [] },
      { id: 2, text: '', status: 'untouched', emendations: [] },
    ]);
  });

  test('a line with many records, which is written in pieces', async () => {
    const text = `${damaged}\n`.repeat(1500);
    const { code, stdout } = await repairLines(`${JSON.stringify({ emendations: 'theirs', text, id: 1 })}\n`);
    const [line, ...others] = parseLines(stdout);
    expect([code, others]).toEqual([0, []]);
    expect(Object.keys(line)).toEqual(['emendations', 'text', 'id', 'status']);
    expect(line.text).toBe(`${restored}\n`.repeat(1500));
    expect(line.emendations.length).toBeGreaterThan(1500);
    for (const { start, end, sic } of line.emendations) expect(text.slice(start, end)).toBe(sic);
  });

  test('a line that cannot be used gives an error in its place, and the run goes on', async () => {
    const lines = [
      '{"id":1,"text":"a"}',
      'no json',
      '',
      '{"id":"x","text":7}',
      '[]',
      'null',
      '{}',
      '{"text":"z"}\r',
      ' ',
    ];
    const { code, stdout, stderr } = await repairLines(`${lines.join('\n')}\n`);
    const found = parseLines(stdout);
    expect(code).toBe(1);
    expect(stderr).toBe('7 of 9 lines could not be repaired; see “error” in their place.\n');
    expect(found.map(({ id, line, text }) => [id, line ?? text])).toEqual([
      ...[
        [1, 'a'],
        [undefined, 2],
        [undefined, 3],
        ['x', 4],
        [undefined, 5],
        [undefined, 6],
        [undefined, 7],
      ],
      ...[
        [undefined, 'z'],
        [undefined, 9],
      ],
    ]);
    for (const { error } of found.filter(({ line }) => line)) expect(error).toMatch(/^The line [^\n]*\.$/);
  });

  test('a line that is no UTF-8 is not changed in silence', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"text":"'),
      Uint8Array.of(0xd6, 0xd0),
      Buffer.from('"}\n{"text":"中"}'),
    ]);
    const found = parseLines((await repairLines(bytes)).stdout);
    expect(found).toMatchObject([{ line: 1, error: expect.stringContaining('UTF-8') }, { text: '中' }]);
  });

  test('stray surrogates, line separators, a byte order mark, keys and numbers of all kinds survive', async () => {
    const line =
      String.raw`{"__proto__":1,"id":12345678901234567890,"n":[1.0,-0,1e400],"text":"\ud83d中\u0000\udc00","u":"\udfff` +
      '\u2028"}';
    const { code, stdout } = await repairLines(`\ufeff${line}\n`);
    expect(code).toBe(0);
    expect(stdout).toBe(`${line.slice(0, -1)},"status":"untouched","emendations":[]}\n`);
  });

  test('emendations of low certainty ask for a review', async () => {
    const torn = readFileSync(new URL('../fixtures/repair/torn-marks/input.txt', import.meta.url), 'utf8');
    const [{ status, emendations, cruces = [] }] = parseLines(
      (await repairLines(JSON.stringify({ text: torn }))).stdout,
    );
    const isDoubtful = cruces.length > 0 || emendations.some(({ cert }: { cert: string }) => cert === 'low');
    expect(status).toBe(isDoubtful ? 'review' : 'repaired');
  });

  test('a line of 20 MB', async () => {
    const text = sound.repeat(420_000);
    const { code, stdout } = await repairLines(`${JSON.stringify({ text })}\n{"text":"末"}`);
    const found = parseLines(stdout);
    expect([code, found.length, found[0].text === text, found[1].text]).toEqual([0, 2, true, '末']);
  });

  test('no lines at all', async () => {
    expect(await repairLines('')).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });
});

describe('a stream', () => {
  const start = () =>
    spawn(process.execPath, [script, 'repair', '--jsonl'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = (child: ChildProcess) => new Promise((resolve) => child.once('close', resolve));

  test('a line is answered before the next one comes', async () => {
    const child = start();
    const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
    for (const id of [1, 2]) {
      child.stdin.write(`{"id":${id},"text":"中"}\n`);
      const { value } = await answers.next();
      expect(JSON.parse(String(value))).toMatchObject({ id });
    }
    child.stdin.end();
    expect(await ended(child)).toBe(0);
  });

  test('a closed pipe ends it quietly', async () => {
    const child = start();
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdin.on('error', () => {});
    child.stdin.write(`${JSON.stringify({ text: sound })}\n`.repeat(200_000));
    child.stdout.once('data', () => child.stdout.destroy());
    expect([await ended(child), stderr]).toEqual([0, '']);
  });

  test.runIf(process.platform === 'linux')('memory does not grow with the lines', async () => {
    const child = start();
    const block = `${JSON.stringify({ id: 1, text: sound.repeat(100) })}\n`.repeat(500);
    let answered = 0;
    let peak = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) answered++;
    });
    for (let round = 0; round < 100; round++) {
      if (!child.stdin.write(block)) await new Promise((resolve) => child.stdin.once('drain', resolve));
      peak = peakOf(child.pid);
    }
    child.stdin.end();
    expect(await ended(child)).toBe(0);
    expect(answered).toBe(50_000);
    expect(peak).toBeLessThan(300); // 240 MB of UTF-8 have gone in, and as many out
  });
});
