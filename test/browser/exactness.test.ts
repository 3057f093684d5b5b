/** The search, in a real browser, held against a plain test on every place of every text. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFold } from '../../src/pipeline/text/fold.ts';
import { buildIndex } from '../../src/site/search/build-index.ts';
import { foldText } from '../../src/site/search/fold-text.ts';
import type { Order } from '../../src/site/search/pagefind/pagefind-index.ts';
import { parseQuery } from '../../src/site/search/query.ts';
import { type SearchText, searchedBlocks } from '../../src/site/search/searched-blocks.ts';
import { bundle } from '../support/bundle.ts';
import { found } from '../support/found.ts';
import { type Article, makeArticle, writeArticle } from '../support/made-articles.ts';
import { oddArticles, REPEATING } from '../support/odd-articles.ts';
import { countPlaces, type PlainQuery, type PlainText, plainText, typed } from '../support/plain-find.ts';
import { pick, seeded } from '../support/random.ts';
import { type Served, serveFolder } from '../support/serve-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { at, openBrowser } from './open-browser.ts';
import type { FoundTexts } from './search-entry.ts';

/** In milliseconds: a thousand searches and more. */
const PATIENCE = 120_000;
const seeds = ['letter-to-ma-huateng', 'social-commerce-operations'];
const table = parseFold(await readFile(new URL('../../src/data/fold.txt', import.meta.url), 'utf8'));
const fold = (text: string) => foldText(text, table);
const browser = await openBrowser();

/** The two texts of the repository, 20 made-up ones, and odd ones whose scripts fold to the same. */
async function alikeArticles(): Promise<Article[]> {
  const shipped = seeds.map(async (slug) => ({
    slug,
    'zh-Hant': await seed(slug, 'zh-Hant'),
    'zh-Hans': await seed(slug, 'zh-Hans'),
  }));
  const made = Array.from({ length: 20 }, (_, number) => repeating(alikeOnly(makeArticle(number))));
  return [...(await Promise.all(shipped)), ...made, ...oddArticles().alike];
}

async function seed(slug: string, language: string): Promise<SearchText> {
  return (await (await fetch(at(`/texts/${slug}/${language}.json`))).json()) as SearchText;
}

/** Without the blocks whose scripts fold to different words: 重复 is 重覆, which the table does not fold. */
function alikeOnly(article: Article): Article {
  const { 'zh-Hans': hans, 'zh-Hant': hant, slug } = article;
  const others = new Map(hant.blocks);
  const kept = new Set(
    hans.blocks.filter(([id, text]) => fold(text) === fold(others.get(id) ?? '')).map(([id]) => id),
  );
  const only = (text: SearchText) => ({ ...text, blocks: text.blocks.filter(([id]) => kept.has(id)) });
  return { slug, 'zh-Hans': only(hans), 'zh-Hant': only(hant) };
}

function repeating(article: Article): Article {
  article['zh-Hans'].blocks.push(['p98', REPEATING]);
  article['zh-Hant'].blocks.push(['p98', REPEATING]);
  return article;
}

/** A collection, served as the site serves it, and open in the browser. */
class Collection {
  readonly texts: PlainText[];
  readonly articles: readonly Article[];
  #served: Served | undefined;
  #page: Page | undefined;

  constructor(articles: readonly Article[]) {
    this.articles = articles;
    this.texts = articles.map((article) => plainText(article, fold));
  }

  async open(): Promise<void> {
    const site = pathToFileURL(`${temporaryFolder()}/`);
    for (const article of this.articles) writeArticle(site, article);
    await buildIndex(site);
    const extras = {
      '/index.html': '<!doctype html><script type="module" src="/entry.js"></script>',
      '/entry.js': await bundle(new URL('search-entry.ts', import.meta.url)),
      '/fold.txt': await readFile(new URL('../../src/data/fold.txt', import.meta.url), 'utf8'),
    };
    this.#served = await serveFolder(fileURLToPath(site), { extras });
    this.#page = await browser.newPage();
    await this.#page.goto(this.#served.address);
  }

  async close(): Promise<void> {
    await this.#served?.close();
  }

  find(sources: readonly string[], order: Order = 'relevance'): Promise<FoundTexts[]> {
    return found(this.#page, 'page').evaluate(
      ([all, by]) =>
        (
          globalThis as unknown as { findAll: (all: readonly string[], by: Order) => Promise<FoundTexts[]> }
        ).findAll(all, by),
      [sources, order] as const,
    );
  }

