import { setFlagsFromString } from 'node:v8';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startPool } from '../../src/corpus/worker-pool.ts';

const module = new URL('../support/dying-worker.ts', import.meta.url);

function start(size: number, settings: object = {}) {
  const pool = startPool<string, string | number>({ size, module, settings });
  onTestFinished(pool.close);
  return pool;
}

const messageOf = (error: Error) => error.message;
const deaths = [
  ['exit', 'could not be worked on, as its thread ended; report it'],
  ['throw', 'could not be worked on (thrown); split it, or report it'],
  ['throw later', 'could not be worked on (thrown later); split it, or report it'],
] as const;

describe.each([1, 2])('of %i threads', (size) => {
  test.each(deaths)(
    'one that dies (%s) fails its own task only, and is replaced',
    async (death, sentence) => {
      const { run } = start(size);
      const tasks = ['a', death, 'b', death, death, 'c', 'd'];
      const results = await Promise.all(tasks.map((task) => run(task).catch(messageOf)));
      expect(results).toEqual(tasks.map((task) => (task === death ? sentence : task)));
      expect(await run('e')).toBe('e');
    },
  );

  test('that cannot start, each task fails with the reason', async () => {
    const { run } = start(size, { isBroken: true });
    const results = await Promise.all(['a', 'b', 'c', 'd'].map((task) => run(task).catch(messageOf)));
    expect(new Set(results)).toEqual(new Set(['could not be worked on (no rules); split it, or report it']));
    expect(await run('e').catch(messageOf)).toContain('(no rules)');
  });
});

test('a thread out of memory fails its own task only', { timeout: 120_000 }, async () => {
  setFlagsFromString('--max-old-space-size=64'); // of the threads that are started from now on
  onTestFinished(() => setFlagsFromString('--max-old-space-size=0'));
  const { run } = start(1);
  const results = await Promise.all(['a', 'memory', 'b'].map((task) => run(task).catch(messageOf)));
  expect(results).toEqual([
    'a',
    expect.stringMatching(/^could not be worked on \(.*memory.*\); split it/),
    'b',
  ]);
});

test('a thread is started only when all others are at work', async () => {
  const { run } = start(4);
  const first = await run('thread');
  expect([await run('thread'), await run('thread')]).toEqual([first, first]);
});
