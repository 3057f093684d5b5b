import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildEditions } from '../../src/corpus/editions/build-editions.ts';
import { recover, writeEdition } from '../../src/corpus/editions/edition-files.ts';
import { rules } from '../support/rules.ts';
import { addWitness, article, at, useWitnesses } from '../support/witness-folder.ts';

useWitnesses();

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

describe('a second run', () => {
  const run = (version = 'a') =>
    buildEditions(rules, { witnesses: at('witnesses'), editions: at('editions'), version });
  /** A run with these rules would make a broken edition: where none is made, none was asked for. */
  const runWithout = () =>
    buildEditions({} as typeof rules, { witnesses: at('witnesses'), editions: at('editions'), version: 'a' });

  test('makes no edition again whose witness is as it was', () => {
    addWitness('river', article);
    expect([...run().outcomes]).toEqual([['river', 'written']]);
    const { outcomes, problems } = runWithout();
    expect([...outcomes]).toEqual([['river', 'unchanged']]);
    expect(problems).toEqual([]);
  });

  test.each<[label: string, change: () => void]>([
    [
      'the witness is another',
      () => {
        rmSync(at('witnesses', 'river'), { recursive: true });
        addWitness('river', `${article}\n那是很久以前的事情了，可是我一直沒有忘記。\n`);
      },
    ],
    ['the edition was edited', () => writeFileSync(at('editions', 'river', 'zh-Hans.md'), '一')],
    ['a file of the edition is gone', () => rmSync(at('editions', 'river', 'zh-Hant.md'))],
    ['the memory is damaged', () => writeFileSync(at('editions', '.restored.json'), '{')],
  ])('makes it again when %s', (_, change) => {
    addWitness('river', article);
    run();
    change();
    expect(runWithout().problems).toHaveLength(1);
    expect(run().problems).toEqual([]);
    expect(build(true).outcomes.get('river')).toBe('unchanged');
  });

  test('makes all again by other rules', () => {
    addWitness('river', article);
    run();
    writeFileSync(at('editions', 'river', 'zh-Hans.md'), '一');
    expect([...run('b').outcomes]).toEqual([['river', 'written']]);
  });
});
