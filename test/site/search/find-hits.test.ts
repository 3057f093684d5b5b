import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
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

it('takes the beginning of a Latin word, not its end', () => {
  expect(find('cr')).toEqual([['p1', 1]]);
  expect(find('rm')).toEqual([]);
});

it('takes a Latin word in quotation marks whole', () => {
  expect(find('"crm"')).toEqual([['p1', 1]]);
  expect(find('"cr"')).toEqual([]);
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
