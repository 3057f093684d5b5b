import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edition } from '../../src/contract/edition.ts';
import {
  type Apparatus,
  apparatusSchema,
  frontMatterSchema,
  type Language,
} from '../../src/contract/schema.ts';
import { readWitness } from '../../src/corpus/read-witness.ts';
import { toSimplified } from '../../src/pipeline/convert/scripts.ts';
import { decode } from '../../src/pipeline/decode/decode.ts';
import { restore } from '../../src/pipeline/index.ts';
import { found } from '../support/found.ts';
import { parseMarkdown } from '../support/parse-markdown.ts';
import { replayRecords, restoreText, undoRecords } from '../support/restore-text.ts';
import { rules } from '../support/rules.ts';

/** Properties take their time on a busy machine, in milliseconds. */
const PATIENCE = 60_000;

const hanOf = (text: string) => [...text.matchAll(/\p{Script=Han}/gu)].join('');

/** What must hold of every edition of every text. */
function checkEdition(witness: string, edition: Edition): void {
  const { apparatus, frontMatter, markdown } = edition;
  expect(apparatusSchema.safeParse(apparatus).error).toBeUndefined();
  const hans = parseMarkdown(markdown['zh-Hans']).blocks;
  const hant = parseMarkdown(markdown['zh-Hant']).blocks;
  expect(hans.map(({ kind }) => kind)).toEqual(apparatus.blocks.map(({ kind }) => kind));
  for (const [i, { characters }] of apparatus.blocks.entries()) {
    for (const blocks of [hans, hant]) {
      const { text, markup } = found(blocks[i], `block ${i}`);
      expect([...text]).toHaveLength(characters);
      expect(markup.filter((type) => type !== 'link')).toEqual([]);
    }
  }
  expect(frontMatterSchema.safeParse(frontMatter['zh-Hans']).error).toBeUndefined();
  const textsOf = (blocks: typeof hans) => blocks.map(({ text }) => text);
  checkPlaces(apparatus, textsOf(hans), textsOf(hant));
  checkReplay(witness, edition, { 'zh-Hans': textsOf(hans), 'zh-Hant': textsOf(hant) });
  expect(undoRecords(replayRecords(witness, apparatus), witness, apparatus)).toBe(witness);
  checkRecords(witness, apparatus);
}

/**
 * Replaying the records gives title and blocks, joined by blank lines, in the witness's own script; items and quoted
 * lines have their signs, links their addresses.
 */
function checkReplay(
  witness: string,
  { apparatus, frontMatter }: Edition,
  texts: Record<Language, string[]>,
): void {
  const own = apparatus.script === 'hant' ? 'zh-Hant' : 'zh-Hans';
  const { title, titleSource } = frontMatter[own];
  const expected = [...(titleSource === 'stated' ? [title] : []), ...texts[own]].join('\n\n');
  const inScript = (text: string) =>
    apparatus.script === 'mixed' ? toSimplified(text, rules.convert) : text;
  const replayed = replayRecords(witness, apparatus);
  expect(withoutSigns(inScript(replayed))).toBe(withoutSigns(inScript(expected)));
}

