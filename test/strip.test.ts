import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read } from '../src/pipeline/reading.ts';
import { splitLines } from '../src/pipeline/strip/line.ts';
import { strip } from '../src/pipeline/strip/strip.ts';
import { fixturesOf } from './support/fixtures.ts';
import { rules } from './support/rules.ts';

/** Properties take their time on a busy machine, in milliseconds. */
const PATIENCE = 60_000;

const stripped = (text: string) => strip(read(text), rules.strip);
const linesOf = (text: string) => splitLines(text, rules.strip.scripts);
const wordsOf = (text: string) => linesOf(text).map((line) => line.text);
const fixtures = fixturesOf('strip');

describe('strip', () => {
  test.each(fixtures)('$name: $about.label', ({ read: file, about }) => {
    const { text, remarks } = stripped(file('input.txt'));
    expect(wordsOf(text)).toEqual(wordsOf(file('expected.txt')));
    const doubts = remarks.map(({ note }) => (note.type === 'doubt' ? note.rule : note.type));
    expect(doubts).toEqual(about.doubts ?? []);
  });

  test.each(fixtures)('$name: running again changes nothing', ({ read: file }) => {
    const { text } = stripped(file('input.txt'));
    expect(stripped(text).edits).toEqual([]);
  });

  test(
    'only whole lines go, and what goes is recorded',
    () => {
      const pages = fixtures.map(({ read: file }) => wordsOf(file('input.txt')));
      const page = fc.array(fc.oneof(fc.constantFrom(...pages.flat()), fc.string()), { maxLength: 20 });
      fc.assert(
        fc.property(page, (lines) => {
          const text = lines.join('\n');
          const result = stripped(text);
          const gone = result.edits.map(({ start, end }) => text.slice(start, end));
          expect([...wordsOf(result.text), ...gone.flatMap(wordsOf)].sort()).toEqual(wordsOf(text).sort());
          expect(result.edits.every(({ corr }) => corr === '')).toBe(true);
        }),
      );
    },
    PATIENCE,
  );
});

describe('the rules of strip', () => {
  test.each(rules.strip.lineRules)('$rule, “$parts”, removes a line of its case $fixture', (rule) => {
    const input = fixtures.find(({ name }) => name === rule.fixture)?.read('input.txt') ?? '';
    const { edits } = stripped(input);
    const mine = edits.filter(({ note }) => note.type === 'removal' && note.rule === rule.rule);
    const gone = mine.flatMap(({ start, end }) => linesOf(input.slice(start, end)));
    expect(gone.some(({ plain }) => rule.parts.every((part) => plain.includes(part)))).toBe(true);
  });

  test('are sorted, each once, and folded', () => {
    const keys = rules.strip.lineRules.map(({ rule, parts }) => `${rule}\t${parts.join('…')}`);
    expect(keys).toEqual([...new Set(keys)].sort());
    const words = [...rules.strip.spamWords.keys()];
    expect(words).toEqual([...words].sort());
    for (const word of [...words, ...rules.strip.menuLabels]) expect(linesOf(word)[0]?.plain).toBe(word);
  });
});
