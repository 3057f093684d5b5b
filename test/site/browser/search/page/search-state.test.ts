import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readState,
  type SearchState,
  writeState,
} from '../../../../../src/site/browser/search/page/search-state.ts';
import { facets } from '../../../../../src/site/search/facets.ts';
import { scopes } from '../../../../../src/site/search/pagefind/index-layout.ts';
import { orders } from '../../../../../src/site/search/pagefind/pagefind-index.ts';

const start: SearchState = { query: '', scope: 'text', order: 'relevance', filters: {} };

describe('an address', () => {
  it('that asks for nothing is that of the empty page', () => {
    expect(readState('')).toEqual(start);
    expect(writeState(start)).toBe('');
  });

  it('has nothing but what the reader chose', () => {
    const state = { ...start, query: '社會化', filters: { year: '2012' } };
    expect(writeState(state)).toBe('?q=%E7%A4%BE%E6%9C%83%E5%8C%96&year=2012');
  });

  it('keeps the order, and where to look', () => {
    const state: SearchState = { ...start, query: '國', scope: 'corr', order: 'date' };
    expect(writeState(state)).toBe('?q=%E5%9C%8B&in=corr&order=date');
    expect(readState('?q=國&in=corr&order=date')).toEqual(state);
  });

  it.each([
    ['?order=oldest&in=title', start],
    ['?q=%20%E7%A6%AE%20&utm_source=x', { ...start, query: '禮' }],
    ['?q=a&q=b', { ...start, query: 'a' }],
    ['?year=&author=', start],
    ['?q=%', { ...start, query: '%' }],
  ])('%s is read without what it should not have', (search, state) => {
    expect(readState(search)).toEqual(state);
  });
});

it('what was written is read again', () => {
  const words = fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed());
  const value = fc.option(words, { nil: undefined });
  const state = fc.record({
    query: words.map((query) => query.trim()),
    scope: fc.constantFrom(...scopes),
    order: fc.constantFrom(...orders),
    filters: fc
      .tuple(value, value, value)
      .map((values) =>
        Object.fromEntries(facets.flatMap((facet, n) => (values[n] ? [[facet, values[n]]] : []))),
      ),
  });
  fc.assert(
    fc.property(state, (written) => {
      expect(readState(writeState(written))).toEqual(written);
    }),
  );
});
