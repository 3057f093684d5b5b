import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { FrontMatter } from '../../src/contract/schema.ts';
import { writeFrontMatter } from '../../src/pipeline/compile/markdown.ts';

const inner = (frontMatter: FrontMatter) => writeFrontMatter(frontMatter).slice(4, -4);

test('front matter is read back as it was written, whatever it says', { timeout: 60_000 }, () => {
  const values = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '河邊的書店',
      '2012',
      '2012-03',
      '2012-03-04',
      'true',
      'null',
      '~',
      '- a',
      '《一》#',
      '一: 二',
      'zh-Hant',
      '“一”',
    ),
    fc.stringMatching(/^[《“一二a-c2 :#'"-]*$/),
  );
  fc.assert(
    fc.property(values, fc.nat(), (title, characters) => {
      const frontMatter = { title, characters, lang: 'zh-Hant', slug: 'river' } as FrontMatter;
      expect(parse(inner(frontMatter))).toEqual(frontMatter);
    }),
    { numRuns: 500 },
  );
});
