/** Pagefind as it comes, with its own Chinese: what ours is compared with. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { Browser, Page } from 'playwright-core';
import { type SearchText, searchedBlocks } from '../../src/site/search/searched-blocks.ts';
import { found } from '../support/found.ts';
import { serveFolder } from '../support/serve-folder.ts';
import { type FirstQuery, firstQueries } from './search-measures.ts';

/** A Simplified text. */
export interface PagefindText {
  slug: string;
  text: SearchText;
}

/** By a setting of its own our index has smaller files; this one is to be as it comes. */
const CHUNK_SIZE = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';
const SHOWN = 10;
const PAGE = '<!doctype html><html lang="zh-Hans"><title>Pagefind</title></html>';

/** Writes an index of the texts' words into `folder`. */
export async function writePlainPagefind(folder: URL, texts: Iterable<PagefindText>): Promise<void> {
  const ours = process.env[CHUNK_SIZE];
  delete process.env[CHUNK_SIZE];
  const index = found((await createIndex()).index, 'Pagefind index');
  for (const { slug, text } of texts) {
    const content = searchedBlocks(text)
      .map(([, block]) => block)
      .join('\n');
    await index.addCustomRecord({ url: slug, content, language: 'zh', meta: { title: text.title } });
  }
  await index.writeFiles({ outputPath: fileURLToPath(folder) });
  await close();
  if (ours !== undefined) process.env[CHUNK_SIZE] = ours;
}

/** What it finds for each query, as slugs, and what the first query costs, with ten findings shown. */
export async function askPlainPagefind(
  folder: URL,
  queries: readonly string[],
  { browser, first }: { browser: Browser; first: readonly string[] },
): Promise<{ answers: string[][]; first: FirstQuery[] }> {
  const served = await serveFolder(fileURLToPath(folder), {
    extras: { '/index.html': PAGE },
    canBeKept: true,
  });
  const slugs = readSlugs(folder);
  const page = await browser.newPage();
  await page.goto(served.address);
  const answers: string[][] = [];
  for (const query of queries)
    answers.push((await ask(page, query, 0)).map((id) => found(slugs.get(id), `text ${id}`)));
  await page.close();
  const show = (page: Page, query: string) => ask(page, query, SHOWN);
  const measured = await firstQueries(browser, first, { address: served.address, ask: show });
  await served.close();
  return { answers, first: measured };
}

/** The ids of what is found; so many are fetched to be shown. */
function ask(page: Page, query: string, shown: number): Promise<string[]> {
  return page.evaluate(
    async ([words, count]) => {
      interface Result {
        id: string;
        data: () => Promise<unknown>;
      }
      interface Pagefind {
        search: (words: string) => Promise<{ results: Result[] }>;
      }
      const address = '/pagefind.js';
      const { createInstance } = (await import(address)) as {
        createInstance: (options: { basePath: string; noWorker: boolean }) => Pagefind;
      };
      const { results } = await createInstance({ basePath: '/', noWorker: true }).search(words);
      await Promise.all(results.slice(0, count).map((result) => result.data()));
      return results.map(({ id }) => id);
    },
    [query, shown] as const,
  );
}

/** The file of a text is named after its id and says its address. */
function readSlugs(folder: URL): Map<string, string> {
  const fragments = new URL('fragment/', folder);
  return new Map(
    readdirSync(fragments).map((name) => {
      const content = gunzipSync(readFileSync(new URL(name, fragments))).toString();
      const { url } = JSON.parse(content.slice(content.indexOf('{'))) as { url: string };
      return [name.replace(/\.\w+$/, ''), url.replace(/^\//, '')];
    }),
  );
}