  /** Compares what is found with what the plain test says; gives the share of queries whose places were counted. */
  async compare(queries: readonly PlainQuery[]): Promise<number> {
    const sources = queries.map(typed);
    const answers = await this.find(sources);
    let counted = 0;
    for (const [n, query] of queries.entries()) {
      const { slugs, hits, isAtMost } = found(answers[n], 'answer');
      const places = this.texts.map((text) => ({
        slug: text.slug,
        places: countPlaces(text, folded(query)),
      }));
      const having = places.filter(({ places }) => places > 0);
      expect({ slugs: slugs.toSorted(), isAtMost }, sources[n]).toEqual({
        slugs: having.map(({ slug }) => slug).sort(),
        isAtMost: false,
      });
      if (hits === 0) continue;
      counted++;
      expect(hits, `places of ${sources[n]}`).toBe(having.reduce((sum, one) => sum + one.places, 0));
    }
    return counted / queries.length;
  }

  /** Blocks of every text in Traditional, Simplified, and a mixture of both. */
  blocks(): string[] {
    const random = seeded(7);
    return this.articles.flatMap(({ 'zh-Hant': hant, 'zh-Hans': hans }) => {
      const others = searchedBlocks(hans);
      return searchedBlocks(hant).flatMap(([, block], n) => {
        const other = others[n]?.[1] ?? block;
        const mixed = Array.from(block, (character, place) =>
          random() < 0.5 ? character : ([...other][place] ?? character),
        );
        return [block, other, mixed.join('')];
      });
    });
  }
}

function folded({ terms, without = [], ...query }: PlainQuery): PlainQuery {
  const foldAll = (all: PlainQuery['terms']) => all.map((term) => ({ ...term, text: fold(term.text) }));
  return { ...query, terms: foldAll(terms), without: foldAll(without) };
}

