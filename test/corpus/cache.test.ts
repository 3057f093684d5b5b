import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCache, toCacheKey } from '../../src/corpus/cache.ts';
import { makeFolder } from '../support/run-zhengben.ts';

const names = ['constructor', '__proto__', 'toString', 'letter'];

test('keeps a value for each text, whatever its name', () => {
  const folder = makeFolder();
  const file = join(folder, 'made.json');
  const cache = openCache<number>(file);
  for (const name of names)
    expect([cache.entry(name), cache.find(name, 'a')]).toEqual([undefined, undefined]);
  for (const [index, name] of names.entries()) cache.keep(name, 'a', index);
  cache.save();
  const again = openCache<number>(file);
  expect(names.map((name) => again.find(name, 'a'))).toEqual([0, 1, 2, 3]);
  expect(again.entry('toString')).toEqual({ key: 'a', value: 2 });
  expect(again.find('letter', 'b')).toBeUndefined();
  expect(readdirSync(folder)).toEqual(['made.json']);
});

test('keeps what was asked for or kept, and nothing else', () => {
  const file = join(makeFolder(), 'made.json');
  const cache = openCache<number>(file);
  for (const name of names) cache.keep(name, 'a', 1);
  cache.save();
  const again = openCache<number>(file);
  again.find('letter', 'a');
  again.keep('constructor', 'b', 2);
  again.save();
  const last = openCache<number>(file);
  expect(names.filter((name) => last.entry(name))).toEqual(['constructor', 'letter']);
});

test.each(['{', '', 'null', '{"version":"a","signatures":{}}', '[["letter"'])(
  'a file that holds %j is an empty cache',
  (content) => {
    const file = join(makeFolder({ 'made.json': content }), 'made.json');
    const cache = openCache<number>(file);
    expect(cache.entry('letter')).toBeUndefined();
    cache.keep('letter', 'a', 1);
    cache.save();
    expect(openCache(file).find('letter', 'a')).toBe(1);
  },
);

test('without a file nothing is found, and nothing saved', () => {
  const cache = openCache<number>(undefined);
  cache.keep('letter', 'a', 1);
  cache.save();
  expect(openCache<number>(undefined).entry('letter')).toBeUndefined();
});

test('a file that cannot be replaced stays whole', () => {
  const file = join(makeFolder({ 'made.json': '[["letter",{"key":"a","value":1}]]' }), 'made.json');
  const cache = openCache<unknown>(file);
  cache.keep('letter', 'b', 1n); // nothing that JSON knows
  expect(() => cache.save()).toThrow();
  expect(openCache<number>(file).find('letter', 'a')).toBe(1);
});

test('a key stands for each of its parts', () => {
  expect(toCacheKey('a', 'b')).toBe(toCacheKey('a', 'b'));
  expect(
    new Set([toCacheKey('a', 'b'), toCacheKey('ab'), toCacheKey('a', undefined), toCacheKey('a')]).size,
  ).toBe(4);
});
