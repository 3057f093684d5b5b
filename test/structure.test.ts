import { describe, expect, test } from 'vitest';
import { read } from '../src/pipeline/reading.ts';
import { foldPlain } from '../src/pipeline/strip/line.ts';
import { readDate } from '../src/pipeline/structure/read-date.ts';
import { type Structured, structure } from '../src/pipeline/structure/structure.ts';
import { fixturesOf } from './support/fixtures.ts';
import { rules } from './support/rules.ts';

const structured = (text: string) => structure(read(text), rules.structure);
const fixtures = fixturesOf('structure');

function outlineOf({ reading, blocks }: Structured): string[] {
  return blocks.map(({ id, depth, start, end }) => {
    const text = reading.text.slice(start, end);
    return depth === undefined ? `${id} ${text}` : `${id} ${depth} ${text}`;
  });
}

describe('structure', () => {
  test.each(fixtures)('$name: $about.label', ({ read: file }) => {
    const result = structured(file('input.txt'));
    expect({ metadata: result.metadata, blocks: outlineOf(result) }).toEqual(
      JSON.parse(file('expected.json')),
    );
  });

  test.each(fixtures)('$name: running again changes no block', ({ read: file }) => {
    const { reading, blocks } = structured(file('input.txt'));
    const again = structured(reading.text);
    expect(again.reading.edits).toEqual([]);
    expect(again.blocks.length).toBeGreaterThanOrEqual(blocks.length);
  });
});

describe('the rules of structure', () => {
  const used = (text: string) =>
    foldPlain(
      fixtures.map(({ read: file }) => file('input.txt')).join(''),
      rules.strip.scripts.fold,
    ).includes(text);

  test.each(rules.structure.metaLabels)('the label “%s” is in a fixture', (label) => {
    expect(used(label)).toBe(true);
  });
});

describe('readDate', () => {
  test.each([
    ['2012-03-04', '2012-03-04'],
    ['2012年3月4日', '2012-03-04'],
    ['2012/3/4 08:15', '2012-03-04'],
    ['2012.03.04 08:15:59', '2012-03-04'],
    ['2012-02-29', '2012-02-29'],
  ])('%s', (text, date) => expect(readDate(text)).toBe(date));

  test.each(['2012-13-04', '2011-02-29', '2012-04-31', '20120304', '2012-03-04至05'])(
    '%s is no date',
    (text) => expect(readDate(text)).toBeUndefined(),
  );
});
