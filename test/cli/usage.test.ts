import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { runZhengben, script } from '../support/run-zhengben.ts';

vi.setConfig({ testTimeout: 60_000 }); // processes take their time on a busy machine

describe('help', () => {
  test.each([
    [['--help'], 'zhengben repair [FILE|DIR…]'],
    [['-h'], 'Exit codes:'],
    [['help', 'undo'], 'zhengben undo [--out FILE] EDITION'],
    [['repair', '--help'], 'Examples:'],
    [['repair', '--jsonl', '--help'], '--jsonl < LINES'],
    [['restore', '--help'], 'zhengben restore crawl/'],
    [['undo', '--help'], 'Examples:'],
  ])('%o', async (args, words) => {
    const { code, stdout, stderr } = await runZhengben(args);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(words);
    expect(stdout.split('\n').every((line) => line.length <= 120)).toBe(true);
  });

  test('--version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await runZhengben(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` });
    const launched = execFileSync(process.execPath, [script.replace(/ts$/, 'mjs'), '--version'], {
      encoding: 'utf8',
    });
    expect(launched).toBe(`${version}\n`);
  });
});

test.each([
  [[], 'Name a command'],
  [['restor'], 'There is no command “restor”'],
  [['constructor'], 'There is no command “constructor”'],
  [['repair', '--colour'], "Unknown option '--colour'"],
  [['repair', '-x'], "Unknown option '-x'"],
  [['repair', '--out'], "Option '--out <value>' argument missing"],
  [['repair', '--out', '--json'], "Option '--out' argument is ambiguous"],
  [['repair', '--json=1'], "Option '--json' does not take an argument"],
  [['repair', '--json', '--explain'], '--explain and --json do not go together'],
  [['repair', '--jsonl', '--explain'], '--jsonl goes from standard input'],
  [['repair', '--jobs', '65'], '--jobs wants a number from 1 to 64'],
  [['repair', '--jsonl', '--out', 'x'], '--jsonl goes from standard input'],
  [['repair', '--out', ''], '--out wants the name of a folder'],
  [['repair', '--out', 'package.json'], '--out wants a folder'],
  [['restore', '--json', '--jsonl'], '--json and --jsonl do not go together'],
  [['restore', '--out', 'x', '--script', 'hans'], '--out and --script do not go together'],
  [['restore', '--script', 'latin'], '--script knows no “latin”; choose one of hans, hant'],
  [['restore', '--standard', 'cn'], '--standard knows no “cn”'],
  [['restore', '--keep', 'constructor'], '--keep knows no “constructor”'],
  [['restore', '--jobs', '0'], '--jobs wants a number from 1 to 64'],
  [['restore', '--out', 'package.json'], '--out wants a folder'],
  [['restore', '--report', 'src'], '--report wants a file'],
  [['undo'], 'undo wants one edition'],
  [['undo', 'a', 'b'], 'undo wants one edition'],
])('%o is told in one sentence, exit code 2', async (args, words) => {
  const { code, stdout, stderr } = await runZhengben(args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^zhengben: [^\n]+\.\n$/);
  expect(stderr).toContain(words);
});
