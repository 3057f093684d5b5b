import { describe, expect, test } from 'vitest';
import { createJudge } from '../../src/pipeline/convert/contexts.ts';
import { buildDictionary } from '../../src/pipeline/convert/dictionary.ts';
import { toTraditional } from '../../src/pipeline/convert/scripts.ts';
import { translate } from '../../src/pipeline/convert/translate.ts';
import { rules } from '../support/rules.ts';

const { convert } = rules;

describe('contexts', () => {
  const judge = createJudge(
    [
      ['复', '複', '復', '=覆-8 _2 ~複-16 恢_40'],
      ['复', '複', '覆', '=覆32 _-8 _?件12 _邮4 _邮件4 回?_3 回_9 N_-9'],
    ],
    new Set(['反复']),
  );
  const write = (text: string, form: string, isByPhrase = false) =>
    String.fromCharCode(judge.judge(text, text.indexOf('复'), form.charCodeAt(0), isByPhrase));

  test('adds up what stands around a character', () => {
    expect(write('恢复', '複')).toBe('復');
    expect(write('回复邮件', '複')).toBe('覆');
    expect(write('3复邮件', '複')).toBe('覆');
    expect(write('复', '複')).toBe('複');
    expect(write('复', '覆', true)).toBe('覆');
  });

  test('knows nothing of other forms and characters', () => {
    expect(write('恢复', '复')).toBe('复');
    expect(judge.isJudged['回'.charCodeAt(0)]).toBe(0);
  });

  test('says which feature it cannot read', () => {
    expect(() => createJudge([['复', '複', '復', '恢复5']], new Set())).toThrow('恢复5');
    expect(() => createJudge([['复', '複', '復', '恢_']], new Set())).toThrow('恢_');
  });

  test('leaves firm phrases alone', () => {
    const pairs: [string, string][] = [
      ['反复', '反覆'],
      ['复', '複'],
    ];
    const judging = (firm: string[]) =>
      buildDictionary([pairs], [], createJudge([['复', '覆', '複', '_99']], new Set(firm)));
    expect(translate('反复', judging([]), convert.segment)).toBe('反複');
    expect(translate('反复', judging(['反复']), convert.segment)).toBe('反覆');
  });

  test.each([
    ['字元后', '字元後'],
    ['我们的备注', '我們的備註'],
  ])('%s → %s', (from, to) => {
    expect(toTraditional(from, convert, 's2tw')).toBe(to);
  });
});
