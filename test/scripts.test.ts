/** The scripts a maintainer runs, as processes: their exit codes and their one sentence when something is wrong. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { addWitness, article, at, useWitnesses } from './support/witness-folder.ts';

useWitnesses();

describe('npm run editions', { timeout: 30_000 }, () => {
  const script = fileURLToPath(new URL('../scripts/build-editions.ts', import.meta.url));
  const run = (...args: string[]) => spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });

  test('the editions in content are what the pipeline makes today', () => {
    const { stderr, status } = run('--check');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('ends with 1 and one sentence when a witness is bad', () => {
    addWitness('river', article);
    addWitness('bad', '');
    const { stdout, stderr, status } = run('--witnesses', at('witnesses'), '--editions', at('editions'));
    expect(stdout).toBe('river: written\n');
    expect(stderr).toMatch(/^The text “text\.txt” of witness “bad” is empty; .*\n$/);
    expect(status).toBe(1);
  });

  test.each([
    [
      'an option it does not have',
      ['--chekc'],
      /^Unknown option '--chekc'; the options are --check, .*\.\n$/,
    ],
    [
      'an option without its value',
      ['--witnesses'],
      /^Option '--witnesses <value>' argument missing; the options are .*\.\n$/,
    ],
    ['a path for nothing', ['x'], /^Unexpected argument 'x'; the options are .*\.\n$/],
    [
      'a folder that is missing',
      ['--witnesses', 'no/such'],
      /^There is no folder of witnesses at no\/such; create it, .*\.\n$/,
    ],
    [
      'a file for a folder',
      ['--witnesses', script],
      /^There is no folder of witnesses at .*; create it, .*\.\n$/,
    ],
    ['a file for the editions', ['--editions', script], /^.* is no folder; name another place .*\.\n$/],
  ])('ends with 2 and one sentence when given %s', (_, args, sentence) => {
    const { stdout, stderr, status } = run(...args);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toMatch(sentence);
  });
});

describe('npm start', { timeout: 30_000 }, () => {
  const script = fileURLToPath(new URL('../scripts/start.ts', import.meta.url));

  test.each([
    [
      'an option it does not have',
      ['--prot', '80'],
      /^Unknown option '--prot'; the options are --port, --no-serve, --from-disk\.\n$/,
    ],
    [
      'a port without its number',
      ['--port'],
      /^Option '--port <value>' argument missing; the options are .*\.\n$/,
    ],
    ['a port that is none', ['--port', '80a'], /^--port wants a number from 0 to 65535, not "80a"\.\n$/],
    ['an empty port', ['--port', ''], /^--port wants a number from 0 to 65535, not ""\.\n$/],
  ])('ends with 2 and one sentence when given %s', (_, args, sentence) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toMatch(sentence);
  });
});

describe('npm run build', { timeout: 60_000 }, () => {
  const script = fileURLToPath(new URL('../scripts/start.ts', import.meta.url));

  test.each([
    [
      'ZHENGBEN_SITE',
      'example.org',
      /^ZHENGBEN_SITE is “example\.org”, which is no address of a site; .*\n$/,
    ],
    ['ZHENGBEN_BASE', '/../', /^ZHENGBEN_BASE is “\/\.\.\/”, which is no path; .*\n$/],
  ])('ends with 1 and one sentence when %s is %s', (name, value, sentence) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, '--no-serve'], {
      encoding: 'utf8',
      env: { ...process.env, [name]: value },
    });
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(stderr).toMatch(sentence);
  });

  test.each<[label: string, add: () => void, sentence: RegExp]>([
    [
      'a text is missing',
      () => addWitness('bad', article, { file: 'y.txt' }),
      /^The text “y\.txt” of witness “bad” is missing; put it beside its witness\.json\.\n$/,
    ],
    [
      'a text is another than the one described',
      () => addWitness('bad', article, { sha256: '0'.repeat(64) }),
      /^The text “text\.txt” of witness “bad” is not the one described .*\n$/,
    ],
    [
      'a slug is there twice',
      () => addWitness('bad', article, { slug: 'river' }),
      /^The witnesses “bad” and “river” have one slug, “river”; give each a "slug" of its own .*\n$/,
    ],
  ])('ends with 1 and one sentence, and builds nothing, when %s', (_, add, sentence) => {
    addWitness('river', article);
    add();
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, '--no-serve'], {
      encoding: 'utf8',
      env: { ...process.env, ZHENGBEN_CONTENT: at('.') },
    });
    expect(stderr).toMatch(sentence);
    expect(stdout).toMatch(/The site was not built\.\n$/);
    expect(stdout).not.toContain('Site and search index');
    expect(status).toBe(1);
  });
});
