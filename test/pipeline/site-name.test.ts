import { describe, expect, test } from 'vitest';
import { restore } from '../../src/pipeline/index.ts';
import { withIsoDates } from '../../src/pipeline/page/read-date.ts';
import { findSite } from '../../src/pipeline/page/site.ts';
import { rules } from '../support/rules.ts';

const body =
  '那天傍晚我在河邊走了很久，忽然想起你們去年關掉的那間小店，於是決定寫這封信。\n後來我常常想起那間小店，想起門口的那棵梧桐，和樹下那張三條腿的凳子。';
const page = (head: string, foot: string) => `${head}\n${body}\n${foot}`;

describe('the site a page comes from', () => {
  test.each([
    [
      'title and rights',
      '河邊的書店_散文_墨池書會\n河邊的書店',
      'Copyright © 2017-2019 墨池書會 All Rights Reserved',
      '墨池書會',
    ],
    [
      'title with its software',
      '河邊的書店 - 散文 - 青柳夜話 - Powered by Discuz!\n青柳夜話»散文',
      '',
      '青柳夜話',
    ],
    ['path and rights', '墨池書會 > 散文 > 正文', '版權所有：墨池書會', '墨池書會'],
    ['welcome and rights', '您好，歡迎來到墨池書會官方網站！', '墨池書會 版權所有', '墨池書會'],
    [
      'a line of its own and rights',
      '墨池書會\n河邊的書店',
      '© 2011－2021 墨池書會 all rights reserved',
      '墨池書會',
    ],
    [
      'a name in brackets after the title',
      '河邊的書店 - 散文【墨池書會】\n墨池書會 首頁 散文',
      '',
      '墨池書會',
    ],
    ['the house behind it', '墨池日報\n河邊的書店', '© 2016 墨池日報有限公司', '墨池日報'],
    [
      'a school that gives notice',
      '河邊的書店',
      '版權所有：清溪鎮中心小學　技術支援：晨曦',
      '清溪鎮中心小學',
    ],
    ['rights alone, of a house', '河邊的書店', '© 2011 墨池讀書網 版權所有', '墨池讀書網'],
    ['rights alone, of nobody we know', '河邊的書店', '© 2011 墨池書會', undefined],
    ['a title alone', '河邊的書店_墨池書會', '', undefined],
    ['a title repeated', '河邊的書店-散文-河邊的書店\n河邊的書店', '', undefined],
    ['rights of nobody', '河邊的書店', '版權所有 違者必究\nAll Rights Reserved', undefined],
    ['a sentence on rights', '河邊的書店', '他說，版權所有，你不能拿走。', undefined],
  ])('by %s', (_, head, foot, name) => {
    expect(findSite(page(head, foot), rules.page)).toBe(name);
  });

  test('is the publisher where the page names no other', () => {
    const publisherOf = (text: string) =>
      restore(
        { siglum: 'p', slug: 'p', sha256: '', origin: '', bytes: new TextEncoder().encode(text) },
        rules,
      ).frontMatter['zh-Hant'].publisher;
    const foot = '上一篇：雪夜\n© 2011 墨池讀書網 版權所有';
    expect(publisherOf(page('墨池讀書網 > 散文 > 正文\n河邊的書店', foot))).toBe('墨池讀書網');
    expect(publisherOf(page('墨池讀書網 > 散文 > 正文\n河邊的書店\n來源：柳下日報', foot))).toBe('柳下日報');
  });
});

test.each([
  ['Sep 16 Sun 2018 17:22', '2018-09-16 17:22'],
  ['March 4th, 2012', '2012-03-04'],
  ['Sunday, 4 March 2012', '2012-03-04'],
  ['Feb 31 2018', 'Feb 31 2018'],
  ['Marching 4 2012', 'Marching 4 2012'],
])('%s is %s', (text, iso) => {
  expect(withIsoDates(text)).toBe(iso);
});
