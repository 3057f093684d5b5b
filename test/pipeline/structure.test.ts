import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePageRules } from '../../src/pipeline/page/page-rules.ts';
import { read as readText } from '../../src/pipeline/reading.ts';
import { plainText } from '../../src/pipeline/structure/blocks.ts';
import { type Structured, structure } from '../../src/pipeline/structure/structure.ts';
import { parseStructureRules, type StructureRules } from '../../src/pipeline/structure/structure-rules.ts';
import { dataFiles, idleRows, keysOf } from '../support/data-rows.ts';
import { type Fixture, fixturesOf } from '../support/fixtures.ts';
import { rules } from '../support/rules.ts';

/** Properties take their time on a busy machine, in milliseconds. */
const PATIENCE = 60_000;

const structured = (text: string, own: StructureRules = rules.structure) => structure(readText(text), own);
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

describe('the rules of page and structure', () => {
  const inFixtures = (name: string) =>
    !['page/numerals.tsv', 'page/patterns.tsv', 'page/surnames.txt'].includes(name);
  const files = [...dataFiles('page'), ...dataFiles('structure')].filter(inFixtures);

  test.each(files)(
    '%s: without a row its case comes out otherwise',
    (name) => {
      const idle = idleRows(name, function* (label, read) {
        const own = parseStructureRules(read, parsePageRules(read, rules.structure.scripts));
        const fixture = fixtures.find((found) => found.name === label);
        if (fixture === undefined) throw new Error(`${name} names a case “${label}”, which is none.`);
        for (const page of pagesOf(fixture)) yield summaryOf(page, own);
      });
      expect(idle).toEqual([]);
    },
    PATIENCE,
  );

  test.each(files)('%s is sorted, each row once', (name) => {
    const { keys, sorted } = keysOf(name);
    expect(keys).toEqual(sorted);
  });
});
