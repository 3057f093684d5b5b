import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
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
    [
      'is binary',
      () => addWitness('bad', new Uint8Array(200).fill(0x7f, 0, 3)),
      /“bad” cannot be restored: its bytes are no text .* save it as UTF-8/,
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
      /“bad” is wrong at “origin”/,
    ],
    [
      'names a file outside its folder',
      () => addWitness('bad', article, { file: '../x' }),
      /“bad” is wrong at “file”/,
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
      /Nothing of an article is left of witness “bad”/,
    ],
  ])('names a witness that %s, and builds the others', (_, add, problem) => {
    addWitness('river', article);
    add();
    const { outcomes, problems } = build();
    expect([...outcomes]).toEqual([['river', 'written']]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
    expect(problems[0]).not.toContain('\n');
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
  test('leaves the old edition whole, whenever it stopped', () => {
    const files = new Map([['zh-Hans.md', '一']]);
    writeEdition(at('editions'), 'river', files);
    mkdirSync(at('editions', '.river.new')); // stopped while writing
    recover(at('editions'));
    expect(readdirSync(at('editions'))).toEqual(['river']);
    expect(readFileSync(at('editions', 'river', 'zh-Hans.md'), 'utf8')).toBe('一');
  });

  test('brings the old edition back when it stopped between the two renames', () => {
    mkdirSync(at('editions', '.river.old'), { recursive: true });
    mkdirSync(at('editions', '.river.new'));
    recover(at('editions'));
    expect(readdirSync(at('editions'))).toEqual(['river']);
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
});