/** What stands in a text as a reader types it: without the marks that have a meaning in queries. */
function typeable(text: string): string {
  return text
    .trim()
    .normalize('NFC')
    .replace(/["“”＂]/g, '「');
}

/** Words as a query, in quotation marks where they have a blank or begin like an operator; `undefined` when they are marks only. */
function asTerm(text: string): PlainQuery['terms'][number] | undefined {
  const term = { text: typeable(text), isWhole: /\s|^[-－~～]/.test(text) };
  const isOne = parseQuery(typed({ terms: [term] }), table).terms.length === 1;
  return isOne && !/\s{2}/.test(text) ? term : undefined;
}

/** Substrings of all lengths from 1 to 12, one of each block. */
function substrings(blocks: readonly string[]): PlainQuery[] {
  const cut = blocks.map((block, n) => {
    const from = Math.floor(((n % 7) / 7) * block.length);
    return block.slice(from, from + 1 + (n % 12));
  });
  return distinct(cut);
}

/** Parts of Latin words, with what stands beside them. */
function latinParts(blocks: readonly string[]): PlainQuery[] {
  const words = blocks.flatMap((block) => [...block.matchAll(/.?[\w’-]{2,}.?/gu)]);
  return distinct(
    words.flatMap(([word]) => [word, word.slice(1), word.slice(0, -1), word.slice(2), word.slice(1, 4)]),
  );
}

function distinct(texts: readonly string[]): PlainQuery[] {
  return [...new Set(texts)].flatMap((text) => {
    const term = asTerm(text);
    return term ? [{ terms: [term] }] : [];
  });
}

/** Two parts of a block, as far apart as is asked for or a little more, either first. */
function nearQueries(blocks: readonly string[], count: number): PlainQuery[] {
  const random = seeded(11);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const long = blocks.filter(({ length }) => length > 60);
  const queries: PlainQuery[] = [];
  while (queries.length < count) {
    const block = pick(long, random);
    const near = pick([0, 1, 3, 10, 30], random);
    const start = upTo(block.length - 50);
    const end = start + 1 + upTo(6);
    const next = end + Math.max(0, near - 1 + upTo(2));
    const terms = [block.slice(start, end), block.slice(next, next + 1 + upTo(6))].map(asTerm);
    const known = terms.filter((term) => term !== undefined);
    if (new Set(known.map(({ text }) => fold(text))).size < 2) continue;
    queries.push({ terms: random() < 0.5 ? known : known.reverse(), near });
  }
  return queries;
}

/** Two parts of any blocks, of which the second must not occur. */
function queriesWithout(blocks: readonly string[], count: number): PlainQuery[] {
  const random = seeded(13);
  const part = (length: number) => {
    const block = pick(blocks, random);
    const start = Math.floor(random() * block.length);
    return asTerm(block.slice(start, start + length));
  };
  const queries: PlainQuery[] = [];
  while (queries.length < count) {
    const [wanted, unwanted] = [part(1 + (queries.length % 2)), part(1 + (queries.length % 7))];
    if (wanted && unwanted) queries.push({ terms: [wanted], without: [unwanted] });
  }
  return queries;
}

/** Latin words of the blocks, and parts of such words, which are not whole. */
function wholeWords(blocks: readonly string[]): PlainQuery[] {
  const words = blocks.flatMap((block) => block.match(/[a-z0-9]+(?: [a-z0-9]+)?/giu) ?? []);
  const parts = new Set(words.flatMap((word) => [word, word.slice(0, -1), word.slice(1), word.slice(0, 2)]));
  return [...parts]
    .map(typeable)
    .filter((text) => text.length > 0)
    .map((text) => ({ terms: [{ text, isWhole: true }] }));
}

const alike = new Collection(await alikeArticles());
const differing = new Collection([
  ...Array.from({ length: 15 }, (_, number) => makeArticle(number)),
  ...oddArticles().differing,
]);

beforeAll(async () => {
  await alike.open();
  await differing.open();
});
afterAll(async () => {
  await alike.close();
  await differing.close();
});

describe('a search finds every text that has what is asked for, no other, and counts its places right', () => {
  it('for substrings in either script and mixed', { timeout: PATIENCE }, async () => {
    const queries = substrings(alike.blocks());
    expect(queries.length).toBeGreaterThan(800);
    expect(await alike.compare(queries)).toBeGreaterThan(0.85);
  });

  it('for parts of Latin words', { timeout: PATIENCE }, async () => {
    const queries = latinParts(alike.blocks());
    expect(queries.length).toBeGreaterThan(200);
    await alike.compare(queries);
  });

  it('for whole words', { timeout: PATIENCE }, async () => {
    const queries = wholeWords(alike.blocks());
    expect(queries.length).toBeGreaterThan(50);
    await alike.compare(queries);
  });

  it('for words near each other', { timeout: PATIENCE }, async () => {
    await alike.compare(nearQueries(alike.blocks(), 300));
  });

  it('without what must not occur', { timeout: PATIENCE }, async () => {
    await alike.compare(queriesWithout(alike.blocks(), 200));
  });

  it('for what touches, overlaps or repeats itself', async () => {
    const [long = ''] = REPEATING.split(' ');
    const doubled = ['人人', '人人人', '哈哈', '哈哈哈', 'aa', 'aaaa'];
    const words = [...doubled, '看一看', '看一看一看', 'aba', 'bab', '会化会化', '社会化会化社会', long];
    const queries = words.map((text) => ({ terms: [{ text }] }));
    await alike.compare(queries);
    await alike.compare([
      { terms: [{ text: '社会' }, { text: '会化' }] },
      { terms: [{ text: '看一' }, { text: '一看' }, { text: '看一看' }] },
      { terms: [{ text: '人人' }, { text: '看一看' }], near: 1 },
      { terms: [{ text: '看一看' }, { text: '一看' }], near: 0 },
    ]);
  });

  it('where the scripts of a text fold to different words', { timeout: PATIENCE }, async () => {
    await differing.compare(substrings(differing.blocks()));
    await differing.compare([
      { terms: [{ text: '软件' }, { text: '資訊' }] },
      { terms: [{ text: '的' }], without: [{ text: '軟體' }] },
    ]);
  });
});

it('the newest come first when they are wanted by date, and those without a date last', async () => {
  const dates = new Map(alike.texts.map(({ slug, date }) => [slug, date]));
  const [answer] = await alike.find(['的'], 'date');
  const [years] = await alike.find(['有'], 'date');
  for (const { slugs } of [found(answer, 'answer'), found(years, 'answer')]) {
    const found = slugs.map((slug) => dates.get(slug) ?? '');
    expect(found).toEqual(found.toSorted().reverse());
  }
  expect(years?.slugs.at(-1)).toBe('without-a-date');
});

it('both scripts of a text fold to the same', () => {
  for (const { slug, blocks } of alike.texts)
    for (const [hans, hant] of blocks) expect(hant, slug).toBe(hans);
});
