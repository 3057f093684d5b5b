import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quoted } from '../../../../../src/site/browser/search/page/quoted.ts';

it('repeats a short query as it is', () => {
  expect(quoted('社會化 "social CRM"')).toBe('社會化 "social CRM"');
  expect(quoted('字'.repeat(30))).toBe('字'.repeat(30));
});

it('cuts a longer one behind its thirtieth character', () => {
  expect(quoted('字'.repeat(31))).toBe(`${'字'.repeat(30)}……`);
  expect(quoted('𠮷'.repeat(31))).toBe(`${'𠮷'.repeat(30)}……`);
});

it('has no half of a character in it', () => {
  expect(quoted('\ud842電\udfb7')).toBe('\ufffd電\ufffd');
  const text = fc.string({ unit: fc.constantFrom('社', '𠮷', '\ud842', '\udfb7'), maxLength: 40 });
  fc.assert(fc.property(text, (query) => quoted(query).isWellFormed()));
});