const withoutSigns = (text: string) =>
  text
    .replace(/!?\[([^[\]\n]*)\]\(([^\s()]+)\)/g, (_, words: string, url: string) => words.trim() || url)
    .replace(/^(?:[-*>] |\d+[.)] |#{2,6}\s+|```.*$)/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** What a record says stands at its place stands there, in both scripts: no change of script makes a place drift. */
function checkPlaces({ blocks, emendations, cruces }: Apparatus, hans: string[], hant: string[]): void {
  const at = new Map(blocks.map(({ id }, i) => [id, i]));
  // The marks of a crux may have been widened since: ? → ？.
  const fold = (text: string) => toSimplified(text, rules.convert).normalize('NFKC');
  for (const { place, ...record } of [...emendations, ...cruces]) {
    const index = at.get(place.block);
    if (index === undefined || place.start === place.end) continue;
    const stands = 'corr' in record ? record.corr : record.sic;
    for (const texts of [hans, hant]) {
      const text = found(texts[index], place.block);
      const there = [...text].slice(place.start, place.end).join('');
      expect(fold(stands)).toContain(fold(there));
      expect(there.trim() === '').toBe(stands.trim() === '');
    }
  }
}

/** No record hides a change to a word, and places lie inside their blocks. */
function checkRecords(witness: string, apparatus: Apparatus): void {
  const characters = [...witness];
  const slice = (start: number, end: number) => characters.slice(start, end).join('');
  for (const { start, end, sic, corr } of apparatus.normalisations) {
    expect(slice(start, end)).toBe(sic);
    expect(hanOf(sic)).toBe(hanOf(corr));
  }
  for (const { start, end, sic } of apparatus.emendations) expect(slice(start, end)).toBe(sic);
  for (const { start, end, sic, kind } of apparatus.removals) {
    expect(['seo-title', 'link-farm', 'spam'].includes(kind) ? undefined : slice(start, end)).toBe(sic);
  }
  const lengths = new Map(apparatus.blocks.map(({ id, characters }) => [id, characters]));
  for (const { place } of [
    ...apparatus.emendations,
    ...apparatus.removals,
    ...apparatus.cruces,
    ...apparatus.doubts,
  ]) {
    expect(place.block === 'title' || place.end <= found(lengths.get(place.block), place.block)).toBe(true);
    expect(place.start).toBeLessThanOrEqual(place.end);
  }
}

const phrases = [
  '那天傍晚',
  '我們在河邊散步',
  '天色漸漸暗了',
  '他說',
  '不知道',
  '後來',
  '什麼',
  '关系',
  '里面',
  '采用',
  'web2.0',
  '1.22萬',
  '10%',
  '人-人',
  '服務(wù)',
  '網(wǎng)',
  '(一)',
  '：',
  ':',
  ',',
  '，',
  '。',
  '?',
  '!',
  ' ',
  '  ',
  '\u3000',
  '“',
  '”',
  '…',
  '𠮷',
  '😀',
  '\u0006',
];
const furniture = [
  '&',
  '?',
  '隨意打賞',
  '微信掃一掃,分享給好友吧。',
  '上一篇: 春天',
  '相關閱讀',
  '首頁',
  '聯系我們',
  '新聞中心',
  '文/王小明',
  '2012-03-04|河邊',
  '作者：王小明',
  '導讀那天傍晚我們在河邊散步...',
  '【本站聲明】本網站不負責。',
  '一、開頭',
  '(二) 然後',
  '---',
  '# 一',
  '<script>alert(1)</script>',
  '| 一 | 二 |',
  '|---|---|',
  '名稱\t價格',
  '書\t12',
  '- 一',
  '• 服務(wù)很好',
  '1、選盆',
  '2、服務(wù)要好',
  '①澆水',
  '```',
  '```js',
  'let a = 1; // 網(wǎng)',
  '    f(a);',
  '> 燈還亮著，服務(wù)(wù)也好。',
  '春水漫過石階，',
  '夏風吹動門簾。',
  '[這裡](https://example.com/a_b)',
  '![](https://example.com/圖.png)',
  '[這裡](javascript:alert(1))',
  '<a href="https://example.com/?a=1">這裡</a>',
  '<img src="https://example.com/a.png" alt="橋">',
  '## 選盆',
  '柳下日報',
  '作者簡介：王小明，河邊大學教授。',
];
const prose = fc
  .array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 30 })
  .map((parts) => parts.join(''));
const page = fc
  .array(
    fc.tuple(
      fc.oneof(prose, fc.constantFrom(...furniture), fc.string()),
      fc.constantFrom('\n', '\n\n', '\r\n', '\n　　', ' \n\n\n'),
    ),
    { maxLength: 14 },
  )
  .map((lines) => lines.flat().join(''))
  .filter((text) => text.isWellFormed() && !text.includes('\0'));

describe('restore', () => {
  test(
    'keeps its promises on any page',
    () => {
      fc.assert(
        fc.property(page, (text) => checkEdition(text, restoreText(text))),
        { numRuns: 400 },
      );
    },
    PATIENCE,
  );

  test(
    'is the same when run again',
    () => {
      fc.assert(
        fc.property(page, (text) => {
          expect(restoreText(text)).toEqual(restoreText(text));
        }),
        { numRuns: 20 },
      );
    },
    PATIENCE,
  );

  const root = fileURLToPath(new URL('../../content/witnesses/', import.meta.url));
  test.each(readdirSync(root))('keeps its promises on the witness %s', (siglum) => {
    const witness = readWitness(root, siglum);
    const edition = restore(witness, rules);
    checkEdition(decode(witness.bytes, rules.decode).text, edition);
  });
});
