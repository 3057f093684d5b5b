import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOpencc } from '../../src/corpus/load-rules.ts';
import { readRows } from '../../src/data/read-rows.ts';
import { applyDictionary } from '../../src/pipeline/convert/apply-dictionary.ts';
import { buildConvertRules } from '../../src/pipeline/convert/convert-rules.ts';
import { detectScript, detectStandard } from '../../src/pipeline/convert/detect-script.ts';
import {
  buildDictionary,
  type Dictionary,
  indexPrefixes,
  isOne,
} from '../../src/pipeline/convert/dictionary.ts';
import { leaveForms } from '../../src/pipeline/convert/disambiguator.ts';
import { toSimplified, toTraditional } from '../../src/pipeline/convert/scripts.ts';
import { countCharacters } from '../../src/pipeline/text/code-points.ts';
import type { Segmenter } from '../../src/pipeline/text/segment.ts';
import { failingRows } from '../support/failing-rows.ts';
import { fixturesOf } from '../support/fixtures.ts';
import { restoreText } from '../support/restore-text.ts';
import { rules } from '../support/rules.ts';

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
    expect(linesOf(input, 'zh-Hans')).toEqual(read('expected.zh-Hans.txt').trim().split('\n'));
    expect(linesOf(input, 'zh-Hant')).toEqual(read('expected.zh-Hant.txt').trim().split('\n'));
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
    expect(toTraditional('台湾的卫生所里面', convert, 's2tw')).toBe('台灣的衛生所裡面');
  });

  test('tells Hong Kong from Taiwan in genuine Traditional', () => {
    expect(detectStandard('他説這裏的衞生所關着門，線上羣組沒有人。', convert)).toBe('s2hk');
    expect(detectStandard('他說這裡的衛生所關著門，台灣的群組沒有人。', convert)).toBe('s2tw');
    expect(detectStandard('山上有樹。', convert)).toBe('s2tw');
  });

  test('both columns of an edition have the same blocks', () => {
    const { markdown } = restoreText(
      '被发明的机器\n\n他在里面等了很久，后来终于等到了那位著名的作者，两个人都不着急，坐下来说了半天话。',
    );
    expect(markdown['zh-Hant']).toContain('他在裡面等了很久，後來終於等到了那位著名的作者，兩個人都不著急');
    expect(markdown['zh-Hant'].split('\n')).toHaveLength(markdown['zh-Hans'].split('\n').length);
  });
});

describe('applyDictionary', () => {
  const dictionary = buildDictionary(
    [
      [
        ['发布', '發佈'],
        ['丝发', '絲髮'],
        ['系结', '繫結'],
        ['发', '發'],
        ['丝', '絲'],
        ['体', '體'],
        ['结', '結'],
      ],
    ],
    { counters: [['里', '里']], numerals: ['三', '百'] },
  );
  const cutAt =
    (...ends: number[]): Segmenter =>
    (_text, start, end, begins) => {
      for (let i = 0; i <= end - start; i++) begins[i] = Number(i === 0 || ends.includes(start + i));
    };

  test('takes a phrase of whole words, but none across a boundary', () => {
    expect(applyDictionary('粉丝发布', dictionary, cutAt(2, 4))).toBe('粉絲發佈');
    expect(applyDictionary('粉丝发布', dictionary, cutAt(1, 2, 3, 4))).toBe('粉絲發佈');
    expect(applyDictionary('粉丝发', dictionary, cutAt(1, 2, 3))).toBe('粉絲髮');
    expect(applyDictionary('粉丝发', dictionary, cutAt(2, 3))).toBe('粉絲發');
  });

  test('cuts a long word into smaller ones before it looks inside', () => {
    expect(toTraditional('多体系结构', convert, 's2tw')).toBe('多體系結構');
  });

  test('a counter stands alone behind a number', () => {
    const { segment } = convert;
    const counting = { ...dictionary, units: dictionary.units.with('里'.charCodeAt(0), '裡'.charCodeAt(0)) };
    expect(applyDictionary('三百里，3里，公里，屋里', counting, segment)).toBe('三百里，3里，公裡，屋裡');
    expect(toTraditional('10只羊统一只在两周后', convert, 's2tw')).toBe('10隻羊統一只在兩週後');
  });

  test('leaves addresses and code alone', () => {
    const text = '见 http://例子.cn/台湾，写信给 张@example.com.cn 或 a.b@例子.cn，看 `复制` 和 ``里`面``。';
    expect(toTraditional(text, convert, 's2tw')).toBe(
      '見 http://例子.cn/台湾，寫信給 張@example.com.cn 或 a.b@例子.cn，看 `复制` 和 ``里`面``。',
    );
    expect(toTraditional('<a href="http://例子.cn/发">头发</a>', convert, 's2tw')).toContain('发">頭髮</a>');
  });

  test('finds characters beyond the BMP', () => {
    expect(toTraditional('𫍽发𠮷', convert, 's2tw')).toBe('譞發𠮷');
  });
});

