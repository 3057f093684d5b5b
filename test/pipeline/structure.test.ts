import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePageRules } from '../../src/pipeline/page/page-rules.ts';
import { readDate } from '../../src/pipeline/page/read-date.ts';
import { read } from '../../src/pipeline/reading.ts';
import { plainText } from '../../src/pipeline/structure/blocks.ts';
import { type Structured, structure } from '../../src/pipeline/structure/structure.ts';
import { parseStructureRules, type StructureRules } from '../../src/pipeline/structure/structure-rules.ts';
import { type Fixture, fixturesOf } from '../support/fixtures.ts';
import { rules } from '../support/rules.ts';

/** Properties take their time on a busy machine, in milliseconds. */
const PATIENCE = 60_000;

const structured = (text: string, own: StructureRules = rules.structure) => structure(read(text), own);
const fixtures = fixturesOf('structure');

/** A fixture may hold several pages, with a line of U+2E3B between them. */
const pagesOf = ({ read: file }: Fixture) => file('input.txt').split('\n⸻\n');

function outlineOf({ reading, blocks }: Structured): string[] {
  return blocks.map((block) => {
    const { id, kind, depth, first, lang, links } = block;
    const facts = [kind, depth, first, lang].filter((fact) => fact !== undefined && fact !== 'paragraph');
    const urls = links?.map(({ start, end, url }) => ` {${start}–${end} ${url}}`) ?? [];
    return [id, ...facts, plainText(reading.text, block)].join(' ') + urls.join('');
  });
}

const summaryOf = (text: string, own?: StructureRules) => {
  const result = structured(text, own);
  const removed = result.reading.edits.flatMap(({ note, start, end }) =>
    note.type === 'removal' ? [`${note.rule}: ${text.slice(start, end).trim()}`] : [],
  );
  const isStated = result.title !== undefined;
  return { metadata: result.metadata, isStated, removed, blocks: outlineOf(result) };
};

describe('structure', () => {
  test.each(fixtures)('$name: $about.label', (fixture) => {
    const found = pagesOf(fixture).map((page) => summaryOf(page));
    expect(JSON.parse(JSON.stringify(found))).toEqual(JSON.parse(fixture.read('expected.json')));
  });

  test.each(fixtures)('$name: running again changes no block', (fixture) => {
    for (const page of pagesOf(fixture)) {
      const { reading, blocks } = structured(page);
      const again = structured(reading.text);
      expect(again.reading.edits).toEqual([]);
      const kinds = ({ kind }: { kind: string }) => kind;
      expect(again.blocks.slice(-blocks.length).map(kinds)).toEqual(blocks.map(kinds));
    }
  });

  test(
    'no Han character is lost, and what is in the blocks is in the text, for any lines',
    () => {
      const known = fixtures.flatMap(pagesOf).flatMap((page) => page.split('\n'));
      const anyLine = fc.oneof(
        fc.constantFrom(...known, ''),
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          '\ud842',
          '\udfb7一',
          '---\ntitle: 一\n---',
          '<b>一</b>',
          '| 一 |',
          '```',
          '> 一',
          '1、一',
          '2、二',
        ),
      );
      fc.assert(
        fc.property(fc.array(anyLine, { maxLength: 16 }), (all) => {
          const text = all.join('\n');
          const { reading, blocks, title } = structured(text);
          const gone = reading.edits
            .filter(({ note }) => note.type === 'removal')
            .map(({ start, end }) => text.slice(start, end));
          const kept = blocks.map((block) =>
            [plainText(reading.text, block), ...(block.links ?? []).map(({ url }) => url)].join(''),
          );
          const stated = title ? reading.text.slice(title.start, title.end) : '';
          const hanOf = (parts: string[]) => new Set(parts.join('').match(/\p{Script=Han}/gu));
          const found = hanOf([...gone, ...kept, stated]);
          expect([...hanOf([text])].filter((han) => !found.has(han))).toEqual([]);
        }),
        { numRuns: 1000 },
      );
    },
    PATIENCE,
  );
});

