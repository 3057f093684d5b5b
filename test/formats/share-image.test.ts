/** The pictures that networks show with a link to a text. */
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../src/contract/schema.ts';
import { loadEdition } from '../../src/edition/load-edition.ts';
import {
  balanceLines,
  breakLines,
  type Line,
  truncateLines,
} from '../../src/formats/share-image/break-lines.ts';
import type { Card } from '../../src/formats/share-image/card.ts';
import { layOutCard } from '../../src/formats/share-image/lay-out-card.ts';
import type { Point } from '../../src/formats/share-image/outline.ts';
import { rasterize } from '../../src/formats/share-image/rasterize.ts';
import { loadGlyphs, shapeText } from '../../src/formats/share-image/shape-text.ts';
import { drawShareImage } from '../../src/formats/share-image/share-image.ts';
import { typefaceFor } from '../../src/formats/share-image/typeface.ts';
import { toCard } from '../../src/formats/share-images.ts';
import { found } from '../support/found.ts';

/** Characters with their widths in em, as `breakLines` wants them: Latin ones are half as wide. */
const items = (text: string) =>
  [...text].map((character) => ({ character, width: /[ -~]/.test(character) ? 0.5 : 1 }));
const textOf = (lines: ReadonlyArray<Line<{ character: string; width: number }>>) =>
  lines.map((line) => line.items.map(({ character }) => character).join(''));
const breakText = (text: string, width: number) => textOf(breakLines(items(text), width));

describe('lines', () => {
  test.each([
    ['closing marks begin none', '他說好，我也說好。', 3, ['他說', '好，我', '也說', '好。']],
    ['opening marks end none', '我讀過《書》了', 4, ['我讀過', '《書》了']],
    ['dashes and ellipses stay whole', '三個字——完了', 4, ['三個字', '——完了']],
    ['words and numbers stay whole', '從事B2C經營', 3, ['從事', 'B2C經', '營']],
    ['blanks are dropped at their ends', 'one two', 2, ['one', 'two']],
    ['what is longer than a line is broken all the same', 'abcdefgh', 2, ['abcd', 'efgh']],
    ['marks without end are, too', '。。。。。', 2, ['。。', '。。', '。']],
  ])('%s', (_, text, width, lines) => {
    expect(breakText(text, width)).toEqual(lines);
  });

  test('keep the text, their width, and both rules, whatever the text', () => {
    const word = fc.constantFrom(
      '春眠不覺曉',
      '說',
      '2012年',
      'HiShop',
      '「引」',
      '（甲）',
      '，',
      '。',
      '《',
      '——',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 8, max: 24 }), (words, width) => {
        // No more marks together than the shortest line has room for.
        const text = words
          .filter((each, index) => each.length > 1 || words[index - 1]?.length !== 1)
          .join('');
        const lines = breakText(text, width);
        expect(lines.join('')).toBe(text);
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。」）]/);
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[「（《]$/);
      }),
    );
  });

  test('of a title are broken at its pauses, and as long as one another', () => {
    const broken = (text: string, width: number) => textOf(balanceLines(items(text), width));
    expect(broken('給微信的一封信：電子商務的冷水', 12)).toEqual(['給微信的一封信：', '電子商務的冷水']);
    expect(broken('論一座小鎮上的舊書店', 9)).toEqual(['論一座小鎮', '上的舊書店']);
    expect(broken('春', 12)).toEqual(['春']);
    expect(broken('', 12)).toEqual([]);
  });

  test('that find no room are cut where a text can be', () => {
    const cut = (text: string, count: number) =>
      textOf(truncateLines(breakLines(items(text), 5), { count, width: 5, ellipsis: items('……') }));
    expect(cut('春眠不覺曉處處聞啼鳥', 1)).toEqual(['春眠不……']);
    expect(cut('春眠，不覺曉處處聞', 1)).toEqual(['春眠……']);
    expect(cut('春眠不覺曉', 1)).toEqual(['春眠不覺曉']);
    expect(cut('《《《《《《《', 1)).toEqual(['……']);
  });
});

test('a polygon covers each pixel as far as it does', () => {
  const square: Point[] = [
    [0.25, 0],
    [0.75, 0],
    [0.75, 0.5],
    [0.25, 0.5],
  ];
  const triangle: Point[] = [
    [0, 0],
    [1, 0],
    [0, 1],
  ];
  const { left, top, width, height, coverage } = rasterize([square], 2);
  expect({ left, top, width, height }).toEqual({ left: 0, top: -1, width: 2, height: 1 });
  expect([...coverage]).toEqual([128, 128]);
  const covered = (contours: Point[][], size: number) =>
    rasterize(contours, size).coverage.reduce((sum, value) => sum + value / 255, 0);
  expect(covered([triangle], 41)).toBeCloseTo((41 * 41) / 2, -1);
  expect(covered([square, square], 40)).toBeCloseTo(400, 5);
  expect(rasterize([], 40).coverage).toHaveLength(0);
});

