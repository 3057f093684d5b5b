import fc from 'fast-check';
import { expect, it } from 'vitest';
import { facetOf, readFacetValue, writeFacetValue } from '../../../src/site/search/facets.ts';

it('writes a value of both scripts as one string, and a value that is the same in both as it is', () => {
  expect(writeFacetValue(['葉開', '叶开'])).toBe('葉開\t叶开');
  expect(writeFacetValue(['2012', '2012'])).toBe('2012');
});

it('reads what it wrote', () => {
  const name = fc.string().filter((text) => !text.includes('\t'));
  fc.assert(
    fc.property(name, name, (hant, hans) => {
      expect(readFacetValue(writeFacetValue([hant, hans]))).toEqual([hant, hans]);
    }),
  );
});

it.each([
  ['publisher', 'i天下網商'],
  ['year', '2012'],
  ['author', '葉開'],
] as const)('takes the %s from the imprint of a text', (facet, value) => {
  const text = { title: '', author: '葉開', publisher: 'i天下網商', date: '2012-03-04', blocks: [] };
  expect(facetOf(text, facet)).toBe(value);
  expect(facetOf({ title: '', blocks: [] }, facet)).toBeUndefined();
});

it('takes a date that is only a year for the year', () => {
  expect(facetOf({ title: '', date: '2012', blocks: [] }, 'year')).toBe('2012');
});
