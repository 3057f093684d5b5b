import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { FrontMatter } from '../../src/contract/schema.ts';
import { readFrontMatter } from '../../src/edition/front-matter.ts';
import { writeFrontMatter } from '../../src/pipeline/compile/front-matter.ts';

const inner = (frontMatter: FrontMatter) => writeFrontMatter(frontMatter).slice(4, -4);

test('front matter is read as the library for YAML reads it, whatever it says', { timeout: 60_000 }, () => {
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
      const yaml = inner(frontMatter);
      expect(readFrontMatter(yaml)).toEqual(parse(yaml));
      expect(readFrontMatter(yaml)).toEqual(frontMatter);
      const byHand = `title: ${title.replace(/[\r\n!]/g, '')}\ncharacters: ${characters}`;
      expect(attempt(() => readFrontMatter(byHand))).toEqual(attempt(() => parse(byHand)));
    }),
    { numRuns: 500 },
  );
});

function attempt(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return String(error);
  }
}
