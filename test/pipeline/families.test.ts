import { describe, expect, test } from 'vitest';
import { read } from '../../src/pipeline/reading.ts';
import { repair } from '../../src/pipeline/repair/repair.ts';
import { glossEveryThird, glossRepeatedly, watermark } from '../channel/families.ts';
import { careless, convertCarelessly } from '../channel/mirror-site.ts';
import { ownText } from '../support/own-text.ts';
import { seeded } from '../support/random.ts';
import { rules } from '../support/rules.ts';

const forms = careless(rules.repair);
const seeds = Array.from({ length: 12 }, (_, index) => index + 1);
const original = (seed: number) => convertCarelessly(ownText(seed).slice(0, 900), forms);
const emoji = /\p{Extended_Pictographic}/gu;
const repaired = (text: string) => repair(read(text), rules.repair).text;

/** An emoji at the end of a line may be the author's; the words must be as they were. */
function expectWords(repaired: string, original: string): void {
  expect(repaired.replace(emoji, '')).toBe(original);
  expect(repaired.match(emoji)?.length ?? 0).toBeLessThan(2);
}

describe('families of mirrors', () => {
  test.each(seeds)('toneless glosses, repeated: page %i', (seed) => {
    const text = original(seed);
    expectWords(repaired(glossRepeatedly(text, rules.repair, seeded(seed))), text);
  });

  test.each(seeds)('a toneless gloss after every third character: page %i', (seed) => {
    const text = original(seed);
    expectWords(repaired(glossEveryThird(text, rules.repair, seeded(seed))), text);
  });

  test('two random characters before every mark: all but a few are known', () => {
    let [marks, left] = [0, 0];
    for (const seed of seeds) {
      const text = original(seed);
      marks += [...text.matchAll(/[，、。]/g)].length;
      left += Math.abs(repaired(watermark(text, rules.repair, seeded(seed))).length - text.length) / 2;
    }
    expect(marks).toBeGreaterThan(500);
    expect(left / marks).toBeLessThan(0.01);
  });
});
