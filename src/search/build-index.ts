import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { type FoldTable, parseFold } from '../pipeline/words/fold.ts';
import { foldText } from './fold-text.ts';
import { type SearchText, searchedBlocks } from './searched-blocks.ts';
import { indexWords } from './tokens.ts';

/** Folder of the index in the built site. */
export const INDEX_FOLDER = 'pagefind';

const FOLD_FILE = new URL('../data/fold.txt', import.meta.url);

/** Astro integration: writes the search index from the texts in the built site, one record per article. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'zhengben-search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const count = await buildIndex(dir);
        logger.info(`${count} texts indexed.`);
      },
    },
  };
}

/** Indexes the site at `dist` and says how many texts there are. Throws when Pagefind refuses a text. */
export async function buildIndex(dist: URL): Promise<number> {
  const table = parseFold(await readFile(FOLD_FILE, 'utf8'));
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
  const slugs = await textSlugs(dist);
  for (const slug of slugs) await addText(index, slug, await wordsOf(dist, slug, table));
  await index.writeFiles({ outputPath: fileURLToPath(new URL(INDEX_FOLDER, dist)) });
  await close();
  return slugs.length;
}

async function textSlugs(dist: URL): Promise<string[]> {
  const entries = await readdir(new URL('texts/', dist), { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/**
 * Both scripts fold to the same text but for a few characters that OpenCC's tables leave apart; where they differ,
 * both are indexed, so that nothing is missed in either.
 */
async function wordsOf(dist: URL, slug: string, table: FoldTable): Promise<string> {
  const [hans, hant] = await Promise.all([
    foldedBlocks(new URL(`texts/${slug}/zh-Hans.json`, dist), table),
    foldedBlocks(new URL(`texts/${slug}/zh-Hant.json`, dist), table),
  ]);
  return indexWords([...hans, ...hant.filter((block, index) => block !== hans[index])]);
}

async function foldedBlocks(file: URL, table: FoldTable): Promise<string[]> {
  const text = JSON.parse(await readFile(file, 'utf8')) as SearchText;
  return searchedBlocks(text).map(([, block]) => foldText(block, table));
}

/** `und`, undetermined: Pagefind must neither stem nor segment; the words are ours. */
async function addText(index: PagefindIndex, slug: string, content: string): Promise<void> {
  const { errors } = await index.addCustomRecord({ url: slug, content, language: 'und', meta: { slug } });
  if (errors.length > 0) throw new Error(`Pagefind refused ${slug}: ${errors.join('; ')}`);
}
