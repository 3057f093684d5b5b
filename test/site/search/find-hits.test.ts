import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseFold } from '../../../src/pipeline/text/fold.ts';
import { findHits } from '../../../src/site/search/find-hits.ts';
import { parseQuery } from '../../../src/site/search/query.ts';

const table = parseFold(await readFile(new URL('../../../src/data/fold.txt', import.meta.url), 'utf8'));
const text = {
  title: '社會化電商',
  author: '葉開',
  publisher: 'i天下網商',
  date: '2012-03-04',
  blocks: [
    ['p1', '微信上的CRM，社會化的電商。'],
    ['p2', '社會化電商社會化電商'],
    ['p3', '他說：“禮”，又說：『物』，don’t.'],
  ] as Array<[string, string]>,
};
const find = (query: string) =>
  findHits(text, parseQuery(query, table), { table }).map(({ id, hits }) => [id, hits.length]);

it('finds a phrase of either script in title and text', () => {
  expect(find('社会化电商')).toEqual([
    ['title', 1],
    ['p2', 2],
  ]);
  expect(find('社會化電商')).toEqual(find('社会化电商'));
});

it.each(['叶开', '葉開', 'i天下網商', '天下网商', '2012-03-04'])(
  'finds %s in author, publisher and date',
  (query) => {
    expect(find(query)).toEqual([['imprint', 1]]);
  },
);

it('wants every word, of text and imprint together', () => {
  expect(find('叶开 crm')).toEqual([
    ['imprint', 1],
    ['p1', 1],
  ]);
});

it('finds nothing by marks alone', () => {
  expect(parseQuery('「」，…… ！', table).terms).toEqual([]);
});

it('wants every word', () => {
  expect(find('crm 电商')).toEqual([
    ['title', 1],
    ['p1', 2],
    ['p2', 2],
  ]);
  expect(find('crm 淘寶')).toEqual([]);
});

it.each(['cr', 'r', 'rm', 'm，社'])('takes a piece of a Latin word, wherever in it: %s', (query) => {
  expect(find(query)).toEqual([['p1', 1]]);
});

it('takes a Latin word in quotation marks whole', () => {
  expect(find('"crm"')).toEqual([['p1', 1]]);
  expect(find('"cr"')).toEqual([]);
  expect(find('"rm"')).toEqual([]);
  expect(find('"crm，社"')).toEqual([['p1', 1]]);
  expect(find('"rm，社"')).toEqual([]);
  expect(find('"的cr"')).toEqual([]);
  expect(find('"t"')).toEqual([['p3', 1]]);
});

describe('words near each other', () => {
  const far = {
    ...text,
    blocks: [['p1', `微信${'的'.repeat(10)}電商，微信${'的'.repeat(11)}電商`]] as Array<[string, string]>,
  };
  const placesIn = (source: string, where = far) =>
    findHits(where, parseQuery(source, table), { table }).map(({ id, hits }) => [
      id,
      hits.map(({ start, end }) => [start, end]),
    ]);

  it('are found where so many characters stand between them or fewer, either first', () => {
    for (const source of ['微信 ~10 電商', '电商 ~ 微信'])
      expect(placesIn(source)).toEqual([
        [
          'p1',
          [
            [0, 2],
            [12, 14],
            [15, 17],
          ],
        ],
      ]);
    expect(placesIn('微信 ~11 電商')).toEqual([
      [
        'p1',
        [
          [0, 2],
          [12, 14],
          [15, 17],
          [28, 30],
        ],
      ],
    ]);
    expect(placesIn('微信 ~0 電商')).toEqual([]);
    expect(placesIn('電商 ~1 微信')).toEqual([
      [
        'p1',
        [
          [12, 14],
          [15, 17],
        ],
      ],
    ]);
    expect(placesIn('電商 ~0 微信')).toEqual([]);
  });

  it('that overlap are near', () => {
    expect(placesIn('微信的 ~0 信的')).toEqual([
      [
        'p1',
        [
          [0, 3],
          [15, 18],
        ],
      ],
    ]);
  });

  it('are not across the border of two blocks', () => {
    const apart = { ...text, title: '微信', blocks: [['p1', '電商']] as Array<[string, string]> };
    expect(placesIn('微信 ~30 電商', apart)).toEqual([]);
    expect(placesIn('微信 電商', apart)).toHaveLength(2);
  });

  it('may be three, each near the next', () => {
    const chain = { ...text, blocks: [['p1', '甲一二乙一二三四丙']] as Array<[string, string]> };
    expect(placesIn('甲 ~2 乙 ~4 丙', chain)).toEqual([
      [
        'p1',
        [
          [0, 1],
          [3, 4],
          [8, 9],
        ],
      ],
    ]);
    expect(placesIn('甲 ~2 乙 ~3 丙', chain)).toEqual([]);
    expect(placesIn('甲 ~2 丙', chain)).toEqual([]);
  });

  it('may be a whole word and a phrase', () => {
    expect(find('"crm" ~1 社會化')).toEqual([['p1', 2]]);
    expect(find('"cr" ~30 社會化')).toEqual([]);
    expect(find('"CRM，社會" ~3 電商')).toEqual([['p1', 2]]);
  });

  it('leave other words of the query where they are', () => {
    expect(find('微信 ~5 crm 電商')).toEqual([
      ['title', 1],
      ['p1', 3],
      ['p2', 2],
    ]);
    expect(find('微信 ~5 crm -淘寶')).toEqual([['p1', 2]]);
    expect(find('微信 ~5 crm -電商')).toEqual([]);
  });
});

it('finds nothing in a text that has what must not occur', () => {
  expect(find('电商 -淘寶')).toHaveLength(3);
  expect(find('电商 -微信')).toEqual([]);
});

it('looks at the other script where the tables leave a character apart', () => {
  const other = { ...text, blocks: [...text.blocks] };
  other.blocks[1] = ['p2', '社會化奌商社會化電商'];
  expect(findHits(text, parseQuery('化奌商', table), { table, other })).toMatchObject([
    { id: 'p2', hits: [{ start: 2, end: 5 }] },
  ]);
});

it('marks words that overlap as one', () => {
  expect(find('社会 会化')).toEqual([
    ['title', 1],
    ['p1', 1],
    ['p2', 2],
  ]);
});

it.each(['「禮」', '“禮”', '"礼"', '＂礼＂', '『礼』', '‘物’', "don't"])(
  'takes one quotation mark for another: %s',
  (query) => {
    expect(find(query)).toEqual([['p3', 1]]);
  },
);

it('gives places in the text as it is', () => {
  const [hit] = findHits(text, parseQuery('化的', table), { table }).flatMap(({ hits, text: block }) =>
    hits.map((h) => block.slice(h.start, h.end)),
  );
  expect(hit).toBe('化的');
});
