import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indexWords, lookupOf } from '../../../src/site/search/pagefind/tokens.ts';

const text = fc.string({ unit: fc.constantFrom(...'社会化电商微信一ab12，。 ') });

/** What Pagefind answers: phrases as whole words in sequence, prefixes as beginnings of words. */
function has(words: string, term: string): boolean {
  const { phrases, prefixes } = lookupOf(term);
  const padded = ` ${words} `;
  return (
    phrases.every((phrase) => padded.includes(` ${phrase} `)) &&
    prefixes.every((prefix) => padded.includes(` ${prefix}`))
  );
}

it('never looks for more than an article with the term has', () => {
  fc.assert(
    fc.property(text, text, fc.nat(), fc.nat({ max: 8 }), (first, second, at, length) => {
      const start = at % (first.length + 1);
      const term = first.slice(start, start + length);
      fc.pre(!/[ab12]$/.test(first.slice(0, start)) || !/^[ab12]/.test(term));
      expect(has(indexWords([second, first]), term)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

it('looks for a phrase of bigrams', () => {
  expect(lookupOf('社会化').phrases).toHaveLength(1);
  expect(lookupOf('社会化').phrases[0]?.split(' ')).toHaveLength(2);
});

it('looks for the beginning of a word at the end of a term', () => {
  expect(lookupOf('web')).toEqual({ phrases: [], prefixes: ['web'] });
});

it('does not find a phrase across punctuation', () => {
  expect(has(indexWords(['社会，化电商']), '社会化')).toBe(false);
});
