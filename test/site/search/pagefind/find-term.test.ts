import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTerm, type TermFound } from '../../../../src/site/search/pagefind/find-term.ts';
import { type IndexedText, toContent, toWord } from '../../../../src/site/search/pagefind/index-layout.ts';
import { PhraseIndex } from '../../../support/phrase-index.ts';

const empty: IndexedText = { title: [], headings: [], body: [], corr: [], sic: [] };
const BODY_AT = 1024;

/** An index of texts of one block each, by id. */
function indexOf(bodies: Readonly<Record<string, string>>): PhraseIndex {
  const contents = Object.entries(bodies).map(([id, body]) => [id, toContent({ ...empty, body: [body] })]);
  return new PhraseIndex(Object.fromEntries(contents));
}

function find(index: PhraseIndex, text: string, isWhole = false): Promise<TermFound> {
  return findTerm({ text, isWhole, source: text }, 'text', index.search);
}

const idsOf = ({ results }: TermFound) => results.map(({ id }) => id);
/** Where a text has the term, counted from the beginning of its body. */
const placesIn = ({ places }: TermFound, id: string) => places.get(id)?.map((place) => place - BODY_AT);

describe('a short term', () => {
  it('is found in the texts that have it, with all its places', async () => {
    const found = await find(indexOf({ a: '社会化，化社会化', b: '社会', c: '会化' }), '社会化');
    expect([idsOf(found), placesIn(found, 'a')]).toEqual([['a'], [0, 5]]);
    expect(found).toMatchObject({ isCertain: true, isCounted: true });
  });

  it('of two units, too', async () => {
    const found = await find(indexOf({ a: '社会社会化', b: '化社会', c: '社' }), '社会');
    expect([placesIn(found, 'a'), placesIn(found, 'b')]).toEqual([[0, 2], [1]]);
    expect(found).toMatchObject({ isCertain: true, isCounted: true });
  });

  it('of one unit is found in the texts that have it, and not counted', async () => {
    const found = await find(indexOf({ a: '社会', b: '会化', c: '化' }), '会');
    expect(idsOf(found)).toEqual(['a', 'b']);
    expect(found).toMatchObject({ isCertain: true, isCounted: false });
  });

  it.each([
    ['好不好', '好不好不好', [0, 2]],
    ['好不好', '不好不，好不，不好', []],
    ['aa', 'aaa', [0, 1]],
    ['aaa', 'aa，aaaa', [3, 4]],
    ['看一看', '一看一，看一看一看', [4, 6]],
    ['看看又看看', '看看又看看又看看看', [0, 3]],
  ])('that repeats itself, as %s in %s, is not taken for its pieces', async (text, body, places) => {
    const found = await find(indexOf({ a: body }), text);
    expect(placesIn(found, 'a') ?? []).toEqual(places);
    expect(idsOf(found)).toHaveLength(places.length > 0 ? 1 : 0);
    expect(found.isCertain).toBe(text.length < 5);
  });

  it('with a pair that no text has is nowhere, though Pagefind passes over the pair', async () => {
    const found = await find(indexOf({ a: '社会', b: '化社' }), '社会化');
    expect(idsOf(found)).toEqual([]);
  });

  it('that no text has is certain to be nowhere', async () => {
    const found = await find(indexOf({ a: '社会' }), '乌有');
    expect([idsOf(found), found.isCertain]).toEqual([[], true]);
  });
});

