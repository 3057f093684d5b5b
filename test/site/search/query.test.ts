import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseFold } from '../../../src/pipeline/text/fold.ts';
import { FARTHEST, parseQuery } from '../../../src/site/search/query.ts';

const table = parseFold(await readFile(new URL('../../../src/data/fold.txt', import.meta.url), 'utf8'));

function read(source: string): [terms: string[], without: string[]] {
  const { terms, without } = parseQuery(source, table);
  const write = ({ text, isWhole }: { text: string; isWhole: boolean }) => (isWhole ? `[${text}]` : text);
  return [terms.map(write), without.map(write)];
}

it.each([
  ['社會化 電商', ['社会化', '电商'], []],
  ['  社會化　電商 ', ['社会化', '电商'], []],
  ['"social CRM"', ['[social crm]'], []],
  ['“社會化 電商”', ['[社会化 电商]'], []],
  ['＂社會化＂', ['[社会化]'], []],
  ['"not closed', ['[not closed]'], []],
  ['電商 -微博', ['电商'], ['微博']],
  ['電商 －"social CRM"', ['电商'], ['[social crm]']],
  ['2012-03-04', ['2012-03-04'], []],
  ['- 電商', ['电商'], []],
  ['ＣＲＭ crm', ['crm'], []],
  ['「禮」', ['"礼"'], []],
  ["don't", ['don"t'], []],
  ['……！', [], []],
])('reads %s', (source, terms, without) => {
  expect(read(source)).toEqual([terms, without]);
});

it('keeps a part as it was typed', () => {
  expect(parseQuery('-"社會化 CRM"', table).without[0]?.source).toBe('"社會化 CRM"');
});

/** Which words must stand near each other, and how near. */
function near(source: string): Array<[first: string, distance: number, second: string]> {
  return parseQuery(source, table).near.map(({ terms: [first, second], distance }) => [
    first.text,
    distance,
    second.text,
  ]);
}

describe('words near each other', () => {
  it.each([
    ['微信 ~10 電商', [['微信', 10, '电商']]],
    ['微信 ~ 電商', [['微信', 10, '电商']]],
    ['微信 ～１０ 電商', [['微信', 10, '电商']]],
    ['微信 ～ 電商', [['微信', 10, '电商']]],
    ['微信　~3　電商', [['微信', 3, '电商']]],
    ['微信 ~0 電商', [['微信', 0, '电商']]],
    ['微信 ~30 電商', [['微信', FARTHEST, '电商']]],
    ['微信 ~31 電商', [['微信', FARTHEST, '电商']]],
    ['微信 ~999 電商', [['微信', FARTHEST, '电商']]],
    [
      'a ~5 b ~3 c',
      [
        ['a', 5, 'b'],
        ['b', 3, 'c'],
      ],
    ],
    ['"social CRM" ~5 “微信 電商”', [['social crm', 5, '微信 电商']]],
    ['微信 ~5 ~8 電商', [['微信', 8, '电商']]],
    ['微信 ~5 …… 電商', [['微信', 5, '电商']]],
    ['微信 ~5 -微博 電商', [['微信', 5, '电商']]],
    ['微信 電商 ~5 社會化', [['电商', 5, '社会化']]],
  ])('%s', (source, wanted) => {
    expect(near(source)).toEqual(wanted);
    const { terms, near: pairs } = parseQuery(source, table);
    for (const term of pairs.flatMap((pair) => pair.terms)) expect(terms).toContain(term);
  });

  it.each([
    '~10 微信',
    '微信 ~10',
    '~ 微信 電商',
    '微信 ~ 微信',
    '微信~10電商',
    '"~10" 微信',
    '~10',
    '微信 -~10 電商',
  ])('are not asked for by %s', (source) => {
    expect(near(source)).toEqual([]);
  });

  it('leave no sign behind among the words', () => {
    expect(read('微信 ~10 電商 -微博')).toEqual([['微信', '电商'], ['微博']]);
    expect(read('~ 微信 ~')).toEqual([['微信'], []]);
    expect(read('~5')).toEqual([[], []]);
  });

  it('are one word where the sign has none beside it', () => {
    expect(read('微信~10電商')).toEqual([['微信~10电商'], []]);
  });

  it('may be the same as elsewhere in the query', () => {
    const { terms, near: pairs } = parseQuery('微信 電商 微信 ~2 電商', table);
    expect(terms).toHaveLength(2);
    expect(pairs).toEqual([{ terms: [terms[0], terms[1]], distance: 2 }]);
  });
});
