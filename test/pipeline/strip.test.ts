import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadFile } from '../../src/data/read-rows.ts';
import { splitLines } from '../../src/pipeline/page/line.ts';
import { separate } from '../../src/pipeline/page/separate.ts';
import { read } from '../../src/pipeline/reading.ts';
import { isListLabel } from '../../src/pipeline/strip/list-label.ts';
import { findRule } from '../../src/pipeline/strip/rule-index.ts';
import { type DetectorName, detectorNames, strip } from '../../src/pipeline/strip/strip.ts';
import { parseStripRules } from '../../src/pipeline/strip/strip-rules.ts';
import { idleRows, keysOf } from '../support/data-rows.ts';
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

/** For each detector a fixture, and a rule by which it removes a line of it. */
const removers: readonly (readonly [detector: DetectorName, fixture: string, rule: string])[] = [
  ['residue', 'essay-evening', 'lone-residue'],
  ['furniture', 'page-tail', 'site-statement'],
  ['spam', 'product-page', 'keyword-list'],
  ['menus', 'path-with-stroke', 'path'],
  ['interface', 'buttons', 'interface'],
  ['adverts', 'adverts', 'advert'],
  ['ownName', 'own-name', 'own-name'],
  ['siteNames', 'site-names', 'site-name'],
  ['stranded', 'glued-page', 'after-the-end'],
  ['repeatedTitles', 'news-portal', 'repeated-title'],
  ['edges', 'echoed-title', 'reads-as-furniture'],
  ['glue', 'glued-ends', 'editor'],
];

describe('the detectors of strip', () => {
  test('have each a case', () => {
    expect(removers.map(([detector]) => detector)).toEqual(detectorNames);
  });

  test.each(removers)('without %s its case %s keeps a line that %s removes', (name, fixture, rule) => {
    const input = fixtures.find((found) => found.name === fixture)?.read('input.txt') ?? '';
    const linesLeft = (isAsked: boolean) => {
      const detectors = { edges: false, [name]: isAsked }; // what reads like furniture goes with edges, whatever its words
      return strip(pageOf(input), rules.strip, { detectors });
    };
    const { edits } = linesLeft(true);
    const removed = edits.filter(({ note }) => note.type === 'removal' && note.rule === rule);
    const lines = removed.flatMap(({ start, end }) => wordsOf(input.slice(start, end)));
    const left = linesLeft(false).text;
    expect(lines.filter((line) => left.includes(line))).not.toEqual([]);
  });
});

describe('the rules of strip', () => {
  /** Of the rules of a file those that do nothing, each with its case. */
  const expectNoIdle = <Rule>(all: Iterable<Rule>, isActive: (rule: Rule) => boolean) =>
    expect([...all].filter((rule) => !isActive(rule))).toEqual([]);
  const buttons = [...rules.strip.interfaceWords.words].filter(([, { fixture }]) => fixture !== '');

  test('each of line-rules.tsv removes a line of its case', () => {
    expectNoIdle(rules.strip.lineRules, (rule) =>
      removedBy(rule.fixture, rule.rule).some((line) => findRule(line, rules.strip.ruleIndex) === rule),
    );
  });

  test('each of glued-rules.tsv removes an end of its case', () => {
    expectNoIdle(rules.strip.gluedRules, ({ fixture, rule, parts: [first = ''] }) =>
      removedBy(fixture, rule).some(({ plain }) => plain.startsWith(first) || plain.startsWith(first, 1)),
    );
  });

  test('each button of interface-words.tsv is removed in its case', () => {
    expectNoIdle(buttons, ([word, { fixture }]) =>
      removedBy(fixture, 'interface').some(({ plain }) => plain.split('|').includes(word)),
    );
  });

  test('each word of list-words.tsv is in a label that is removed in its case', () => {
    expectNoIdle(rules.strip.listWords.words, ([word, { fixture }]) =>
      removedBy(fixture, 'list-label')
        .filter((line) => isListLabel(line, rules.strip))
        .some(({ plain }) => plain.startsWith(word) || plain.replace(/:$/, '').endsWith(word)),
    );
  });

  test('each word of pitch-words.tsv is in an advert of its case', () => {
    expectNoIdle(rules.strip.pitchWords.words, ([word, { fixture }]) =>
      removedBy(fixture, 'advert').some(({ plain }) => plain.includes(word)),
    );
  });

  test('a name in each of site-endings.tsv is removed in its case', () => {
    expectNoIdle(rules.strip.siteEndings, ([ending, fixture]) =>
      removedBy(fixture, 'site-name').some(({ plain }) => plain.endsWith(ending)),
    );
  });

  test('without a row of patterns.tsv its case comes out otherwise', () => {
    const outcome = (name: string, readFile: ReadFile) => {
      const input = fixtures.find((fixture) => fixture.name === name)?.read('input.txt') ?? '';
      const { edits, remarks } = strip(pageOf(input), parseStripRules(readFile, rules.strip.scripts));
      return [edits, remarks];
    };
    expect(idleRows('strip/patterns.tsv', outcome)).toEqual([]);
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
    isSorted(keysOf('strip/patterns.tsv').keys);
    const words = [rules.strip.spamWords, rules.strip.menuLabels, rules.strip.siteEndings].flatMap((set) => [
      ...set.keys(),
    ]);
    for (const word of words) expect(linesOf(word)[0]?.plain).toBe(word);
  });
});