describe('structure run on its own text', () => {
  const body = '那天傍晚我在河邊走了很久，忽然想起你們去年關掉的那間小店，於是決定寫這封信。';
  const known = [
    '• 選盆',
    '• 澆水',
    '◆選盆',
    '- 選盆',
    '* 選盆',
    '1、選盆',
    '2、澆水',
    '1. 選盆',
    '2. 澆水',
    '(1)選盆',
    '①選盆',
    '②澆水',
  ];
  const others = [
    '> 燈還亮著，貓也還在。',
    '> 首頁 > 園藝',
    '春水漫過石階，',
    '夏風吹動門簾。',
    '春水漫過石階',
    '夏風吹動門簾',
    'f(a);',
    '  g(b);',
    'END IF',
    '名稱\t價格',
    '| 書 | 12 |',
    '|---|---|',
    '```',
    '## 選盆',
    '一、選盆',
    '[這裡](https://a.b/c)',
    body,
    '',
  ];

  test(
    'finds the same blocks',
    () => {
      const lines = fc.array(fc.constantFrom(...known, ...others), { maxLength: 14 });
      fc.assert(
        fc.property(lines, fc.constantFrom('\n', '\n\n', '\r\n'), (all, joint) => {
          const first = structured(['河邊的書店', body, ...all, body].join(joint));
          const second = structured(first.reading.text);
          expect(second.reading.edits).toEqual([]);
          expect(outlineOf(second)).toEqual(outlineOf(first));
        }),
        { numRuns: 3000 },
      );
    },
    PATIENCE,
  );
});

describe('the rules of structure', () => {
  const folder = new URL('../../src/data/', import.meta.url);
  const readData = (name: string) => readFileSync(new URL(name, folder), 'utf8');
  const files = readdirSync(new URL('structure/', folder)).map((name) => `structure/${name}`);
  const rowsOf = (name: string) =>
    readData(name)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
  const rows = files.flatMap((name) => rowsOf(name).map((row) => ({ name, row })));

  test.each(rows)('$name: without “$row” its case comes out otherwise', ({ name, row }) => {
    const readWithout = (file: string) => {
      const content = readData(file);
      return file === name ? content.replace(`\n${row}\n`, '\n') : content;
    };
    const without = parseStructureRules(readWithout, parsePageRules(readWithout, rules.structure.scripts));
    const fixture = fixtures.find((found) => found.name === row.split('\t').at(-1));
    expect(fixture, `the case of “${row}”`).toBeDefined();
    const pages = pagesOf(fixture!);
    const found = (own: StructureRules) => JSON.stringify(pages.map((page) => summaryOf(page, own)));
    expect(found(without)).not.toBe(found(rules.structure));
  });

  test.each(files)('%s is sorted, each row once', (name) => {
    const keys = rowsOf(name).map((row) => row.split('\t').slice(0, -1).join('\t'));
    expect(keys).toEqual([...new Set(keys)].sort());
  });
});

describe('readDate', () => {
  test.each([
    ['2012-03-04', '2012-03-04'],
    ['2012年3月4日', '2012-03-04'],
    ['2012年3月', '2012-03'],
    ['2012/3/4 08:15', '2012-03-04'],
    ['2012.03.04 08:15:59', '2012-03-04'],
    ['2012-03-04T08:15:59+08:00', '2012-03-04'],
    ['2012年3月4日（星期日）上午9点30分', '2012-03-04'],
    ['二〇一二年三月四日', '2012-03-04'],
    ['二零一二年十二月二十一日', '2012-12-21'],
    ['民國一〇一年三月四日', '2012-03-04'],
    ['民國101年3月4日', '2012-03-04'],
    ['2012-02-29', '2012-02-29'],
  ])('%s', (text, date) => expect(readDate(text)).toBe(date));

  test.each([
    ['12-03-04', '2012-03-04'],
    ['12年3月4日', '2012-03-04'],
    ['2012年', '2012'],
  ])('%s beside a label', (text, date) =>
    expect([readDate(text), readDate(text, true)]).toEqual([undefined, date]),
  );

  test.each([
    '2012-13-04',
    '2011-02-29',
    '2012-04-31',
    '20120304',
    '2012-03-04至05',
    '3月4日',
    '昨天',
    '1368年3月4日',
    '2012-03/04-',
  ])('%s is no date', (text) => expect(readDate(text, true)).toBeUndefined());
});
