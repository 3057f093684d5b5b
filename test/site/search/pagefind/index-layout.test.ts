import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type IndexedText,
  LONGEST_WORD,
  rankOfPlace,
  type Scope,
  scopes,
  toContent,
  toPhrase,
  toWholeWord,
  toWord,
} from '../../../../src/site/search/pagefind/index-layout.ts';
import { FARTHEST } from '../../../../src/site/search/query.ts';
import { HAS_CHARACTER } from '../../../../src/site/search/word-characters.ts';
import { PhraseIndex } from '../../../support/phrase-index.ts';

const empty: IndexedText = { title: [], headings: [], body: [], corr: [], sic: [] };

/** Blocks of few different units, so that the same strings come again and again; half characters, marks and blanks among them. */
const unit = fc.constantFrom(...'社会化电a1b "，。', '\ud842', '\udfb7');
const block = fc.string({ unit, maxLength: 12 });
const blocks = fc.array(block, { maxLength: 4 });
const indexed = fc.record({ title: blocks, headings: blocks, body: blocks, corr: blocks, sic: blocks });

/** Where a text has a query of the index, in places. */
async function places(text: IndexedText, query: string): Promise<number[]> {
  const { results } = await new PhraseIndex({ text: toContent(text) }).search(query);
  return results.flatMap(({ words }) => words);
}

/** The blocks of a text that a scope is about. */
function blocksIn({ title, headings, body, corr, sic }: IndexedText, scope: Scope): string[] {
  return { text: [...title, ...headings, ...body], corr: [...corr], sic: [...sic] }[scope];
}

/** The units of a string that stand side by side. */
function pairsOf(text: string): string[] {
  return text.split('').flatMap((_, n) => (n > 0 ? [text.slice(n - 1, n + 1)] : []));
}

