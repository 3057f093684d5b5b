import { describe, expect, it } from 'vitest';
import { findTerm } from '../../../../src/site/search/pagefind/find-term.ts';
import { keepThose } from '../../../../src/site/search/pagefind/found.ts';
import { type IndexedText, toContent } from '../../../../src/site/search/pagefind/index-layout.ts';
import type { Query, Term } from '../../../../src/site/search/query.ts';
import { found } from '../../../support/found.ts';
import { PhraseIndex } from '../../../support/phrase-index.ts';

const texts: Record<string, Partial<IndexedText>> = {
  title: { title: ['社会化电商'], body: ['微信'] },
  heading: { headings: ['社会化'], body: ['微信，电商'] },
  body: { body: ['社会化的电商，社会化的微信'] },
  far: { body: [`社会化${'，'.repeat(12)}电商`] },
  others: { body: ['社会化', '电商'] },
  late: { body: [`电商${'，'.repeat(40)}社会化`, '电商，社会化'] },
  none: { body: ['微信'] },
};

const index = new PhraseIndex(
  Object.fromEntries(
    Object.entries(texts).map(([id, text]) => [
      id,
      toContent({ title: [], headings: [], body: [], corr: [], sic: [], ...text }),
    ]),
  ),
);

const term = (text: string, isWhole = false): Term => ({ text, isWhole, source: text });

async function keep(query: Query) {
  const find = (one: Term) => findTerm(one, 'text', index.search);
  const [terms, without] = await Promise.all([
    Promise.all(query.terms.map(find)),
    Promise.all(query.without.map(find)),
  ]);
  const kept = keepThose(found(terms[0], 'term').results, query, { terms, without });
  return { ...kept, ids: kept.found.map(({ id }) => id) };
}

describe('the texts that are kept', () => {
  it('have every term', async () => {
    const { ids, isCertain } = await keep({ terms: [term('社会化'), term('微信')], near: [], without: [] });
    expect(ids).toEqual(['title', 'heading', 'body']);
    expect(isCertain).toBe(true);
  });

  it('have none of what must not occur', async () => {
    const { ids } = await keep({ terms: [term('社会化')], near: [], without: [term('微信')] });
    expect(ids).toEqual(['far', 'others', 'late']);
  });

  it('keep those with what may not occur while it is not certain', async () => {
    const without = [term('社会化的电商，社会化的微信')];
    const { ids, isCertain } = await keep({ terms: [term('社会化')], near: [], without });
    expect(ids).toContain('body');
    expect(isCertain).toBe(false);
  });

  it('rank by title, heading and body, summed over the terms', async () => {
    const rankOf = async (...all: string[]) => {
      const kept = await keep({ terms: all.map((one) => term(one)), near: [], without: [] });
      return Object.fromEntries(kept.found.map(({ id, rank }) => [id, rank]));
    };
    expect(await rankOf('社会化')).toMatchObject({ title: 0, heading: 1, body: 2 });
    expect(await rankOf('社会化', '微信')).toMatchObject({ title: 2, heading: 3, body: 4 });
  });

  it('have their hits counted, all of them', async () => {
    const kept = await keep({ terms: [term('社会化')], near: [], without: [] });
    expect(kept.isCounted).toBe(true);
    expect(Object.fromEntries(kept.found.map(({ id, hits }) => [id, hits]))).toEqual({
      title: 1,
      heading: 1,
      body: 2,
      far: 1,
      others: 1,
      late: 2,
    });
  });

  it('say their slug when it is asked for', async () => {
    const { found: kept } = await keep({ terms: [term('社会化电')], near: [], without: [] });
    expect(await Promise.all(kept.map(({ slug }) => slug()))).toEqual(['title']);
  });
});

describe('terms near each other', () => {
  const near = async (first: Term, second: Term, distance: number) =>
    await keep({ terms: [first, second], near: [{ terms: [first, second], distance }], without: [] });

  it('are kept where they are', async () => {
    const { ids, isCertain, isCounted } = await near(term('社会化'), term('电商'), 10);
    expect(ids).toEqual(['title', 'body', 'late']);
    expect([isCertain, isCounted]).toEqual([true, false]);
    expect((await near(term('社会化'), term('电商'), 12)).ids).toEqual(['title', 'body', 'far', 'late']);
    expect((await near(term('社会化'), term('电商'), 0)).ids).toEqual(['title']);
  });

  it('are so whichever comes first', async () => {
    expect((await near(term('电商'), term('社会化'), 1)).ids).toEqual(['title', 'body', 'late']);
  });

  it('are not across the border of two blocks', async () => {
    expect((await near(term('社会化'), term('电商'), 30)).ids).not.toContain('others');
  });

  it('are left to the texts where the index has not all places, as of a single character', async () => {
    const { ids, isCertain } = await near(term('社'), term('电商'), 1);
    expect(ids).toEqual(['title', 'heading', 'body', 'far', 'others', 'late']);
    expect(isCertain).toBe(false);
  });

  it('are certain to be nowhere where no text is kept', async () => {
    const { ids, isCertain } = await near(term('社'), term('乌有'), 1);
    expect([ids, isCertain]).toEqual([[], true]);
  });
});