describe('the rules of convert', () => {
  const readData = (name: string) => readFileSync(new URL(`../../src/data/${name}`, import.meta.url), 'utf8');
  const rowsOf = (name: string) =>
    readRows(name, readData, 2).map(([from = '', to = '']) => [from, to] as const);
  const sentences = fixtures.map(({ read }) => read('expected.zh-Hans.txt')).join('');
  const reviewed = rowsOf('convert/s2t.tsv');
  const taiwan = rowsOf('convert/taiwan.tsv');
  const ownFiles = ['convert/s2t.tsv', 'convert/taiwan.tsv', 'convert/contexts.tsv', 'convert/counters.tsv'];
  const withoutOwn = (name: string) => (ownFiles.includes(name) ? '' : readData(name));
  const full = convert.s2t('s2tw');
  const { segment, scripts } = convert;
  const base = buildConvertRules(withoutOwn, readOpencc, { segment, scripts }).s2t('s2tw');

  /** Where either dictionary has something to look up. */
  const both = {
    lengths: full.lengths.map((lengths, unit) => lengths | (base.lengths[unit] ?? 0)),
    prefixes: indexPrefixes([...full.phrases.keys(), ...base.phrases.keys()]),
    isSplit: full.isSplit.map((isSplit, unit) => isSplit | (base.isSplit[unit] ?? 0)),
  };

  /** The dictionary as it would be without the exception for `word`. */
  function without(word: string): Dictionary {
    const isMoved = [...word].some((c) => base.units[c.charCodeAt(0)] !== full.units[c.charCodeAt(0)]);
    if (isMoved) return rebuildWithout(word);
    const phrases = new Map(full.phrases);
    const found = base.phrases.get(word);
    if (found === undefined) phrases.delete(word);
    else phrases.set(word, found);
    const reviewed = new Set([...full.disambiguator.reviewed].filter((other) => other !== word));
    return { ...full, phrases, ...both, disambiguator: { ...full.disambiguator, reviewed } };
  }

  /** Slow, but needed where another exception changes a character of the word: 账 → 帳. */
  function rebuildWithout(word: string): Dictionary {
    const read = (name: string) =>
      readData(name)
        .split('\n')
        .filter((line) => !line.startsWith(`${word}\t`))
        .join('\n');
    return buildConvertRules(read, readOpencc, { segment, scripts }).s2t('s2tw');
  }

  const pairFiles = ['t2s.tsv', 's2t.tsv', 'taiwan.tsv', 'counters.tsv'];
  const characterFiles = ['split-characters.txt', 'numerals.txt', 'both-regions.txt'];
  test.each([...pairFiles, ...characterFiles])('%s is sorted, each entry once', (name) => {
    const rows = readRows(`convert/${name}`, readData, name.endsWith('.tsv') ? 2 : 1);
    const keys = rows.map(([key]) => key);
    expect(keys).toEqual([...new Set(keys)].sort());
  });

  test('contexts.tsv is sorted, each form once, no larger than it need be', () => {
    const rows = readRows('convert/contexts.tsv', readData, 4);
    const keys = rows.map(([character, , form]) => `${character}${form}`);
    expect(keys).toEqual([...new Set(keys)].sort());
    for (const [, , , features = ''] of rows) {
      const all = features.split(' ');
      expect(all).toEqual([...new Set(all)].sort());
    }
    expect(Buffer.byteLength(readData('convert/contexts.tsv'))).toBeLessThan(50_000);
  });

  const isSingle = ([from]: readonly [from: string, to: string]) => isOne(from);
  const isPhrase = ([from]: readonly [from: string, to: string]) => !isOne(from);

  const simplifying = rowsOf('convert/t2s.tsv');
  test('every phrase of t2s.tsv has effect', () => {
    const idle = failingRows(simplifying.filter(isPhrase), ([from, to]) => {
      const phrases = new Map([...convert.t2s.phrases].filter(([phrase]) => phrase !== from));
      expect(toSimplified(from, convert)).toBe(to);
      expect(applyDictionary(from, { ...convert.t2s, phrases }, convert.segment)).not.toBe(to);
    });
    expect(idle).toEqual([]);
  });

  test('OpenCC lacks every single character of t2s.tsv', () => {
    const ofOpencc = new Map(readOpencc('TSCharacters'));
    const idle = failingRows(simplifying.filter(isSingle), ([from, to]) => {
      expect(toSimplified(from, convert)).toBe(to);
      expect(ofOpencc.get(from)).not.toBe(to);
    });
    expect(idle).toEqual([]);
  });

  test('a counter counts behind every numeral', () => {
    const everywhere: Segmenter = (_text, start, end, begins) => void begins.fill(1, 0, end - start + 1);
    const idle = failingRows(readRows('convert/numerals.txt', readData, 1), ([numeral]) => {
      const converted = applyDictionary(`${numeral}只`, { ...full, phrases: new Map() }, everywhere);
      expect(converted.at(1)).toBe('隻');
    });
    expect(idle).toEqual([]);
  });

  test('what is said to be the form of both regions is', () => {
    const ofHongKong = new Set(new Map(readOpencc('HKVariants')).values());
    const idle = failingRows(readRows('convert/both-regions.txt', readData, 1), ([form = '']) => {
      expect(ofHongKong).toContain(form);
      expect(detectStandard(form.repeat(3), convert)).toBe('s2tw');
    });
    expect(idle).toEqual([]);
  });

  test(
    'every phrase of s2t.tsv and taiwan.tsv has effect, and a fixture',
    () => {
      const common = new Map(taiwan.filter(isSingle));
      const idle = failingRows([...reviewed, ...taiwan].filter(isPhrase), ([from, to]) => {
        const written = [...to].map((character) => common.get(character) ?? character).join('');
        expect(toTraditional(from, convert, 's2tw')).toBe(written);
        const other = without(from);
        const others = [other, { ...other, disambiguator: leaveForms }];
        const found = others.map((dictionary) => applyDictionary(from, dictionary, convert.segment));
        expect(found).not.toEqual([written, written]);
        expect(sentences).toContain(from);
      });
      expect(idle).toEqual([]);
    },
    PATIENCE,
  );

  test('every single character of s2t.tsv has effect, and a fixture', () => {
    const idle = failingRows(reviewed.filter(isSingle), ([from, to]) => {
      expect(toTraditional(from, convert, 's2tw')).toBe(to);
      expect(applyDictionary(from, base, convert.segment)).not.toBe(to);
      expect(sentences).toContain(from);
    });
    expect(idle).toEqual([]);
  });

  test('every single character of taiwan.tsv has effect, and a fixture', () => {
    const own = fixtures.map(({ read }) => read('expected.zh-Hant.txt')).join('');
    const [before, after] = [base, full].map(({ phrases }) => [...phrases.values()].join(''));
    const idle = failingRows(taiwan.filter(isSingle), ([from, to]) => {
      expect(before).toContain(from);
      expect(after).not.toContain(from);
      expect(own).toContain(to);
    });
    expect(idle).toEqual([]);
  });

  test('every counter has effect, and a fixture', () => {
    const idle = failingRows(rowsOf('convert/counters.tsv'), ([from, to]) => {
      expect(toTraditional(`十${from}`, convert, 's2tw')).toBe(`十${to}`);
      expect(sentences).toContain(from);
    });
    expect(idle).toEqual([]);
  });
});
