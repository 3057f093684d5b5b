import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readData } from '../../src/data/read-data.ts';
import { readRows } from '../../src/data/read-rows.ts';
import { amend, type Reading, read, replay } from '../../src/pipeline/reading.ts';
import { repairMojibake } from '../../src/pipeline/repair/mojibake/mojibake.ts';
import { chains } from '../../src/pipeline/repair/mojibake/steps.ts';
import { repairDecoding } from '../../src/pipeline/repair/repair.ts';
import { patternsFile } from '../../src/pipeline/repair/rules.ts';
import { isWritable, misread } from '../channel/misread.ts';
import { fixturesOf } from '../support/fixtures.ts';
import { found } from '../support/found.ts';
import { checkRepair } from '../support/repair-properties.ts';
import { rules } from '../support/rules.ts';

const PATIENCE = 120_000;
const repaired = (text: string): Reading => repairDecoding(read(text), rules.repair);
/** What must hold of the repair of any text. */
const checkRecords = (text: string) => checkRepair(text, repaired);
const fixtures = fixturesOf('mojibake');
const by = (...verdicts: string[]) => fixtures.filter(({ about }) => verdicts.includes(about.verdict));

describe('mojibake and references', () => {
  test.each(by('repaired', 'untouched'))('$name: $about.comment', ({ read: file }) => {
    expect(repaired(file('input.txt')).text).toBe(file('expected.txt'));
  });

  test.each(by('untouched'))('$name: what is lost is remarked', ({ read: file, about }) => {
    const { edits, remarks } = repaired(file('input.txt'));
    expect(edits).toEqual([]);
    expect(remarks.length).toBe(about.cruces);
    for (const { note } of remarks) expect(note).toMatchObject({ type: 'crux', alternatives: [] });
  });

  test.each(by('sound'))('$name is sound: $about.comment', ({ read: file }) => {
    const { edits, remarks, text } = repaired(file('input.txt'));
    expect([edits, remarks]).toEqual([[], []]);
    expect(text).toBe(file('input.txt'));
  });

  test.each(by('known failure'))('$name still fails: $about.comment', ({ read: file }) => {
    expect(repaired(file('input.txt')).text).not.toBe(file('expected.txt'));
  });

  test.each(fixtures)('$name: the records hold', ({ read: file }) => checkRecords(file('input.txt')));
});

describe('patterns.tsv', () => {
  const rows = readRows(patternsFile, readData, 4);

  test.each(rows)('without the pattern %s its case changes', (name, _source, _flags, where) => {
    const fixture = fixtures.find((one) => `mojibake/${one.name}` === where);
    const text = fixture?.read('input.txt') ?? '';
    const without = { ...rules.repair.patterns(), [found(name, 'a name of a pattern')]: /(?!)/g };
    const changed = repairDecoding(read(text), { ...rules.repair, patterns: () => without });
    expect(changed).not.toEqual(repaired(text));
  });
});

const folder = new URL('../texts/', import.meta.url);
const texts = globSync('*.txt', { cwd: folder.pathname }).map((name) =>
  readFileSync(new URL(name, folder), 'utf8'),
);
const own = [
  ...texts,
  '山谷里的樱桃熟了，孩子们提着篮子上山。\n奶奶说：“不要摘完，给鸟儿留一些！”\n',
  '雨下了整整三天，河水漲得很高；村裡的人都搬到小學去住了。\n',
];

/** In these, every byte of an own text survives. */
const lossless = chains.filter(({ steps }) =>
  steps.every(({ wrong }) => wrong === 'windows-1252' || wrong === 'macintosh'),
);

