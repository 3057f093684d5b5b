/** A second of the fuzzing that `npm run fuzz` does for as long as it is let. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { kindNames } from './messages.ts';
import { inputsOf, runBatch } from './run-batch.ts';
import { watch } from './watch.ts';

const PATIENCE = 60_000;
const script = fileURLToPath(new URL('fuzz.ts', import.meta.url));
const fuzz = (...args: string[]) => spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });

describe('fuzzing', () => {
  test.each(kindNames)('nothing fails on %s', { timeout: PATIENCE }, (kind) => {
    expect(runBatch(kind, 1, 12)).toEqual({ kind, seed: 1, inputs: 12, texts: expect.any(Number) });
  });

  test('a seed makes the same inputs again', () => {
    const seen: number[] = [];
    runBatch('mixture', 5, 10, { begin() {}, measured: ({ kilobytes }) => seen.push(kilobytes) });
    expect(inputsOf('mixture', 5, 10)).toEqual(inputsOf('mixture', 5, 10));
    const [first] = inputsOf('mixture', 5, 10);
    expect(seen[0]).toBe((first?.length ?? Number.NaN) / 1000);
  });

  test('a process that hangs is stopped', async () => {
    const lines: string[] = [];
    const hang = ['--eval', 'require("node:fs").writeSync(1, "here\\n"); for (;;);'];
    expect(await watch(hang, 2000, (line) => lines.push(line))).toBe('fell silent');
    expect(lines).toEqual(['here']);
    expect(await watch(['--eval', 'process.exit(3)'], PATIENCE, () => {})).toBe('crashed');
  });

  test('the command tells what it tried', { timeout: PATIENCE }, () => {
    const { stdout, stderr, status } = fuzz('--seconds', '0', '--seed', '3', '--kind', 'bytes');
    expect(stdout).toMatch(/^seed 3\n\nbytes +50 inputs +\d+ text\nslowest by kB: .*\nnothing failed\n$/);
    expect([stderr, status]).toEqual(['', 0]);
  });

  test('the command refuses what it does not know in one sentence', { timeout: PATIENCE }, () => {
    expect(fuzz('--seed', 'x')).toMatchObject({
      status: 2,
      stderr: '--seed wants a number from 0 on, not "x".\n',
    });
    expect(fuzz('--kind', 'x').stderr).toMatch(/^--kind wants one of bytes, .*, not "x"\.\n$/);
  });
});
