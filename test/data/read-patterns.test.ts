import { expect, test } from 'vitest';
import { readPatterns } from '../../src/data/read-patterns.ts';

const parse = (source: string) => readPatterns('patterns.tsv', () => source, ['about', 'cue']);
const about = 'about\t乱码|亂碼\tgi\tfixture\n';
const cue = 'cue\t例如\t-\tfixture\n';

test('patterns come by their names, with their flags', () => {
  expect(parse(`# Format\n${about}\n${cue}`)).toEqual({ about: /乱码|亂碼/gi, cue: /例如/ });
});

test.each([
  [
    'an expression that is not valid',
    `about\t(乱码\t-\tx\n${cue}`,
    'patterns.tsv: the pattern “about” is not',
  ],
  ['a flag nobody knows', `about\t乱码\tq\tx\n${cue}`, 'patterns.tsv: the pattern “about” is not valid'],
  ['a name nobody uses', `${about}${cue}other\t乱码\t-\tx\n`, 'patterns.tsv: nothing uses a pattern “other”'],
  ['a name that stands twice', about + about + cue, 'patterns.tsv: the pattern “about” stands there twice'],
  ['a name that is missing', about, 'patterns.tsv: no pattern cue'],
  ['a row without its case', `about\t乱码\t-\n${cue}`, 'patterns.tsv, line 1: 4 columns expected'],
])('refuses %s', (_, source, sentence) => {
  expect(() => parse(source)).toThrow(sentence);
});
