/** The same article from two mirrors, and articles that are only like each other. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Edition } from '../../src/contract/edition.ts';
import { apparatusSchema } from '../../src/contract/schema.ts';
import { align } from '../../src/pipeline/collate/align.ts';
import { collate } from '../../src/pipeline/collate/collate.ts';
import { compareTexts } from '../../src/pipeline/collate/compare.ts';
import { SAME } from '../../src/pipeline/collate/constants.ts';
import { groupAlike, signEdition } from '../../src/pipeline/collate/group-alike.ts';
import { computeSignature, similarity } from '../../src/pipeline/collate/signature.ts';
import { createSimilarityIndex } from '../../src/pipeline/collate/similarity-index.ts';
import { restore } from '../../src/pipeline/index.ts';
import { glossEveryThird } from '../channel/families.ts';
import { damage } from '../channel/forward.ts';
import { careless, convertCarelessly, makeSite } from '../channel/mirror-site.ts';
import { found } from '../support/found.ts';
import { ownText } from '../support/own-text.ts';
import { seeded } from '../support/random.ts';
import { rules } from '../support/rules.ts';

vi.setConfig({ testTimeout: 60_000 }); // restoring takes its time on a busy machine

const { fold } = rules.repair;
const bicycle = readFileSync(new URL('../texts/bicycle.txt', import.meta.url), 'utf8');
const bookshop = readFileSync(new URL('../texts/bookshop.txt', import.meta.url), 'utf8');
const forms = careless(rules.repair);

function edit(slug: string, text: string): Edition {
  const bytes = new TextEncoder().encode(text);
  return restore({ siglum: slug, slug, sha256: 'a'.repeat(64), origin: `Mirror ${slug}`, bytes }, rules);
}

/** `text` as a mirror that was made up from `seed` serves it. */
function mirror(text: string, seed: number): string {
  const site = makeSite(forms, rules.repair, seeded(seed), 40);
  return damage(convertCarelessly(text, forms), site, rules.repair);
}

describe('collate', () => {
  /** Of each group of editions that are alike, what is published. */
  const publishAll = (editions: readonly Edition[]) => {
    const groups = groupAlike(
      editions.map((edition) => ({ edition, signature: signEdition(edition, fold) })),
    );
    const results = groups.map((group) =>
      collate(
        group.map(({ edition }) => edition),
        fold,
      ),
    );
    return {
      published: results.flatMap(({ published }) => published),
      notes: results.flatMap(({ notes }) => notes),
    };
  };

  test('takes the least damaged witness of a text, and lists the readings of the other', () => {
    const editions = [edit('b', mirror(bicycle, 7)), edit('a', bicycle), edit('c', bookshop)];
    const { published, notes } = publishAll(editions);
    expect(published.map(({ apparatus }) => apparatus.slug)).toEqual(['a', 'c']);
    expect(notes).toEqual(['“b” is the same text as “a”; it is listed with its readings in “a”.']);
    const { apparatus } = found(published[0], 'an edition');
    expect(apparatusSchema.safeParse(apparatus).error).toBeUndefined();
    expect(apparatus.witnesses).toMatchObject([{ siglum: 'b', origin: 'Mirror b' }]);
  });

  test('knows a text again from two mirrors, of which neither is sound', () => {
    const site = glossEveryThird(convertCarelessly(bookshop, forms), rules.repair, seeded(3));
    const { published } = publishAll([edit('x', mirror(bookshop, 11)), edit('y', site)]);
    expect(published).toHaveLength(1);
    expect(found(published[0], 'an edition').apparatus.witnesses).toHaveLength(1);
  });

  test('keeps two articles that share a paragraph', () => {
    const [first, ...others] = bookshop.trim().split('\n').reverse();
    const { published, notes } = publishAll([
      edit('a', bicycle + first),
      edit('b', others.join('\n') + first),
    ]);
    expect([published.length, notes]).toEqual([2, []]);
  });

  test('keeps and names a text that has another paragraph', () => {
    const more = `${bicycle.trim()}\n\n${bookshop.trim().split('\n').at(-1)}\n`;
    const { published, notes } = publishAll([edit('a', bicycle), edit('b', more)]);
    expect(published).toHaveLength(2);
    expect(notes).toEqual([
      expect.stringMatching(/^“b” is much like “a”, but not the same text; both are kept\.$/),
    ]);
  });
});

