import { describe, expect, test } from 'vitest';
import { applyDictionary } from '../../src/pipeline/convert/apply-dictionary.ts';
import { buildDictionary } from '../../src/pipeline/convert/dictionary.ts';
import { createDisambiguator } from '../../src/pipeline/convert/disambiguator.ts';
import { toTraditional } from '../../src/pipeline/convert/scripts.ts';
import { rules } from '../support/rules.ts';

const { convert } = rules;

describe('a disambiguator', () => {
  const disambiguator = createDisambiguator(
    [
      ['复', '複', '復', '=覆-8 _2 ~複-16 恢_40'],
      ['复', '複', '覆', '=覆32 _-8 _?件12 _邮4 _邮件4 回?_3 回_9 N_-9'],
    ],
    new Set(['反复']),
  );
  const write = (text: string, form: string, isByPhrase = false) =>
    String.fromCharCode(
      disambiguator.chooseForm({ text, at: text.indexOf('复'), form: form.charCodeAt(0), isByPhrase }),
    );

  test('adds up what stands around a character', () => {
    expect(write('恢复', '複')).toBe('復');
    expect(write('回复邮件', '複')).toBe('覆');
    expect(write('3复邮件', '複')).toBe('覆');
    expect(write('复', '複')).toBe('複');
    expect(write('复', '覆', true)).toBe('覆');
  });

  test('knows nothing of other forms and characters', () => {
    expect(write('恢复', '复')).toBe('复');
    expect(disambiguator.isKnown['回'.charCodeAt(0)]).toBe(0);
  });

  test('refuses a fourth form', () => {
    const rows = ['復', '覆', '蝮', '鍑'].map((form) => ['复', '複', form, '_1']);
    expect(() => createDisambiguator(rows, new Set())).toThrow('too many forms at 复');
    expect(() => createDisambiguator(rows.slice(1), new Set())).not.toThrow();
  });

  test('says which feature it cannot read', () => {
    expect(() => createDisambiguator([['复', '複', '復', '恢复5']], new Set())).toThrow('恢复5');
    expect(() => createDisambiguator([['复', '複', '復', '恢_']], new Set())).toThrow('恢_');
  });

  test('leaves reviewed words alone', () => {
    const pairs: [string, string][] = [
      ['反复', '反覆'],
      ['复', '複'],
    ];
    const reviewing = (words: string[]) => {
      const given = createDisambiguator([['复', '覆', '複', '_99']], new Set(words));
      return buildDictionary([pairs], { disambiguator: given });
    };
    expect(applyDictionary('反复', reviewing([]), convert.segment)).toBe('反複');
    expect(applyDictionary('反复', reviewing(['反复']), convert.segment)).toBe('反覆');
  });

  test.each([
    ['字元后', '字元後'],
    ['我们的备注', '我們的備註'],
  ])('%s → %s', (from, to) => {
    expect(toTraditional(from, convert, 's2tw')).toBe(to);
  });
});
