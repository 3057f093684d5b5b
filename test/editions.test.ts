import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildEditions } from '../src/edition/build-editions.ts';
import { recover, writeEdition } from '../src/edition/edition-files.ts';
import { rules } from './support/rules.ts';

const article =
  '河邊的書店\n\n那天傍晚我在河邊走了很久，忽然想起你們去年關掉的那間小店，於是決定寫這封信。\n';
let root: string;
const at = (...path: string[]) => join(root, ...path);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'zhengben-'));
  mkdirSync(at('witnesses'));
});
afterEach(() => rmSync(root, { recursive: true }));

function addWitness(
  siglum: string,
  content: string | Uint8Array,
  sidecar: object | string | undefined = {},
): void {
  mkdirSync(at('witnesses', siglum));
  writeFileSync(at('witnesses', siglum, 'text.txt'), content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const json =
    typeof sidecar === 'string'
      ? sidecar
      : JSON.stringify({ file: 'text.txt', sha256, origin: 'A test', ...sidecar });
  writeFileSync(at('witnesses', siglum, 'witness.json'), json);
}

const build = (check = false) =>
  buildEditions(rules, { witnesses: at('witnesses'), editions: at('editions'), check });

describe('buildEditions', () => {
  test('writes three files per witness, once', () => {
    addWitness('river', article);
    expect([...build().outcomes]).toEqual([['river', 'written']]);
    expect(readdirSync(at('editions', 'river')).sort()).toEqual([
      'apparatus.json',
      'zh-Hans.md',
      'zh-Hant.md',
    ]);
    expect([...build().outcomes]).toEqual([['river', 'unchanged']]);
  });

  test('checks without writing', () => {
    addWitness('river', article);
    expect([...build(true).outcomes]).toEqual([['river', 'differs']]);
    expect(existsSync(at('editions'))).toBe(false);
  });

  test.each<[label: string, add: () => void, problem: RegExp]>([
    ['is empty', () => addWitness('bad', ' \n'), /“bad” is empty; fetch it again/],
    ['is a byte order mark', () => addWitness('bad', '\ufeff'), /“bad” is empty; fetch it again/],
    [
      'is nothing but ideographic blanks, U+3000',
      () => addWitness('bad', '\u3000\u3000\n\u3000\u00a0\n'),
      /“bad” is empty; fetch it again/,
    ],
    [
      'is nothing but blanks of UTF-16',
      () => addWitness('bad', Buffer.from('\ufeff \u3000\n', 'utf16le')),
      /“bad” is empty; fetch it again/,
    ],
    [
      'is nothing but blanks of GBK',
      () => addWitness('bad', Uint8Array.of(0xa1, 0xa1, 0x0a, 0xa1, 0xa1)),
      /“bad” is empty; fetch it again/,
    ],
    [
      'is binary',
      () => addWitness('bad', new Uint8Array(200).fill(0x7f, 0, 3)),
      /“bad” is no text in any encoding we know; save it as UTF-8/,
    ],
    ['has no sidecar', () => mkdirSync(at('witnesses', 'bad')), /“bad” has no witness\.json; add one/],
    [
      'has a sidecar that is no JSON',
      () => addWitness('bad', article, '{'),
      /“bad” is no JSON .*; correct it/,
    ],
    [
      'has a sidecar without origin',
      () => addWitness('bad', article, { origin: '' }),
      /“bad” is wrong: "origin" must say where the text comes from; write a sentence or an address\.$/,
    ],
    [
      'names a file outside its folder',
      () => addWitness('bad', article, { file: '../x' }),
      /“bad” is wrong: "file" must be the name of the text beside it, without a folder; write a name such as/,
    ],
    [
      'has a sidecar without sha256',
      () => addWitness('bad', article, { sha256: undefined }),
      /“bad” is wrong: "sha256" must be 64 of the characters 0–9 and a–f; copy the sum/,
    ],
    [
      'has a sha256 that is none',
      () => addWitness('bad', article, { sha256: 'ABC' }),
      /“bad” is wrong: "sha256" must be 64 of the characters 0–9 and a–f; copy the sum/,
    ],
    [
      'has a slug that is no address',
      () => addWitness('bad', article, { slug: '河邊' }),
      /“bad” is wrong: "slug" must be a–z, 0–9 and single hyphens between them; write one such as .*, or leave it out\.$/,
    ],
    [
      'has a field too many',
      () => addWitness('bad', article, { author: '叶开' }),
      /“bad” is wrong: "author" is no field of it; take it out, or name it "file", "sha256", "origin" or "slug"\.$/,
    ],
    [
      'has a sidecar that is a list',
      () => addWitness('bad', article, '[]'),
      /“bad” is wrong: it must be an object in braces; write one with "file", "sha256" and "origin"\.$/,
    ],
    [
      'has a sidecar that is null',
      () => addWitness('bad', article, 'null'),
      /“bad” is wrong: it must be an object in braces; write one with "file", "sha256" and "origin"\.$/,
    ],
    [
      'names a file that is missing',
      () => addWitness('bad', article, { file: 'y.txt' }),
      /“y\.txt” of witness “bad” is missing/,
    ],
    ['names its folder as file', () => addWitness('bad', article, { file: '..' }), /“bad”/],
    [
      'has another sha256',
      () => addWitness('bad', article, { sha256: '0'.repeat(64) }),
      /“bad” is not the one described/,
    ],
    [
      'has a folder name that is no address',
      () => addWitness('壞 的', article),
      /“壞 的” cannot be an address; add "slug"/,
    ],
    [
      'is nothing but furniture',
      () => addWitness('bad', '隨意打賞\n'),
      /“bad” has nothing of an article left/,
    ],
  ])('names a witness that %s, and builds the others', (_, add, problem) => {
    addWitness('river', article);
    add();
    const { outcomes, problems } = build();
    expect([...outcomes]).toEqual([['river', 'written']]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
    expect(problems[0]).not.toMatch(/\n|Invalid|expected|\/\^/);
  });

  test('names two witnesses with one slug', () => {
    addWitness('a', article, { slug: 'river' });
    addWitness('b', article, { slug: 'river' });
    addWitness('c', article);
    const { outcomes, problems } = build();
    expect([...outcomes.keys()]).toEqual(['c']);
    expect(problems).toEqual([
      'The witnesses “a” and “b” have one slug, “river”; give each a "slug" of its own in its witness.json.',
    ]);
  });

  test('reports an edition whose witness is gone, and leaves it', () => {
    addWitness('river', article);
    build();
    rmSync(at('witnesses', 'river'), { recursive: true });
    expect(build().orphans).toEqual(['river']);
    expect(existsSync(at('editions', 'river'))).toBe(true);
  });
});

describe('an interrupted run', () => {
  /** The number of a process that has ended. */
  const ended = () => spawnSync(process.execPath, ['--eval', '']).pid;

  test.each(['.river.new', `.river.${ended()}-0a1b2c3d.new`])(
    'that stopped at %s leaves the old edition',
    (name) => {
      writeEdition(at('editions'), 'river', new Map([['zh-Hans.md', '一']]));
      mkdirSync(at('editions', name));
      recover(at('editions'));
      expect(readdirSync(at('editions'))).toEqual(['river']);
      expect(readFileSync(at('editions', 'river', 'zh-Hans.md'), 'utf8')).toBe('一');
    },
  );

  test('gives the old edition back when it stopped between the two renames', () => {
    const pid = ended();
    mkdirSync(at('editions', `.river.${pid}-0a1b2c3d.old`), { recursive: true });
    mkdirSync(at('editions', `.river.${pid}-0a1b2c3d.new`));
    recover(at('editions'));
    expect(readdirSync(at('editions'))).toEqual(['river']);
  });

  test('is undone before comparing, too', () => {
    addWitness('river', article);
    build();
    renameSync(at('editions', 'river'), at('editions', `.river.${ended()}-0a1b2c3d.old`));
    expect([...build(true).outcomes]).toEqual([['river', 'unchanged']]);
    expect(readdirSync(at('editions'))).toEqual(['river']);
  });
});

describe('a run beside another', () => {
  test.each(['new', 'old'])('leaves the .%s of the other alone', (state) => {
    const name = `.river.${process.ppid}-0a1b2c3d.${state}`;
    mkdirSync(at('editions', name), { recursive: true });
    recover(at('editions'));
    writeEdition(at('editions'), 'river', new Map([['zh-Hans.md', '一']]));
    expect(readdirSync(at('editions')).sort()).toEqual([name, 'river']);
  });
});

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
      /^Unknown option '--prot'; the options are --port, --no-serve\.\n$/,
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
