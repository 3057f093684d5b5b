import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { BlockKind, FrontMatter } from '../../src/contract/schema.ts';
import { toMarkdown, writePlain, writeTree } from '../../src/pipeline/compile/markdown.ts';
import { toNode } from '../../src/pipeline/compile/nodes.ts';
import type { StructuredBlock } from '../../src/pipeline/structure/blocks.ts';
import { type ParsedBlock, parseMarkdown } from '../support/parse-markdown.ts';

/** Properties take their time on a busy machine, in milliseconds. */
const PATIENCE = 120_000;

const frontMatter: FrontMatter = {
  title: '一',
  titleSource: 'stated',
  lang: 'zh-Hant',
  slug: 'yi',
  characters: 1,
};

type Given = Pick<StructuredBlock, 'kind' | 'depth' | 'first' | 'lang' | 'links'> & { text: string };

const write = (given: readonly Given[]) =>
  toMarkdown(
    frontMatter,
    given.map(({ text, ...block }, i) => {
      const texts = { 'zh-Hant': text, 'zh-Hans': '' };
      return { id: `p${i}`, start: 0, end: 0, ...block, texts };
    }),
  );

/** GFM makes links of bare addresses after reading the text, so that no way of writing can prevent it there. */
const withoutLinks = ({ markup, ...rest }: ParsedBlock) => ({
  ...rest,
  markup: markup.filter((type) => type !== 'link'),
});

const syntax = [
  ...'#*_`~[]()<>!|-+=&;\\:}{$.)\'"/%?,',
  ...[
    '1.',
    '12)',
    '---',
    '<script>',
    '</script>',
    '<!--',
    '<?',
    '<![CDATA[',
    '&amp;',
    '&#35;',
    '[^1]',
    '- [ ]',
  ],
  ...[
    'https://例.com/a',
    'http://a.b',
    'www.a.com',
    'a@b.com',
    'mailto:a@b.c',
    '```',
    '~~~',
    '    ',
    '> ',
    '* ',
  ],
  ...[
    'title: 一',
    '...',
    '[一]: /a',
    '](',
    '![',
    '| --- |',
    '# 一',
    '\t',
    ' ',
    '一',
    '。',
    '，',
    '“',
    '”',
    'a',
    '0',
  ],
  ...['\u00a0', '\u3000', '\u200b', '\ufeff', '😀', '𠮷', '\u0006', '\ud842', '\udfb7', '\ufffd'],
];

/** Lines as `structure` hands them on: not blank, no blanks at the ends, no line break and no U+0000 inside. */
const line = fc
  .oneof(
    fc.array(fc.constantFrom(...syntax), { maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc
      .array(fc.integer({ min: 1, max: 0xffff }), { maxLength: 8 })
      .map((units) => String.fromCharCode(...units)),
  )
  .map((text) => text.replace(/[\0\n\v\f\r\u0085\u2028\u2029]/g, '').trim())
  .filter((text) => text !== '');

const lines = fc.array(line, { minLength: 2, maxLength: 4 }).map((all) => all.join('\n'));
const indent = fc.constantFrom('', '  ', '    ', '\t');
const codeLines = fc
  .array(fc.tuple(indent, line), { minLength: 1, maxLength: 4 })
  .map((all) => all.map((parts) => parts.join('')).join('\n'));

const block: fc.Arbitrary<Given> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), depth: fc.integer({ min: 2, max: 6 }), text: line }),
  fc.record({ kind: fc.constant('paragraph' as const), text: line }),
  fc.record({ kind: fc.constant('list' as const), text: lines }),
  fc.record({ kind: fc.constant('list' as const), first: fc.integer({ min: 0, max: 999 }), text: lines }),
  fc.record({ kind: fc.constant('quotation' as const), text: lines }),
  fc.record({ kind: fc.constant('verse' as const), text: lines }),
  fc.record({ kind: fc.constant('code' as const), text: codeLines }),
  fc.record({ kind: fc.constant('code' as const), lang: fc.constant('c++'), text: codeLines }),
  fc.record({ kind: fc.constant('table' as const), text: codeLines }),
);

describe('toMarkdown', () => {
  test(
    'parsing it again gives the same blocks with the same text, and nothing becomes markup',
    () => {
      fc.assert(
        fc.property(fc.array(block, { maxLength: 4 }), (given) => {
          const markdown = write(given);
          const plain = given.map(({ kind, text }) => ({ kind, text, markup: [] }));
          expect(parseMarkdown(markdown).blocks).toEqual(plain);
          expect(parseMarkdown(markdown, 'gfm').blocks.map(withoutLinks)).toEqual(plain);
        }),
        { numRuns: 3000 },
      );
    },
    PATIENCE,
  );

  test(
    'writing what has no signs of Markdown directly gives what remark gives',
    () => {
      const kind = fc.constantFrom<BlockKind>('heading', 'paragraph');
      const mild = fc
        .array(fc.constantFrom(...'一二三。，“”a1W.-:/%?()\'"+=;', ' ', '1.', 'www.', 'https:'), {
          maxLength: 12,
        })
        .map((parts) => parts.join('').trim())
        .filter((text) => text !== '');
      fc.assert(
        fc.property(kind, fc.oneof(mild, line), (given, text) => {
          const block = { id: 'p1', kind: given, depth: 2, start: 0, end: 0 };
          const direct = writePlain(block, text);
          if (direct !== undefined) expect(direct).toBe(writeTree([toNode(block, text)]));
        }),
        { numRuns: 5000 },
      );
    },
    PATIENCE,
  );

  test(
    'metadata of any kind come back from the front matter',
    () => {
      fc.assert(
        fc.property(line, (title) => {
          const { yaml } = parseMarkdown(toMarkdown({ ...frontMatter, title }, []));
          expect(parse(yaml)).toEqual({ ...frontMatter, title });
        }),
        { numRuns: 1000 },
      );
    },
    PATIENCE,
  );

  test('a link leads where the text as received says, from the words it says', () => {
    const links = [{ start: 3, end: 5, url: 'https://example.com/(a)' }];
    const markdown = write([{ kind: 'paragraph', text: '說明在這裡。', links }]);
    expect(markdown).toContain('說明在[這裡](https://example.com/\\(a\\))。');
  });

  test.each([
    ['# 一', '\\# 一'],
    ['<script>alert(1)</script>', '\\<script>alert(1)\\</script>'],
    ['---', '\\---'],
    ['1. 一', '1\\. 一'],
  ])('%s is text', (text, written) => {
    expect(
      write([{ kind: 'paragraph', text }])
        .split('\n\n')[1]
        ?.trim(),
    ).toBe(written);
  });
});
