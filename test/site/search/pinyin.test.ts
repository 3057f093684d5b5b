import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { filesFor, matchPinyin } from '../../../src/site/search/pinyin/pinyin.ts';
import { parseTypedReadings, typedReading } from '../../../src/site/search/pinyin/readings.ts';

const readings = parseTypedReadings(
  await readFile(new URL('../../../src/data/readings.txt', import.meta.url), 'utf8'),
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

it.each([
  ['shèhuìhuà', 'shehuihua'],
  ['shèhuìhuà'.normalize('NFD'), 'shehuihua'],
  ['lǜ', 'lv'],
  ['lü', 'lv'],
  ['lv', 'lv'],
  ['lǚxíng', 'lvxing'],
  ['nǚ’ér', 'nv’er'],
  ['ế', 'e'],
  ['ǹg', 'ng'],
  ['m̀', 'm'],
])('takes %s as it is typed: %s', (written, typed) => {
  expect(typedReading(written)).toBe(typed);
});

it('leaves no sign of a tone on any reading there is', () => {
  for (const [character, known] of readings)
    for (const reading of known) expect(reading, character).toMatch(/^[a-z]+$/);
});

it('prefers what is spelt out', () => {
  expect(match('shehui', '社会')?.gaps).toBe(0);
  expect(match('shh', '社会')?.gaps).toBeGreaterThan(0);
});

it('looks in the files of the first two letters, however the first syllable is written', () => {
  const letters = 'abcdefghjklmnopqrstwxyz';
  const plan = Object.fromEntries([...letters].map((letter) => [letter, letters]));
  // Without hm, ng and the like, which are single characters of dismay.
  const syllables = new Set([...readings.values()].flat().filter((reading) => /[aeiouv]/.test(reading)));
  for (const first of syllables) {
    const initial = /^[zcs]h/.exec(first)?.[0] ?? first.charAt(0);
    for (const second of ['an', 'er', 'hua', 'ou', 'shi', 'nian', 'ge'])
      for (const written of [first, initial, first.charAt(0)])
        expect(filesFor(written + second, plan), written + second).toContain(
          first.charAt(0) + second.charAt(0),
        );
    expect(filesFor(first, plan), first).toContain(first[0]);
  }
});