describe('a long term', () => {
  const term = '社会化电子商务';

  it('is found by its two ends, the one as far behind the other as it must be', async () => {
    const index = indexOf({
      whole: `关于${term}。`,
      otherwise: '社会化电气的商务，子商务',
      apart: '社会化……，电子商务',
      beginning: '社会化',
      end: '子商务',
    });
    const found = await find(index, term);
    // The texts themselves tell 社会化电子商务 from 社会化什么子商务: nothing but the ends was looked up.
    expect([idsOf(found), placesIn(found, 'whole')]).toEqual([['whole'], [2]]);
    expect(found.isCertain).toBe(false);
    expect(index.asked).toEqual(['社会', '商务'].map((pair) => toWord(pair, 'text')));
  });

  it('is found where its ends stand elsewhere before', async () => {
    const found = await find(indexOf({ a: `社会化，，子商务，社会化；${term}，子商务` }), term);
    expect([idsOf(found), placesIn(found, 'a')]).toEqual([['a'], [13]]);
  });

  it('may be named of a text that has its ends in place and not its middle', async () => {
    const found = await find(
      indexOf({ a: '社会化什么商务，社会化某子商务', b: '社会化甲子商务' }),
      '社会化甲子商务',
    );
    expect(idsOf(found)).toEqual(['a', 'b']);
    expect(found.isCertain).toBe(false);
  });

  it('that no text has is certain to be nowhere', async () => {
    const found = await find(indexOf({ a: '子商务，社会化' }), term);
    expect([idsOf(found), found.isCertain]).toEqual([[], true]);
  });

  it('is looked up by pairs that cover it when more than ten texts have its ends', async () => {
    const bodies = Object.fromEntries(
      Array.from({ length: 11 }, (_, n) => [`t${n}`, `社会化${n % 10}子商务`]),
    );
    const index = indexOf({ ...bodies, it: '社会化电子商务' });
    const found = await find(index, '社会化1子商务');
    expect(idsOf(found)).toEqual(['t1']);
    expect(found).toMatchObject({ isCertain: true, isCounted: true });
    expect(index.asked).toContain(toWord('化1', 'text'));
  });

  it('of more than 24 units is looked up by its beginning, and left to the texts', async () => {
    const long = Array.from({ length: 40 }, (_, n) => String.fromCharCode(0x4e00 + n)).join('');
    const bodies = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`t${n}`, `${long}${n}`]));
    const found = await find(indexOf(bodies), long);
    expect(idsOf(found)).toHaveLength(12);
    expect(found).toMatchObject({ isCertain: false, isCounted: false });
  });
});

describe('a term in quotation marks', () => {
  const index = () => indexOf({ a: 'b2c电商', b: 'b2电商', c: 'ab2，b2' });

  it('that is a Latin word is found where it is whole', async () => {
    const found = await find(index(), 'b2', true);
    expect(idsOf(found)).toEqual(['b', 'c']);
    expect(found).toMatchObject({ isCertain: true, isCounted: false });
  });

  it('that begins with a Latin word wants that word, and leaves the rest to the texts', async () => {
    const found = await find(index(), 'b2电', true);
    expect(idsOf(found)).toEqual(['b']);
    expect(found.isCertain).toBe(false);
  });

  it('that has Latin words in its middle only is as it would be without them', async () => {
    const found = await find(indexOf({ a: '用b的' }), '用b的', true);
    expect(found).toMatchObject({ isCertain: true, isCounted: true });
  });

  it('that is too long for the index is left to the texts', async () => {
    const word = Array.from({ length: 50 }, (_, n) => `${n}`).join('x');
    const found = await find(indexOf({ a: word, b: `${word}a` }), word, true);
    expect([idsOf(found), found.isCertain]).toEqual([['a', 'b'], false]);
  });
});

it('never misses a text that has the term, nor a place', async () => {
  const unit = fc.constantFrom(...'社会化a1，');
  const body = fc.string({ unit, maxLength: 30 });
  const term = fc.string({ unit, minLength: 2, maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(fc.array(body, { maxLength: 14 }), term, fc.nat(), async (all, chance, n) => {
      const bodies = Object.fromEntries(all.entries());
      const some = all[n % Math.max(1, all.length)] ?? '';
      const text = some.length > 7 ? some.slice(n % 3, (n % 3) + 2 + (n % 8)) : chance;
      const found = await find(indexOf(bodies), text);
      const having = Object.entries(bodies).filter(([, one]) => one.includes(text));
      const named = new Map(Object.entries(bodies).map(([id]) => [id, placesIn(found, id) ?? []]));
      expect(idsOf(found)).toEqual(expect.arrayContaining(having.map(([id]) => id)));
      if (found.isCertain) expect(idsOf(found)).toHaveLength(having.length);
      for (const [id, one] of having) {
        const places = one.split('').flatMap((_, at) => (one.startsWith(text, at) ? [at] : []));
        expect(named.get(id)).toEqual(expect.arrayContaining(places));
        if (found.isCounted) expect(named.get(id)).toEqual(places);
      }
    }),
    { numRuns: 1000 },
  );
});