describe('characters', () => {
  const shown = async (text: string, language: Language = 'zh-Hans') => {
    await loadGlyphs([text], language);
    return shapeText(text, language, { size: 36, weight: 400 })
      .map(({ character }) => character)
      .join('');
  };

  test.each([['骨'], ['令'], ['角'], ['過']])('%s has the form of its region', async (character) => {
    const [hant, hans] = await Promise.all(
      languages.map(async (language) => {
        await typefaceFor(language).load(character);
        return found(typefaceFor(language).glyph(character), character).outline(400);
      }),
    );
    expect(hant).not.toEqual(hans);
  });

  test('that no typeface has show that they are missing', async () => {
    expect(await shown('他😀說\ue000，👨‍👩‍👧‍👦🇹🇼。')).toBe('他□說□，□□。');
    expect(await shown('一\ud800二\u0000三\u202e四\ufe0f五')).toBe('一二三四五');
    expect(await shown('e\u0301\u0323')).toBe('e');
  });

  test('that only the other region’s typeface has are lent by it', async () => {
    expect(await shown('說说', 'zh-Hant')).toBe('說说');
    expect(typefaceFor('zh-Hant').glyph('爱')).toBeUndefined();
    expect(await shown('愛爱', 'zh-Hant')).toBe('愛爱');
  });
});

/** Width, height and pixels of a PNG. */
function readPng(bytes: Uint8Array): { width: number; height: number; pixels: Buffer } {
  const buffer = Buffer.from(bytes);
  expect(buffer.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const data = buffer.indexOf('IDAT');
  const pixels = inflateSync(buffer.subarray(data + 4, data + 4 + buffer.readUInt32BE(data - 4)));
  return { width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20), pixels };
}

const long = '論一座小鎮上的舊書店怎樣在二十年的風雨裡一次又一次地搬家而始終沒有丟掉一本書，'.repeat(9);
const odd: ReadonlyArray<readonly [name: string, card: Omit<Card, 'language'>]> = [
  ['nothing at all', { imprint: '', paragraphs: [] }],
  ['no title', { imprint: '柳下人', paragraphs: [long] }],
  ['everything far too long', { title: long, imprint: long, paragraphs: Array(99).fill(long) }],
  ['one word without end', { title: 'a'.repeat(9999), imprint: '', paragraphs: ['b'.repeat(9999)] }],
  [
    'nothing but marks',
    { title: '。」'.repeat(200), imprint: '《'.repeat(200), paragraphs: ['……'.repeat(500)] },
  ],
  ['nothing to be seen', { title: '\u200b\u202e\ufeff', imprint: '\ud800', paragraphs: ['\u0000', ' '] }],
  ['pictures and private signs', { title: '😀\ue000👨‍👩‍👧‍👦', imprint: '\uf8ff', paragraphs: ['𠮷㐂'] }],
  ['marks on marks', { title: `e${'\u0301'.repeat(500)}`, imprint: '', paragraphs: ['ا́'.repeat(300)] }],
];

describe('the picture', () => {
  test.each(languages)(
    'of each text in %s is of the right size, small, and the same each time',
    async (language) => {
      for (const slug of ['letter-to-ma-huateng', 'social-commerce-operations']) {
        const card = toCard(await loadEdition(slug), language);
        const bytes = await drawShareImage(card);
        const { width, height, pixels } = readPng(bytes);
        expect([width, height]).toEqual([1200, 630]);
        expect(pixels).toHaveLength(630 * 601);
        expect(bytes.length).toBeLessThan(40_000);
        expect(Buffer.from(await drawShareImage(card)).equals(bytes)).toBe(true);
      }
    },
  );

  test('differs between the scripts, even of the same characters', async () => {
    const [hant, hans] = await Promise.all(
      languages.map((language) => drawShareImage({ language, title: '骨', imprint: '', paragraphs: [] })),
    );
    expect(hant?.length).toBeGreaterThan(0);
    expect(hant).not.toEqual(hans);
  });

  test.each(odd)('of %s is drawn, with all that stands on it within its margins', async (_, card) => {
    for (const language of languages) {
      expect(readPng(await drawShareImage({ language, ...card })).width).toBe(1200);
      const { placed, rule } = await layOutCard({ language, ...card });
      const right = Math.max(0, ...placed.map(({ x, width }) => x + width));
      expect(right).toBeLessThanOrEqual(1200 - 80);
      expect(rule).toBeLessThan(420);
      for (const { y } of placed) expect(y).toBeLessThan(560);
    }
  });

  test('leaves out a title that was made of the first words, which follow', async () => {
    const edition = await loadEdition('letter-to-ma-huateng');
    const stated = edition.frontMatter['zh-Hant'];
    expect(toCard(edition, 'zh-Hant').title).toBe(stated.title);
    const frontMatter = {
      ...edition.frontMatter,
      'zh-Hant': { ...stated, titleSource: 'first-words' as const },
    };
    expect(toCard({ ...edition, frontMatter }, 'zh-Hant').title).toBeUndefined();
  });

  test('begins with the words of the text', async () => {
    const { paragraphs, imprint } = toCard(await loadEdition('letter-to-ma-huateng'), 'zh-Hant');
    expect(imprint).toBe('葉開 · i天下網商');
    expect(paragraphs.slice(0, 2)).toEqual(['尊敬的馬化騰先生：', '您好！']);
  });
});
