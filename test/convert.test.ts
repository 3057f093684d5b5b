import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOpencc } from '../src/data/load.ts';
import { readRows } from '../src/data/read-rows.ts';
import { detectScript } from '../src/pipeline/convert/detect-script.ts';
import { buildDictionary, countCharacters } from '../src/pipeline/convert/dictionary.ts';
import { toSimplified, toTraditional } from '../src/pipeline/convert/scripts.ts';
import { translate } from '../src/pipeline/convert/translate.ts';
import { fixturesOf } from './support/fixtures.ts';
import { restoreText } from './support/restore-text.ts';
import { rules } from './support/rules.ts';

/** Properties take their time on a busy machine, in milliseconds. */
const PATIENCE = 60_000;

const { convert } = rules;
const fixtures = fixturesOf('convert');

/** The blocks of an edition, and its title where it is one of the lines. */
function linesOf(input: string, language: 'zh-Hans' | 'zh-Hant'): string[] {
  const script = detectScript(input, convert);
  const simplified = script === 'hans' ? input : toSimplified(input, convert);
  const traditional = script === 'hant' ? input : toTraditional(simplified, convert, 's2tw');
  return (language === 'zh-Hans' ? simplified : traditional).trim().split('\n');
}

describe('convert', () => {
  test.each(fixtures)('$name: $about.label', ({ read, about }) => {
    const input = read('input.txt');
    expect(detectScript(input, convert)).toBe(about.script);
    expect(linesOf(input, 'zh-Hans')).toEqual(read('zh-Hans.txt').trim().split('\n'));
    expect(linesOf(input, 'zh-Hant')).toEqual(read('zh-Hant.txt').trim().split('\n'));
  });

  test(
    'keeps the length of any text, character for character',
    () => {
      const words = '被发明头发里面后来著名着急干净关系於是乾隆臺灣發髮麼么𠮷😀a1 ，。'.split('');
      const text = fc.oneof(
        fc.array(fc.constantFrom(...words)).map((all) => all.join('')),
        fc.string({ unit: 'binary' }),
      );
      fc.assert(
        fc.property(text, (given) => {
          const length = countCharacters(given);
          expect(countCharacters(toSimplified(given, convert))).toBe(length);
          expect(countCharacters(toTraditional(given, convert, 's2tw'))).toBe(length);
          expect(countCharacters(toTraditional(given, convert, 's2hk'))).toBe(length);
        }),
      );
    },
    PATIENCE,
  );

  test('writes the standard of Hong Kong when asked', () => {
    expect(toTraditional('台湾的卫生所里面', convert, 's2hk')).toBe('台灣的衞生所裏面');
    expect(toTraditional('台湾的卫生所里面', convert, 's2tw')).toBe('臺灣的衛生所裡面');
  });

  test('both columns of an edition have the same blocks', () => {
    const { markdown } = restoreText(
      '被发明的机器\n\n他在里面等了很久，后来终于等到了那位著名的作者，两个人都不着急，坐下来说了半天话。',
    );
    expect(markdown['zh-Hant']).toContain('他在裡面等了很久，後來終於等到了那位著名的作者，兩個人都不著急');
    expect(markdown['zh-Hant'].split('\n')).toHaveLength(markdown['zh-Hans'].split('\n').length);
  });
});

describe('translate', () => {
  const dictionary = {
    phrases: new Map([
      ['发布', '發佈'],
      ['丝发', '絲髮'],
    ]),
    lengths: new Map([
      [0x53d1, [2]],
      [0x4e1d, [2]],
    ]),
    characters: new Map([
      ['发', '發'],
      ['丝', '絲'],
    ]),
  };

  test('takes a phrase of whole words, or one inside a word, but none across a boundary', () => {
    expect(translate('粉丝发布', dictionary, () => [2, 4])).toBe('粉絲發佈');
    expect(translate('粉丝发布', dictionary, () => [1, 2, 3, 4])).toBe('粉絲髮布');
    expect(translate('粉丝发布', dictionary, () => [4])).toBe('粉絲髮布');
  });
});

describe('the rules of convert', () => {
  const readData = (name: string) => readFileSync(new URL(`../src/data/${name}`, import.meta.url), 'utf8');

  test.each(['convert/t2s.tsv', 'convert/s2t.tsv', 'convert/split-characters.txt'])(
    '%s is sorted, each entry once',
    (name) => {
      const keys = readRows(name, readData, name.endsWith('.tsv') ? 2 : 1).map(([key]) => key!);
      expect(keys).toEqual([...new Set(keys)].sort());
    },
  );

  test.each(readRows('convert/t2s.tsv', readData, 2))('the exception %s → %s has effect', (from, to) => {
    const without = {
      ...convert.t2s,
      phrases: new Map([...convert.t2s.phrases].filter(([phrase]) => phrase !== from)),
    };
    expect(toSimplified(from!, convert)).toBe(to);
    expect(translate(from!, without, convert.segment)).not.toBe(to);
  });

  const sentences = fixtures.map(({ read }) => read('zh-Hans.txt')).join('');
  const exceptions = readRows('convert/s2t.tsv', readData, 2).map(([from, to]) => [from!, to!] as const);
  const opencc = (['STPhrases', 'STPhrases_GeneratedFromRegionalPhrases', 'STCharacters'] as const).map(
    (name) => [...readOpencc(name)],
  );
  test.each(exceptions)('the exception %s → %s has effect, and a fixture', (from, to) => {
    const without = buildDictionary([exceptions.filter(([other]) => other !== from), ...opencc]);
    expect(translate(from, convert.s2t, convert.segment)).toBe(to);
    expect(translate(from, without, convert.segment)).not.toBe(to);
    expect(sentences).toContain(from);
  });
});