describe('a text in the index', () => {
  it('has every string that stands in one of its blocks, and no other', async () => {
    const asked = fc.string({ unit, minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(indexed, asked, fc.constantFrom(...scopes), async (text, string, scope) => {
        const isIndexed = string.length > 1 || HAS_CHARACTER.test(string);
        const isThere = blocksIn(text, scope).some((one) => one.includes(string));
        expect((await places(text, toPhrase(string, scope))).length > 0).toBe(isThere && isIndexed);
      }),
      { numRuns: 2000 },
    );
  });

  it('has every piece of its blocks', async () => {
    await fc.assert(
      fc.asyncProperty(indexed, fc.nat(), fc.nat(), async (text, from, length) => {
        for (const scope of scopes)
          for (const one of blocksIn(text, scope).filter(({ length }) => length > 1)) {
            const start = from % (one.length - 1);
            const piece = one.slice(start, start + 2 + (length % one.length));
            expect(await places(text, toPhrase(piece, scope)), `${piece} in ${one}`).not.toEqual([]);
          }
      }),
    );
  });

  it('tells by a place of a title of usual length that it is one, and of headings, too', async () => {
    const text = {
      ...empty,
      title: ['社会化电商'],
      headings: ['一、礼'],
      body: ['微信上的礼'],
      corr: ['微'],
    };
    const rank = async (string: string) =>
      (await places(text, toPhrase(string, 'text'))).slice(0, 1).map(rankOfPlace);
    expect(await rank('社会')).toEqual([0]);
    expect(await rank('商')).toEqual([0]);
    expect(await rank('一、')).toEqual([1]);
    expect(await rank('礼')).toEqual([1]);
    expect(await rank('的礼')).toEqual([2]);
    expect(await rank('微')).toEqual([2]);
  });

  it('ends its title before place 256 and its headings before 1024', () => {
    const words = toContent({ ...empty, title: ['甲乙'], headings: ['丙丁'], body: ['戊己'] }).split(' ');
    const placeOf = (string: string) => words.indexOf(toWord(string, 'text'));
    expect([placeOf('甲乙'), placeOf('丙丁'), placeOf('戊己')]).toEqual([0, 256, 1024]);
  });

  it('has a title that is longer than its room', async () => {
    const title = Array.from({ length: 2000 }, (_, n) => String.fromCharCode(0x4e00 + n)).join('');
    const text = { ...empty, title: [title], headings: ['一、礼'], body: ['微信'] };
    for (const string of [title.slice(0, 5), title.slice(-5), '、礼', '微信', '礼'])
      expect(await places(text, toPhrase(string, 'text')), string).not.toEqual([]);
  });

  it('has no two blocks within the greatest distance of two words', async () => {
    for (const [first, second] of [
      [['甲乙', '丙丁'], []],
      [['一二三甲乙'], ['丙丁四五']],
    ] as const) {
      const text = { ...empty, title: first, headings: second, body: ['戊己', '庚辛'] };
      const [[one = 0], [two = 0]] = await Promise.all([
        places(text, toPhrase('甲乙', 'text')),
        places(text, toPhrase('丙丁', 'text')),
      ]);
      expect(two - (one + 2)).toBeGreaterThan(FARTHEST);
      const [[three = 0], [four = 0]] = await Promise.all([
        places(text, toPhrase('戊己', 'text')),
        places(text, toPhrase('庚辛', 'text')),
      ]);
      expect(four - (three + 2)).toBeGreaterThan(FARTHEST);
    }
  });

  it('has each single character and each whole word once', () => {
    const words = toContent({ ...empty, title: ['礼crm礼'], body: ['crm 礼', '礼'] }).split(' ');
    const timesOf = (query: string) => words.filter((word) => `"${word}"` === query).length;
    expect([timesOf(toPhrase('礼', 'text')), timesOf(toWholeWord('crm', 'text'))]).toEqual([1, 1]);
  });

  it('has whole Latin words, and not their pieces', async () => {
    const text = {
      ...empty,
      title: ['b2c电商'],
      body: [`crm，${'x'.repeat(LONGEST_WORD + 1)}`],
      sic: ['guo)'],
    };
    expect(await places(text, toWholeWord('b2c', 'text'))).toHaveLength(1);
    expect(await places(text, toWholeWord('crm', 'text'))).toHaveLength(1);
    expect(await places(text, toWholeWord('guo', 'sic'))).toHaveLength(1);
    for (const word of ['b2', '2c', 'guo', 'x'.repeat(LONGEST_WORD), 'x'.repeat(LONGEST_WORD + 1)])
      expect(await places(text, toWholeWord(word, 'text')), word).toEqual([]);
  });
});

describe('words of two kinds', () => {
  const text = fc.string({ unit, minLength: 1, maxLength: 4 });
  const kinds = [
    ...scopes.flatMap((scope) => [
      [`pairs in ${scope}`, (one: string) => pairsOf(one).map((pair) => toWord(pair, scope))],
      [
        `characters in ${scope}`,
        (one: string) => one.split('').map((unit) => toPhrase(unit, scope).replaceAll('"', '')),
      ],
      [`whole words in ${scope}`, (one: string) => [toWholeWord(one, scope).replaceAll('"', '')]],
    ]),
  ] as Array<[string, (one: string) => string[]]>;
  const pairs = kinds.flatMap(([name, kind], n) =>
    kinds.slice(n + 1).map(([otherName, other]) => [name, otherName, kind, other] as const),
  );

  it.each(pairs)('never coincide: %s and %s', (_, __, kind, other) => {
    const bmp = fc.string({
      unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)),
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.oneof(text, bmp), fc.oneof(text, bmp), (one, another) => {
        const words = new Set(kind(one));
        expect(other(another).filter((word) => words.has(word))).toEqual([]);
      }),
    );
  });

  it('begin with letters of their own: where there are no quotation marks Pagefind takes longer words for shorter', () => {
    const beginnings = scopes.map((scope) =>
      [toWord('社会', scope), toPhrase('社', scope), toWholeWord('crm', scope)].map((word) =>
        word.replace('"', '').slice(0, 2),
      ),
    );
    expect(beginnings).toEqual([
      ['bt', 'ob', 'wa'],
      ['rb', 'ro', 'rw'],
      ['sb', 'so', 'sw'],
    ]);
  });
});
