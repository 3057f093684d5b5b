import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { encode } from '../../src/pipeline/decode/codec.ts';
import { decode, isBinary } from '../../src/pipeline/decode/decode.ts';
import { seeded } from '../support/random.ts';
import { rules } from '../support/rules.ts';

const hans = '编程语言可以用来控制电脑的行为，今天天气很好。\n我们去公园玩吧！\n'.repeat(4);
const hant = '程式語言可以用來控制電腦的行為，今天天氣很好。\n我們去公園玩吧！\n'.repeat(4);
const decoded = (bytes: Uint8Array) => decode(bytes, rules.decode);

describe('decode', () => {
  test.each([
    ['utf-8', hans],
    ['gb18030', hans],
    ['gbk', hant],
    ['big5', hant],
    ['utf-16le', hans],
    ['utf-16be', hant],
  ])('tells %s by what reads best', (encoding, text) => {
    const bytes = iconv.encode(text, encoding, { addBOM: false });
    expect(decoded(bytes).text).toBe(text);
    expect(Buffer.from(encode(decoded(bytes)))).toEqual(bytes);
  });

  test.each(['utf-8', 'utf-16le', 'utf-16be'])('believes a byte order mark: %s', (encoding) => {
    const bytes = iconv.encode(hans, encoding, { addBOM: true });
    expect(decoded(bytes)).toMatchObject({ text: hans, encoding, hasBom: true });
    expect(Buffer.from(encode(decoded(bytes)))).toEqual(bytes);
  });

  test('what declares gb2312 is GB 18030', () => {
    const bytes = iconv.encode('<meta charset="gb2312"><p>鎔镕', 'gb18030');
    expect(decoded(bytes)).toMatchObject({ encoding: 'gb18030', text: '<meta charset="gb2312"><p>鎔镕' });
  });

  test('a broken character costs no other', () => {
    const bytes = Buffer.concat([Buffer.from(hans), Buffer.of(0xe5, 0x9b), Buffer.from(hans)]);
    expect(decoded(bytes).text).toBe(`${hans}\ufffd${hans}`);
  });

  test('any bytes come back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(Buffer.from(encode(decoded(bytes)))).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 500 },
    );
  });

  test('binary is no text', () => {
    const noise = (seed: number, least: number) => {
      const random = seeded(seed);
      return Uint8Array.from({ length: 500 * seed }, () => least + Math.floor(random() * (256 - least)));
    };
    expect(
      isBinary(decoded(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3, 255, 254)), rules.decode),
    ).toBe(true);
    for (let seed = 1; seed <= 20; seed++) {
      expect(isBinary(decoded(noise(seed, 0)), rules.decode)).toBe(true);
      expect(isBinary(decoded(noise(seed, 1)), rules.decode)).toBe(true);
    }
    for (const text of [hans, hant])
      expect(isBinary(decoded(iconv.encode(text, 'gb18030')), rules.decode)).toBe(false);
    expect(isBinary(decoded(Buffer.from(hans)), rules.decode)).toBe(false);
  });
});
