/** The two witnesses the project began with, read as their issue asks. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readWitness } from '../../src/corpus/read-witness.ts';
import { restore } from '../../src/pipeline/index.ts';
import { parseMarkdown } from '../support/parse-markdown.ts';
import { rules } from '../support/rules.ts';

const root = fileURLToPath(new URL('../../content/witnesses/', import.meta.url));
const editionOf = (siglum: string) => restore(readWitness(root, siglum), rules);
const kindsOf = ({ apparatus }: ReturnType<typeof editionOf>) =>
  new Set(apparatus.removals.map(({ kind }) => kind));
const textOf = (markdown: string) =>
  parseMarkdown(markdown)
    .blocks.map(({ text }) => text)
    .join('\n');

/** What a repair left half done looks like. */
const remains: readonly [what: string, pattern: RegExp][] = [
  ['gloss', /\([a-zà-ǜ]{1,6} ?\)/],
  ['private-use character', /\p{Co}/u],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['number in brackets', /⑿/],
  ['stray half-width question mark', /\p{Script=Han}\?|\?\p{Script=Han}/u],
  ['tag', /strong>/],
];

/** Everything a reader gets to see of an edition, in each script. */
const seen = ({ markdown }: ReturnType<typeof editionOf>) => Object.values(markdown);

describe('letter-to-ma-huateng', () => {
  const edition = editionOf('tianxia');
  const hans = textOf(edition.markdown['zh-Hans']);
  const hant = textOf(edition.markdown['zh-Hant']);

  test('metadata', () => {
    expect(edition.frontMatter['zh-Hans']).toMatchObject({
      title: '致马化腾先生的一封信（一）：给微信电子商务泼的冷水',
      author: '叶开',
      publisher: 'i天下网商',
    });
    expect(edition.frontMatter['zh-Hant']).toMatchObject({ author: '葉開', publisher: 'i天下網商' });
  });

  test.each([
    '因为在crm领域',
    '曹国伟先生',
    '因为微信上的人-人的熟人关系',
    '甚至会一起逛街，这时候',
    '您不必担心',
    '因为张小龙先生说过',
    '教我们怎么护肤',
  ])('reads “%s”', (words) => {
    expect(hans).toContain(words);
  });

  test.each(remains)('has no %s left in either script', (_, pattern) => {
    for (const text of seen(edition)) expect(text).not.toMatch(pattern);
  });

  test('22 paragraphs under four headings', () => {
    const { blocks } = edition.apparatus;
    expect(blocks.filter(({ kind }) => kind === 'paragraph')).toHaveLength(22);
    expect(blocks.filter(({ depth }) => depth === 2)).toHaveLength(4);
    expect(hans.split('\n').slice(0, 2)).toEqual(['尊敬的马化腾先生：', '您好！']);
  });

  test('everything that is not the author’s is gone, and only that', () => {
    expect([...kindsOf(edition)].sort()).toEqual(
      ['byline', 'entity-residue', 'link-farm', 'self-promotion', 'seo-title', 'share-widget'].sort(),
    );
    expect(hans).not.toMatch(/创始人|官方微信|打赏|扫一扫|蜘蛛|&/);
    expect(hans.endsWith('（未完）')).toBe(true);
  });

  test('both scripts', () => {
    expect(edition.apparatus.script).toBe('mixed');
    for (const words of ['随着微信', '着急', '几个热点：电子商务', '人-人']) {
      expect(hans.includes(words)).toBe(true);
    }
    expect(hans).not.toContain('著');
    expect(hant).toMatch(/隨著/);
    expect(hant).toMatch(/社會關係/);
    expect(hant).toMatch(/採用一封微信/);
    expect(hant).toMatch(/只好回歸到/);
    expect(hant).not.toMatch(/关|后來|什么|里面|關系|采用/);
  });
});

describe('social-commerce-operations', () => {
  const edition = editionOf('hishop');
  const hans = textOf(edition.markdown['zh-Hans']);

  test('metadata', () => {
    expect(edition.frontMatter['zh-Hans']).toMatchObject({
      title: '“社会化电子商务”不应概念炒作 深化运营才是核心',
      publisher: 'HiShop',
      date: '2012-03-04',
    });
    expect(edition.frontMatter['zh-Hans'].description).toMatch(/^近两年社会化电子商务的概念很流行，.*……$/);
  });

  test.each(['电子商务。互联网', '为什么要分享？找到驱动因素', '规模化的传播。'])('reads “%s”', (words) => {
    expect(hans).toContain(words);
  });

  test.each(remains)('has no %s left in either script', (_, pattern) => {
    for (const text of seen(edition)) expect(text).not.toMatch(pattern);
  });

  test('7 paragraphs, and what is not the author’s is gone', () => {
    expect(edition.apparatus.blocks.map(({ kind }) => kind)).toEqual(Array(7).fill('paragraph'));
    expect([...kindsOf(edition)].sort()).toEqual([
      'byline',
      'catalogue',
      'duplicate-excerpt',
      'site-statement',
    ]);
    expect(hans).not.toMatch(/本站声明|重磅推荐|部分：/);
  });

  test('wrapped lines are closed, numbers and Latin untouched', () => {
    expect(hans).not.toMatch(/\p{Script=Han} \p{Script=Han}/u);
    for (const words of ['具有社会化传播效果', '全国B2C行业网站总数', '1.22万', '10%', 'web2.0', '围绕着']) {
      expect(hans).toContain(words);
    }
    const hant = textOf(edition.markdown['zh-Hant']);
    for (const words of ['圍繞著', '資金鏈斷裂']) expect(hant).toContain(words);
  });
});
