import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spellPairs, spellWhole } from '../../../../src/site/search/pagefind/spell.ts';

it('spells each place of a text but the last, as the unit there and the next', () => {
  expect(spellPairs('社会化')).toEqual([spellWhole('社会'), spellWhole('会化')]);
  expect(spellPairs('社')).toEqual([]);
  expect(spellPairs('')).toEqual([]);
});

it('spells with letters alone, four for a unit, so that Pagefind leaves the words as they are', () => {
  const text = fc.string({ unit: 'binary', minLength: 1 });
  fc.assert(
    fc.property(text, (words) => {
      expect(spellWhole(words)).toMatch(/^[a-z]+$/);
      expect(spellWhole(words)).toHaveLength(4 * words.length);
      for (const word of spellPairs(words, 's')) expect(word).toMatch(/^s[a-z]{8}$/);
    }),
  );
});

it('spells different strings differently', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(spellWhole(one) === spellWhole(other)).toBe(one === other);
    }),
  );
});

it('begins no spelt unit with a letter behind d: what stands before words of another kind does', () => {
  const first = new Set(
    Array.from({ length: 0x10000 }, (_, unit) => spellWhole(String.fromCharCode(unit))[0]),
  );
  expect([...first]).toEqual(['a', 'b', 'c', 'd']);
});
