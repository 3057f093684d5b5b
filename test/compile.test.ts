import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { FrontMatter } from '../src/edition/schema.ts';
import { toMarkdown } from '../src/pipeline/compile/markdown.ts';
import type { StructuredBlock } from '../src/pipeline/structure/structure.ts';
import { type ParsedBlock, parseMarkdown } from './support/parse-markdown.ts';

/** Properties take their time on a busy machine, in milliseconds. */
const PATIENCE = 60_000;

const frontMatter: FrontMatter = { title: '一', lang: 'zh-Hant', slug: 'yi', characters: 1 };

function block(kind: 'heading' | 'paragraph', index: number): StructuredBlock {
  const base = { id: `p${index}`, kind, start: 0, end: 0 };
  return kind === 'heading' ? { ...base, depth: 2 } : base;
}

/** GFM makes links of bare addresses after reading the text, so that no way of writing can prevent it there. */
const withoutLinks = ({ markup, ...rest }: ParsedBlock) => ({
  ...rest,
  markup: markup.filter((type) => type !== 'link'),
});

/** Lines as `structure` hands them on: not blank, no blanks at the ends, no line break and no U+0000 inside. */
const syntax = [
  '#',
  '*',
  '_',
  '`',
  '~',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '!',
  '|',
  '-',
  '+',
  '=',
  '&',
  ';',
  '\\',
  '1.',
  ':',
  '---',
  '<script>',
  '</script>',
  '<!--',
  '&amp;',
  '&#35;',
  'https://例.com/a',
  'www.a.com',
  'a@b.com',
  '[^1]',
  '- [ ]',
  '$',
  '{',
  '}',
  '一',
  '。',
  '，',
  '“',
  '”',
  'a',
  '0',
  ' ',
  '\t',
  '\u00a0',
  '\u3000',
  '\u200b',
  '😀',
  '𠮷',
  '\u0006',
  '```',
  '~~~',
  '    ',
];
const line = fc
  .oneof(
    fc.array(fc.constantFrom(...syntax), { maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  .map((text) => text.replace(/[\0\n\v\f\r\u0085\u2028\u2029]/g, '').trim())
  .filter((text) => text !== '' && text.isWellFormed());

describe('toMarkdown', () => {
  test(
    'parsing it again gives the same blocks with the same text, and nothing becomes markup',
    () => {
      const blocks = fc.array(fc.tuple(fc.constantFrom('heading' as const, 'paragraph' as const), line), {
        maxLength: 4,
      });
      fc.assert(
        fc.property(blocks, (given) => {
          const markdown = toMarkdown(
            frontMatter,
            given.map(([kind], i) => block(kind, i)),
            given.map(([, text]) => text),
          );
          const plain = given.map(([type, text]) => ({ type, text, markup: [] }));
          expect(parseMarkdown(markdown).blocks).toEqual(plain);
          expect(parseMarkdown(markdown, 'gfm').blocks.map(withoutLinks)).toEqual(plain);
        }),
        { numRuns: 1000 },
      );
    },
    PATIENCE,
  );

  test(
    'metadata of any kind come back from the front matter',
    () => {
      fc.assert(
        fc.property(line, (title) => {
          const { yaml } = parseMarkdown(toMarkdown({ ...frontMatter, title }, [], []));
          expect(parse(yaml)).toEqual({ ...frontMatter, title });
        }),
        { numRuns: 1000 },
      );
    },
    PATIENCE,
  );

  test.each([
    ['# 一', '\\# 一'],
    ['<script>alert(1)</script>', '\\<script>alert(1)\\</script>'],
    ['---', '\\---'],
    ['1. 一', '1\\. 一'],
  ])('%s is text', (text, written) => {
    const markdown = toMarkdown(frontMatter, [block('paragraph', 1)], [text]);
    expect(markdown.split('\n\n')[1]?.trim()).toBe(written);
  });
});
