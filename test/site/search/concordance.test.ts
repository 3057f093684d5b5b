import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parseFold } from '../../../src/pipeline/text/fold.ts';
import { concordance } from '../../../src/site/search/concordance/concordance.ts';
import { firstFrom } from '../../../src/site/search/concordance/first-from.ts';
import { lookupOf } from '../../../src/site/search/concordance/keys.ts';
import { NumberWriter, readNumbers } from '../../../src/site/search/concordance/numbers.ts';
import { plainStream, streamOf } from '../../../src/site/search/concordance/stream.ts';
import { ConcordanceWriter } from '../../../src/site/search/concordance/write-concordance.ts';
import { findHits, placesOf } from '../../../src/site/search/find-hits.ts';
import { foldText } from '../../../src/site/search/fold-text.ts';
import { parseQuery, type Term } from '../../../src/site/search/query.ts';
import { type SearchText, searchedBlocks } from '../../../src/site/search/searched-blocks.ts';
import { found } from '../../support/found.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const root = temporaryFolder();
const newFolder = () => pathToFileURL(`${mkdtempSync(join(root, 'index-'))}/`);
const table = parseFold(await readFile(new URL('../../../src/data/fold.txt', import.meta.url), 'utf8'));
const characters = [...'社會化社会化電商电商一，。、 ab12かな𠮷'];
const line = fc.string({ unit: fc.constantFrom(...characters), maxLength: 24 });
const text = fc.record({ title: line, heading: line, body: line }).map(
  ({ title, heading, body }): SearchText => ({
    title,
    blocks: [
      ['h1', heading],
      ['p1', body],
    ],
  }),
);

beforeEach(() => {
  vi.stubGlobal('fetch', async (address: string) => new Response(await readFile(new URL(address))));
});
afterEach(() => vi.unstubAllGlobals());

async function indexOf(texts: readonly SearchText[], frequent?: number) {
  const folder = newFolder();
  const writer = new ConcordanceWriter(folder, frequent);
  for (const one of texts) writer.add(streamOf(one, inOtherScript(one), (words) => foldText(words, table)));
  return concordance(folder.href, writer.finish());
}

/** As if the scripts differed in what the tables do not fold: か is な there. */
function inOtherScript({ title, blocks }: SearchText): SearchText {
  const write = (text: string) => text.replaceAll('か', 'な');
  return { title: write(title), blocks: blocks.map(([id, text]) => [id, write(text)]) };
}

/** In how many places a text has a term, in either script. */
function placesIn(one: SearchText, term: Term): number {
  const others = searchedBlocks(inOtherScript(one));
  return searchedBlocks(one).reduce((sum, [, block], n) => {
    const versions = [block, found(others[n], 'other script')[1]].map((version) => foldText(version, table));
    const starts = versions.flatMap((version) => placesOf(term, version).map(({ start }) => start));
    return sum + new Set(starts).size;
  }, 0);
}

it.each([undefined, 0, 1, 2, 5])(
  'names just the texts that have what is asked for (%s places are frequent)',
  async (frequent) => {
    const queries = fc.array(fc.string({ unit: fc.constantFrom(...characters, '"', '-'), maxLength: 9 }), {
      minLength: 20,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), queries, async (texts, sources) => {
        const index = await indexOf(texts, frequent);
        for (const source of sources) {
          const query = parseQuery(source, table);
          if (query.terms.length === 0) continue;
          const having = texts.flatMap((one, n) =>
            findHits(one, query, { table, other: inOtherScript(one) }).length > 0 ? [n] : [],
          );
          const { found: answered, isCertain } = await index.find(query);
          const named = answered.map(({ document }) => document).sort((a, b) => a - b);
          if (isCertain) expect(named, source).toEqual(having);
          else expect(named, source).toEqual(expect.arrayContaining(having));
          const certain = await index.find(query, true);
          if (query.terms.length === 1 && query.without.length === 0)
            expect(
              certain.found.map(({ hits }) => hits),
              source,
            ).toEqual(
              certain.found.map(({ document }) =>
                placesIn(found(texts[document], 'text'), found(query.terms[0], 'term')),
              ),
            );
          expect(certain.isCertain).toBe(true);
          expect(
            certain.found.map(({ document }) => document).sort((a, b) => a - b),
            source,
          ).toEqual(having);
        }
      }),
      { numRuns: 40 },
    );
  },
  60_000,
);

it('puts titles before headings before the body, and many places before few', async () => {
  const body = (title: string, heading: string, words: string): SearchText => ({
    title,
    blocks: [
      ['p1', words],
      ['h1', heading],
    ],
  });
  const index = await indexOf([
    body('一', '二', '電商'),
    body('一', '電商', '三'),
    body('一', '二', '電商，電商'),
    body('電商', '二', '三'),
  ]);
  const { found } = await index.find(parseQuery('电商', table));
  expect(found.map(({ document, rank, hits }) => [document, rank, hits])).toEqual([
    [3, 0, 1],
    [1, 1, 1],
    [2, 2, 2],
    [0, 2, 1],
  ]);
});

it('counts each place of a plain stream once', async () => {
  const folder = newFolder();
  const writer = new ConcordanceWriter(folder);
  writer.add(plainStream(['为微信上的人', '因为']));
  const index = concordance(folder.href, writer.finish());
  expect((await index.find(parseQuery('微信', table))).found).toEqual([{ document: 0, rank: 2, hits: 1 }]);
  expect((await index.find(parseQuery('为', table))).found).toEqual([{ document: 0, rank: 2, hits: 2 }]);
});

it('looks up pairs that hold every character', () => {
  expect(lookupOf('社会化', false)).toEqual({
    parts: [
      { offset: 0, end: 2 },
      { offset: 1, end: 3 },
    ],
  });
  expect(lookupOf('社', false)).toEqual({ single: '社' });
});

it('reads the numbers it wrote', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 ** 31 - 1 })), (numbers) => {
      const writer = new NumberWriter();
      for (const number of numbers) writer.write(number);
      expect([...readNumbers(writer.take())]).toEqual(numbers);
    }),
  );
});

it('finds the first number that is large enough', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 50 })), fc.nat({ max: 50 }), (numbers, value) => {
      const sorted = Uint32Array.from(numbers).sort();
      const expected = sorted.findIndex((number) => number >= value);
      expect(firstFrom(sorted, value, 0)).toBe(expected < 0 ? sorted.length : expected);
    }),
  );
});
