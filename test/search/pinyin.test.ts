import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { matchPinyin } from '../../src/search/pinyin/pinyin.ts';
import { parseReadings } from '../../src/search/pinyin/readings.ts';

const readings = parseReadings(
  await readFile(new URL('../../src/data/readings.txt', import.meta.url), 'utf8'),
);
const match = (letters: string, name: string) =>
  matchPinyin(
    letters,
    [...name].map((character) => readings.get(character) ?? []),
  );

it.each([
  ['shehuihuadianshang', '社会化电商', 5],
  ['shehuihua', '社会化电商', 3],
  ['shhdsh', '社会化电商', 5],
  ['shhds', '社会化电商', 5],
  ['shehuihd', '社会化电商', 4],
  ['shehuihuadiansh', '社会化电商', 5],
  ['yinhang', '银行', 2],
  ['xian', '西安', 2],
  ['lvxing', '旅行', 2],
])('takes %s for %s', (letters, name, length) => {
  expect(match(letters, name)?.length).toBe(length);
});

it.each([
  ['shehuo', '社会'],
  ['dianshangx', '电商'],
])('does not take %s for %s', (letters, name) => {
  expect(match(letters, name)).toBeUndefined();
});

it('prefers what is spelt out', () => {
  expect(match('shehui', '社会')?.gaps).toBe(0);
  expect(match('shh', '社会')?.gaps).toBeGreaterThan(0);
});
