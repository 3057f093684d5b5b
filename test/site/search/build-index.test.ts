import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIndex, type IndexSettings } from '../../../src/site/search/build-index.ts';
import { makeArticle, writeArticle } from '../../support/made-articles.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const TEXTS = 12;
const site = pathToFileURL(`${temporaryFolder()}/`);

/** The folder that the index was written to. */
async function build(settings?: IndexSettings): Promise<string> {
  expect(await buildIndex(site, settings)).toBe(TEXTS);
  const { folder } = JSON.parse(readFileSync(new URL('search-index/index.json', site), 'utf8'));
  return folder;
}

beforeAll(() => {
  for (let number = 0; number < TEXTS; number++) writeArticle(site, makeArticle(number));
});

describe('the folder of the index, whose files browsers keep for ever', () => {
  it('is the only one, and has the same name as long as it holds the same', async () => {
    const folder = await build();
    expect(folder).toMatch(/^[0-9a-f]{16}\/$/);
    expect(await build()).toBe(folder);
    expect(readdirSync(new URL('search-index/', site)).sort()).toEqual([folder.slice(0, -1), 'index.json']);
  });

  it('has another name when the same texts make other files', async () => {
    expect(await build({ mostFragments: 1 })).not.toBe(await build());
  });
});
