/** Every case has one layout: `input`, `expected` and `why.json`, and nothing else lies there. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Fixture, fixturesOf, verdicts } from './support/fixtures.ts';

const folder = new URL('fixtures/', import.meta.url);
const namesIn = (path: string) => readdirSync(new URL(path, folder)).sort();

/** What a case may hold beside `why.json`. */
const layouts = [
  /^expected\.(?:txt|json) input\.(?:txt|html)$/,
  /^expected\.zh-Hans\.txt expected\.zh-Hant\.txt input\.(?:txt|html)$/,
];

test('there is a folder for each phase, and a test that reads it', () => {
  expect(namesIn('.')).toEqual(Object.keys(verdicts));
  const tests = readdirSync(new URL('pipeline/', import.meta.url));
  expect(tests).toEqual(expect.arrayContaining(Object.keys(verdicts).map((phase) => `${phase}.test.ts`)));
});

describe.each(Object.keys(verdicts))('the fixtures of %s', (phase) => {
  test('are named in kebab-case, and have input, expected and why.json alone', () => {
    const wrong = namesIn(phase).filter((name) => {
      const files = namesIn(`${phase}/${name}`);
      const others = files.filter((file) => file !== 'why.json').join(' ');
      const isLaidOut = files.includes('why.json') && layouts.some((layout) => layout.test(others));
      return !isLaidOut || !/^[a-z\d]+(?:-[a-z\d]+)*$/.test(name);
    });
    expect(wrong).toEqual([]);
  });

  test('say why they are there', () => {
    const isSaid = ({ about: { label, source, verdict, comment, ...rest } }: Fixture) =>
      [label, source].every((text) => typeof text === 'string' && text.trim() !== '') &&
      typeof comment === 'string' &&
      verdicts[phase]?.includes(verdict) &&
      Object.keys(rest).every((key) => ['doubts', 'script', 'cruces'].includes(key));
    const unsaid = fixturesOf(phase).filter((fixture) => !isSaid(fixture));
    expect(unsaid.map(({ name, about }) => [name, about])).toEqual([]);
  });

  test('have labels of their own', () => {
    const labels = fixturesOf(phase).map(({ about: { label } }) => label);
    expect(labels.filter((label, i) => labels.indexOf(label) < i)).toEqual([]);
  });
});