describe('misread and reread', () => {
  test.each(lossless)('$rule: every text comes back', ({ steps }) => {
    for (const text of own) {
      if (!isWritable(text, found(steps.at(-1), 'a last step'))) continue;
      const garbled = [...steps].reverse().reduce((part, step) => misread(part, step, 'kept'), text);
      const { text: result, edits } = repaired(garbled);
      expect(result).toBe(text);
      for (const { note } of edits) expect(note).toMatchObject({ kind: 'mojibake' });
    }
  });

  test.each(chains.filter(({ steps }) => steps.length === 1))(
    '$rule: sound lines between stay',
    ({ steps }) => {
      const between = '这一行没有问题。';
      for (const text of own) {
        if (!isWritable(text, found(steps[0], 'a first step'))) continue;
        const lines = text
          .split('\n')
          .flatMap((line) => [misread(line, found(steps[0], 'a first step'), 'kept'), between]);
        const result = repaired(lines.join('\n')).text.split('\n');
        expect(result.filter((line) => line === between).length).toBe(lines.length / 2);
      }
    },
  );
});

describe('any text', () => {
  const scraps = fc.constantFrom(
    ...'鍥犱负|鎴愬姛锛氬懡浠|锛?|涓嶈|銆?|å¯†ç|é‚®ç®±|Ã¦Âµâ€¹|ÖÐ¹ú|×ð¾´µÄ¿Í»§|¤¤¤å|»y¨¥³]©w|ÂõΩÈôÖ|扂蠅洷咡|恇燴|癸莱穦|ㄛ|€|'.split(
      '|',
    ),
    ...'锟斤拷|\ufffd|????|烫烫烫烫烫烫|&nbsp;|&#20013;|&amp;lt;|#xff0c;|&#38;lt;|&#xd800;|nbsp;|中文|，|。|“|”|`|<b>|</b>|</p>'.split(
      '|',
    ),
    ...['\n', '\0', '\ud800', '\uffff', '\ue499', 'é', 'a', ' ', '路', '直接'],
  );
  const text = fc
    .array(fc.oneof({ weight: 6, arbitrary: scraps }, fc.string({ unit: 'binary', maxLength: 4 })), {
      maxLength: 24,
    })
    .map((parts) => parts.join(''));

  test(
    'no throw, and the records hold',
    () => fc.assert(fc.property(text, checkRecords), { numRuns: 1500 }),
    PATIENCE,
  );

  const anyChain = fc.constantFrom(...chains);
  const losses = fc.constantFrom('kept', 'dropped', 'asked');
  const lines = fc.array(fc.constantFrom(...own.flatMap((part) => part.split('\n'))), {
    minLength: 1,
    maxLength: 4,
  });
  test(
    'made-up mojibake of every kind',
    () =>
      fc.assert(
        fc.property(lines, anyChain, losses, (some, { steps }, loss) => {
          checkRecords(
            [...steps].reverse().reduce((part, step) => misread(part, step, loss), some.join('\n')),
          );
        }),
        { numRuns: 300 },
      ),
    PATIENCE,
  );

  test.each([
    ['question marks', '?'.repeat(1e6)],
    ['ampersands', '&'.repeat(1e6)],
    ['escaped ampersands', '&amp;'.repeat(2e5)],
    ['references', '中&#x4e2d;'.repeat(1e5)],
    ['a line of UTF-8 as GBK', '鍥犱负'.repeat(1e5)],
    ['a line of UTF-8 as windows-1252', 'å›½'.repeat(1e5)],
    ['first bytes', 'å'.repeat(3e5)],
    ['U+FFFD', '中\ufffd'.repeat(1e5)],
    ['lone surrogates', '\ud800中'.repeat(1e5)],
    ['锟斤拷', '锟斤拷'.repeat(1e5)],
  ])(
    'a page of nothing but %s comes to an end',
    (_, page) => {
      const { edits, text: result } = repaired(page);
      expect(replay(page, edits)).toBe(result);
    },
    PATIENCE,
  );

  test('a reading that was edited before keeps its records', () => {
    const note = { type: 'normalisation', kind: 'blank' } as const;
    const before = amend(read('  ÖÐ¹úµÄ´ºÌì\n'), [{ start: 0, end: 2, corr: '', note }]);
    const after = repairMojibake(before, rules.repair);
    expect(after.text).toBe('中国的春天\n');
    expect(replay(after.witness, after.edits)).toBe(after.text);
  });
});
