/** The lists of `src/data/` that no other test reads row by row: each does something, and a slip in one is named. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRows } from '../../src/data/read-rows.ts';
import { parseEncodings } from '../../src/pipeline/decode/encodings.ts';
import { markPair, parseChannel } from '../../src/pipeline/repair/channel.ts';
import { rules } from '../support/rules.ts';

const source = (name: string) => readFileSync(new URL(`../../src/data/${name}`, import.meta.url), 'utf8');
const unit = (character: string) => character.charCodeAt(0);

describe('channel.txt', () => {
  const { gbk, channel } = rules.repair;
  const changed = (from: RegExp, to: string) => source('channel.txt').replace(from, to);

  test('， is A3AC, and so is the comma of a folded page', () => {
    const pairs = ['，', ',', '：', ':'].map((mark) => [
      markPair(unit(mark), channel, false),
      markPair(unit(mark), channel, true),
    ]);
    expect(pairs).toEqual([
      [0xa3ac, 0xa3ac],
      [0, 0xa3ac],
      [0, 0],
      [0, 0],
    ]);
    expect(markPair(Number.NaN, channel, true)).toBe(0);
  });

  test('no character is listed twice', () => {
    for (const [name, items = ''] of readRows('channel.txt', source, 2)) {
      const all = items.split(' ');
      expect([name, new Set(all).size]).toEqual([name, all.length]);
    }
  });

  test.each([
    ['a list that is missing', /^tag\t.*$/m, '', 'the lists must be'],
    ['a list nobody knows', /^tag\t/m, 'tags\t', 'the lists must be'],
    ['a list that stands twice', /^tag\t.*$/m, 'torn\t。', 'the lists must be'],
    ['two characters without a blank', /于 后/, '于后', 'channel.txt, leftover: not one character: “于后”'],
    ['what is no tag', / strong u$/m, ' <strong> u', 'channel.txt, tag: no name of a tag: “<strong>”'],
    ['a blank for a tab', /^torn\t/m, 'torn ', '2 columns expected'],
  ])('refuses %s', (_, from, to, sentence) => {
    expect(() => parseChannel(changed(from, to), gbk)).toThrow(sentence);
  });
});

describe('encodings.txt', () => {
  test('no name stands for two encodings', () => {
    const names = readRows('encodings.txt', source, 2).flatMap(([, some = '']) => some.split(' '));
    const known = names.filter((name) => name !== '-');
    expect(rules.repair.encodings().byName.size).toBe(known.length);
  });

  test('refuses an encoding nobody can read', () => {
    expect(() => parseEncodings('euc-tw\teuc-tw\n')).toThrow('encodings.txt: no encoding “euc-tw”');
  });
});