describe('compareTexts', () => {
  const block = (text: string) => [{ id: 'p1', text }];
  const base = '那天傍晚我在河边走了很久，忽然想起你们去年关掉的那间小店，于是决定写这封信。'.repeat(3);

  test('gives each reading its place', () => {
    const other = base.replace('忽然', '突然').replace('去年关掉', '关掉');
    const { variants, isSame } = compareTexts(block(base), block(other), fold);
    expect(isSame).toBe(true);
    expect(variants).toEqual([
      { block: 'p1', start: 13, end: 14, lem: '忽', rdg: '突' },
      { block: 'p1', start: 19, end: 21, lem: '去年', rdg: '' },
    ]);
  });

  test('marks, width, blanks and script are no readings', () => {
    const other = base.replaceAll('，', ', ').replaceAll('边', '邊').replaceAll('。', '．');
    expect(compareTexts(block(base), block(other), fold)).toEqual({ variants: [], isSame: true });
  });

  test('another number makes another text', () => {
    const [one, two] = [`${base}气温12度。`, `${base}气温13度。`];
    expect(compareTexts(block(one), block(two), fold).isSame).toBe(false);
  });

  test('what another text has alone stands at its title where the first has no blocks', () => {
    expect(compareTexts([], block('你好。'), fold)).toEqual({
      variants: [{ block: 'title', start: 0, end: 0, lem: '', rdg: '你好' }],
      isSame: false,
    });
  });

  test('a reading that goes on in the next block ends with its own', () => {
    const [first, second] = [`${base}一二三四`, `五六七八${base}`];
    const blocks = [
      { id: 'p1', text: first },
      { id: 'p2', text: second },
    ];
    const other = block(`${base}甲乙丙丁${base}`);
    expect(compareTexts(blocks, other, fold).variants).toEqual([
      { block: 'p1', start: base.length, end: first.length, lem: '一二三四¶五六七八', rdg: '甲乙丙丁' },
    ]);
  });

  test('a large gap without anchors is one difference', () => {
    const units = (from: number) => Uint16Array.from({ length: 600 }, (_, i) => from + 2 * i);
    const [a, b] = [units(1000).fill(7, 300, 301), units(1001).fill(7, 300, 301)];
    expect(align(a, b)).toEqual([]);
    expect(align(a.subarray(200, 400), b.subarray(200, 400))).toEqual([
      { aStart: 100, bStart: 100, length: 1 },
    ]);
  });

  test('runs that were aligned are equal and ascend', () => {
    const units = fc.array(fc.constantFrom(1, 2, 3, 4), { maxLength: 80 });
    fc.assert(
      fc.property(units, units, units, (x, y, z) => {
        const [a, b] = [Uint16Array.from([...x, ...y, ...x]), Uint16Array.from([...x, ...z, ...x])];
        let [aAt, bAt] = [0, 0];
        for (const { aStart, bStart, length } of align(a, b)) {
          expect(aStart >= aAt && bStart >= bAt && length > 0).toBe(true);
          expect([...a.subarray(aStart, aStart + length)]).toEqual([...b.subarray(bStart, bStart + length)]);
          [aAt, bAt] = [aStart + length, bStart + length];
        }
      }),
    );
  });
});

describe('signatures', () => {
  test('are alike for one text in either script, and unlike for two', () => {
    const [a, b] = [
      found(computeSignature(bicycle, fold), 'a signature'),
      found(computeSignature(convertCarelessly(bicycle, forms), fold), 'a signature'),
    ];
    expect(similarity(a, b)).toBeGreaterThan(0.98);
    expect(similarity(a, found(computeSignature(bookshop, fold), 'a signature'))).toBeLessThan(0.1);
    expect(computeSignature('今天的天氣很好。', fold)).toBeUndefined();
  });

  test('are found among thousands in time that grows with their number', () => {
    const index = createSimilarityIndex();
    const units = (seed: number) => {
      const random = seeded(seed);
      return Uint16Array.from({ length: 128 }, () => random() * 65536);
    };
    const time = (from: number, to: number) => {
      const signatures = Array.from({ length: to - from }, (_, i) => units(from + i));
      const began = process.cpuUsage().user;
      const found = signatures.filter((signature) => index.add(signature) !== undefined);
      expect(found).toEqual([]);
      return process.cpuUsage().user - began;
    };
    const [first, later] = [time(0, 5000), time(15_000, 20_000)];
    expect(later).toBeLessThan(10 * first);
    const near = units(4321);
    near.fill(0, 0, 12);
    const match = found(index.add(near), 'a match');
    expect(match.index).toBe(4321);
    expect(match.similarity).toBeGreaterThan(SAME);
    expect(computeSignature(ownText(1), fold)).toHaveLength(128);
  });
});
