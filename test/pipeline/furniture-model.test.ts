import { describe, expect, test } from 'vitest';
import { splitLines } from '../../src/pipeline/page/line.ts';
import { featuresOf, parseFurnitureModel, scoreLine } from '../../src/pipeline/strip/furniture-model.ts';
import { found } from '../support/found.ts';
import { rules } from '../support/rules.ts';

const lineOf = (text: string) => found(splitLines(text, rules.strip.scripts)[0], text);
const score = (text: string) => scoreLine(lineOf(text), rules.strip.furnitureModel);

describe('the model of furniture', () => {
  test.each([
    '瀏覽 2103 次 收藏 81 評論 12',
    '本菜譜由廚友上傳，版權歸作者所有',
    '掃描下方二維碼，免費領取歷年真題',
    '數據僅供參考，據此交易風險自擔',
    '还没有账号？立刻加入',
  ])('%s reads like a site’s', (text) => expect(score(text)).toBeGreaterThan(2));

  test.each([
    '此致敬禮',
    '他把傘靠在門邊，沒有坐下，說還要趕回去關店。',
    '三、哪些業務會影響應收賬款',
    '周大川　2016年12月於柳下',
    '面粉150克',
    'return a + b;',
  ])('%s reads like an author’s', (text) => expect(score(text)).toBeLessThan(1));

  test('both scripts and every amount read alike', () => {
    expect(score('點讚(23) 收藏(4)')).toBe(score('点赞(7) 收藏(915)'));
  });

  test('a long line is looked at where it begins and ends', () => {
    const long = `${'甲'.repeat(100_000)}乙`;
    expect(featuresOf(lineOf(long)).grams.size).toBeLessThan(20);
    expect(featuresOf(lineOf(long)).grams).toContain('乙$');
  });

  test('a row that is not weight and feature is named', () => {
    expect(() => parseFurnitureModel([['1.5', '收']])).toThrow(/furniture-model\.tsv.*1\.5\t收/);
    expect(() =>
      parseFurnitureModel([
        ['1', '收'],
        ['2', '收'],
      ]),
    ).toThrow(/each feature once/);
  });
});
