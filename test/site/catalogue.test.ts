import { describe, expect, test } from 'vitest';
import { arrange } from '../../src/site/catalogue/arrange.ts';
import { damageTicks } from '../../src/site/catalogue/damage-ticks.ts';
import { initialOf } from '../../src/site/catalogue/initials.ts';
import { jumpsOf, nearbyPages, paginate } from '../../src/site/catalogue/pages.ts';
import { cataloguePath, publisherPath, yearPath } from '../../src/site/catalogue/paths.ts';
import { publisherSlugs, publishersOf } from '../../src/site/catalogue/publishers.ts';
import { readingMinutes } from '../../src/site/catalogue/reading-minutes.ts';
import type { Summary } from '../../src/site/catalogue/summarize.ts';
import { yearsOf } from '../../src/site/catalogue/years.ts';

/** A catalogue entry with the fields a test is about. */
function entry(slug: string, fields: { title?: string; publisher?: string; date?: string }): Summary {
  const front = { title: slug, titleSource: 'stated' as const, slug, characters: 800, ...fields };
  return {
    slug,
    siglum: slug,
    hant: { ...front, lang: 'zh-Hant' },
    hans: { ...front, lang: 'zh-Hans' },
    paragraphs: 2,
    emendations: 0,
    removals: 0,
    cruces: 0,
    damage: [0, 0],
    tally: { emendations: {}, removals: {} },
  };
}

const titlesOf = (listed: ReturnType<typeof arrange>) => listed.map(({ summary }) => summary.hant.title);

describe('addresses of publishers', () => {
  const hostile = [
    '../../etc/passwd',
    '<b>"x"</b>',
    'con',
    '',
    '天下',
    '\u202Eabc',
    'a'.repeat(5000),
    '2',
    'index.html',
  ];

  test('are safe in a path, whatever the name', () => {
    for (const slug of publisherSlugs(hostile).values()) expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    for (const slug of publisherSlugs(hostile).values()) expect(slug.length).toBeLessThan(100);
  });

  test('are never the same, even where the short sums are', () => {
    const sum = (key: string) => `0123456789${Buffer.from(key).toString('hex').padStart(20, '0')}`;
    const slugs = publisherSlugs(['天', '地', '人'], sum);
    expect(new Set(slugs.values()).size).toBe(3);
  });

  test('stay the same when others join', () => {
    expect(publisherSlugs(['HiShop', '天下']).get('天下')).toBe(publisherSlugs(['天下']).get('天下'));
  });

  test('are one for spellings that differ in case and width', () => {
    const texts = [
      entry('a', { publisher: 'HiShop' }),
      entry('b', { publisher: 'ＨＩＳＨＯＰ' }),
      entry('c', {}),
    ];
    expect(publishersOf(texts).map(({ texts: own }) => own.length)).toEqual([2]);
  });
});

describe('the order', () => {
  test.each([
    ['zh-Hant', ['2013年', '三國志', '天下', '電子商務', 'Zen']],
    ['zh-Hans', ['2013年', '電子商務', '三國志', '天下', 'Zen']],
  ] as const)('by title in %s is that of an index in it', (language, expected) => {
    const texts = ['天下', 'Zen', '電子商務', '2013年', '三國志'].map((title, n) =>
      entry(`t${n}`, { title }),
    );
    expect(titlesOf(arrange(texts, 'title', language))).toEqual(expected);
  });

  test('by date is newest first, and what has none last', () => {
    const texts = [entry('a', {}), entry('b', { date: '2009' }), entry('c', { date: '2013-05-02' })];
    const listed = arrange(texts, 'date', 'zh-Hant');
    expect(titlesOf(listed)).toEqual(['c', 'b', 'a']);
    expect(listed.map(({ group }) => group.label)).toEqual(['2013', '2009', '年月未詳']);
  });

  test('by publisher keeps each together, and what has none last', () => {
    const texts = [
      entry('a', {}),
      entry('b', { publisher: 'Z' }),
      entry('c', { publisher: '天下' }),
      entry('d', { publisher: 'z' }),
    ];
    const groups = arrange(texts, 'publisher', 'zh-Hant').map(({ group }) => group.id);
    expect(groups).toEqual(['天下', 'z', 'z', 'unknown']);
  });

  test.each([
    ['《三國志》考', '三畫', 'S'],
    ['電子商務', '十三畫', 'D'],
    ['一九四九', '一畫', 'Y'],
  ])('%s stands under %s and %s', (title, strokes, letter) => {
    expect([initialOf(title, 'zh-Hant').label, initialOf(title, 'zh-Hans').label]).toEqual([strokes, letter]);
  });
});

describe('pages', () => {
  const texts = Array.from({ length: 2345 }, (_, n) => entry(`t${n}`, { date: `${2000 + (n % 20)}` }));
  const pages = paginate(arrange(texts, 'date', 'zh-Hant'));

  test('hold every text once', () => {
    const slugs = pages.flatMap(({ sections }) =>
      sections.flatMap(({ entries }) => entries.map(({ summary }) => summary.slug)),
    );
    expect(pages).toHaveLength(24);
    expect(new Set(slugs).size).toBe(texts.length);
    expect(slugs).toHaveLength(texts.length);
  });

  test('are found by the headings that begin on them', () => {
    const jumps = jumpsOf(pages);
    expect(jumps).toHaveLength(20);
    expect(jumps.reduce((sum, { count }) => sum + count, 0)).toBe(texts.length);
    for (const { id, page } of jumps)
      expect(pages[page - 1]?.sections.some(({ group }) => group.id === id)).toBe(true);
  });

  test('of an empty list are one', () => {
    expect(paginate([])).toEqual([{ page: 1, pages: 1, sections: [] }]);
  });

  test('offer their neighbours and both ends', () => {
    expect(nearbyPages(6, 100)).toEqual([1, 0, 4, 5, 6, 7, 8, 0, 100]);
    expect(nearbyPages(1, 3)).toEqual([1, 2, 3]);
  });

  test('have addresses', () => {
    expect([cataloguePath('date'), cataloguePath('date', 2), cataloguePath('title', 3)]).toEqual([
      '',
      'catalogue/2/',
      'catalogue/title/3/',
    ]);
    expect([publisherPath('a-1', 2), yearPath('2013'), yearPath(undefined)]).toEqual([
      'publishers/a-1/2/',
      'years/2013/',
      'years/undated/',
    ]);
  });
});

test('years come latest first', () => {
  const texts = [entry('a', { date: '2009-01' }), entry('b', {}), entry('c', { date: '2013' })];
  expect(yearsOf(texts).map(({ year }) => year)).toEqual(['2013', '2009', undefined]);
});

test('ticks gather the damage of stretches, and lose none', () => {
  expect(damageTicks([0, 3, 1, 0], 2)).toEqual([3, 1]);
  expect(damageTicks([1, 2], 20)).toEqual([1, 2]);
  const ticks = damageTicks(Array.from({ length: 333 }, (_, n) => n % 7));
  expect(ticks).toHaveLength(20);
  expect(ticks.reduce((a, b) => a + b)).toBe(
    Array.from({ length: 333 }, (_, n) => n % 7).reduce((a, b) => a + b),
  );
});

test('reading takes a minute at least', () => {
  expect([readingMinutes(3), readingMinutes(2490)]).toEqual([1, 6]);
});
