import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitLines } from '../../src/pipeline/page/line.ts';
import { separate } from '../../src/pipeline/page/separate.ts';
import { read } from '../../src/pipeline/reading.ts';
import { isListLabel } from '../../src/pipeline/strip/list-label.ts';
import { findRule } from '../../src/pipeline/strip/rule-index.ts';
import { strip } from '../../src/pipeline/strip/strip.ts';
import { fixturesOf } from '../support/fixtures.ts';
import { rules } from '../support/rules.ts';

/** Properties take their time on a busy machine, in milliseconds. */
const PATIENCE = 60_000;

/** The page of a text in which no line is known to name its author, date or source: what `strip` does by itself. */
const pageOf = (text: string) => ({ reading: separate(read(text)), isMeta: () => false });
const stripped = (text: string) => strip(pageOf(text), rules.strip);
const linesOf = (text: string) => splitLines(text, rules.strip.scripts);
const wordsOf = (text: string) => linesOf(text).map((line) => line.text);
const fixtures = fixturesOf('strip');

/** What was removed from a fixture: lines, and the rules that removed them. */
const removedFrom = new Map(
  fixtures.map(({ name, read: file }) => {
    const input = file('input.txt');
    const removals = stripped(input).edits.flatMap(({ start, end, note }) =>
      note.type === 'removal' ? [{ rule: note.rule, lines: linesOf(input.slice(start, end)) }] : [],
    );
    return [name, removals];
  }),
);
const removedBy = (fixture: string, rule: string) =>
  (removedFrom.get(fixture) ?? []).flatMap((removal) => (removal.rule === rule ? removal.lines : []));

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

  test.each(fixtures)('$name: every removal can be put back', ({ read: file }) => {
    const text = file('input.txt');
    const kinds = stripped(text).edits.flatMap(({ note }) => (note.type === 'removal' ? [note.kind] : []));
    for (const kind of new Set(kinds)) {
      const { edits } = strip(pageOf(text), rules.strip, { keep: new Set([kind]) });
      expect(edits.some(({ note }) => note.type === 'removal' && note.kind === kind)).toBe(false);
    }
    const all = strip(pageOf(text), rules.strip, { keep: new Set(kinds) });
    expect(all.edits.filter(({ note }) => note.type === 'removal')).toEqual([]);
  });

  test(
    'nothing goes that is not recorded',
    () => {
      const pages = fixtures.map(({ read: file }) => wordsOf(file('input.txt')));
      const page = fc.array(fc.oneof(fc.constantFrom(...pages.flat()), fc.string()), { maxLength: 20 });
      fc.assert(
        fc.property(page, (lines) => {
          const text = lines.join('\n');
          const { edits, text: left } = stripped(text);
          let [at, rest] = [0, ''];
          for (const { start, end, corr, note } of edits) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(corr).toBe(note.type === 'removal' ? '' : '\n');
            rest += text.slice(at, start) + corr;
            at = end;
          }
          expect(rest + text.slice(at)).toBe(left);
        }),
      );
    },
    PATIENCE,
  );
});

describe('the rules of strip', () => {
  test.each(rules.strip.lineRules)('$rule, “$parts”, removes a line of its case $fixture', (rule) => {
    const gone = removedBy(rule.fixture, rule.rule);
    expect(gone.some((line) => findRule(line, rules.strip.ruleIndex) === rule)).toBe(true);
  });

  test.each(rules.strip.gluedRules)('$rule, “$parts”, removes an end of its case $fixture', (rule) => {
    const gone = removedBy(rule.fixture, rule.rule);
    expect(
      gone.some(({ plain }) => [plain, plain.slice(1)].some((end) => end.startsWith(rule.parts[0]!))),
    ).toBe(true);
  });

  const buttons = [...rules.strip.interfaceWords.words].filter(([, { fixture }]) => fixture !== '');
  test.each(buttons)('the button %s is removed in its case', (word, { fixture }) => {
    expect(removedBy(fixture, 'interface').some(({ plain }) => plain.split('|').includes(word))).toBe(true);
  });

  test.each([...rules.strip.listWords.words])(
    'the word of a label %s is removed in its case',
    (word, about) => {
      const labels = removedBy(about.fixture, 'list-label').filter((line) => isListLabel(line, rules.strip));
      expect(
        labels.some(({ plain }) => plain.startsWith(word) || plain.replace(/:$/, '').endsWith(word)),
      ).toBe(true);
    },
  );

  test.each([...rules.strip.pitchWords.words])(
    'the word %s is in an advert of its case',
    (word, { fixture }) => {
      expect(removedBy(fixture, 'advert').some(({ plain }) => plain.includes(word))).toBe(true);
    },
  );

  test.each([...rules.strip.siteEndings])('a name in …%s is removed in its case', (ending, fixture) => {
    expect(removedBy(fixture, 'site-name').some(({ plain }) => plain.endsWith(ending))).toBe(true);
  });

  test('are sorted, each once, and folded', () => {
    const isSorted = (keys: readonly string[]) => expect(keys).toEqual([...new Set(keys)].sort());
    isSorted(rules.strip.lineRules.map(({ rule, parts }) => `${rule}\t${parts.join('…')}`));
    isSorted(rules.strip.gluedRules.map(({ rule, parts }) => `${rule}\t${parts.join('…')}`));
    isSorted(buttons.map(([word, { kind }]) => `${kind}\t${word}`));
    isSorted([...rules.strip.listWords.words].map(([word, { place }]) => `${place}\t${word}`));
    isSorted([...rules.strip.pitchWords.words].map(([word, { role }]) => `${role}\t${word}`));
    isSorted([...rules.strip.siteEndings.keys()]);
    isSorted([...rules.strip.spamWords.keys()]);
    const words = [rules.strip.spamWords, rules.strip.menuLabels, rules.strip.siteEndings].flatMap((set) => [
      ...set.keys(),
    ]);
    for (const word of words) expect(linesOf(word)[0]?.plain).toBe(word);
  });
});
