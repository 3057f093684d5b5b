import type { Loader, LoaderContext } from 'astro/loaders';
import { contentFolder, listEditions } from '../../edition/content-folder.ts';
import { loadEdition } from '../../edition/load-edition.ts';
import { summarize } from './summarize.ts';

/**
 * Content loader for the catalogue: one small entry per folder of `content/editions`, never the texts themselves, so
 * that thousands of editions fit in memory.
 *
 * An edition that breaks the contract is reported and left out; the others still get their pages.
 */
export function editionsLoader(): Loader {
  return { name: 'zhengben-editions', load };
}

async function load(context: LoaderContext): Promise<void> {
  const slugs = listEditions(contentFolder('editions'));
  context.store.clear();
  for (const slug of slugs) await loadOne(slug, context);
  context.logger.info(`${context.store.keys().length} of ${slugs.length} editions read.`);
}

async function loadOne(slug: string, { store, parseData, logger }: LoaderContext): Promise<void> {
  try {
    const summary = summarize(await loadEdition(slug));
    store.set({ id: slug, data: await parseData({ id: slug, data: { ...summary } }) });
  } catch (error) {
    logger.error(`${slug} is left out. ${error instanceof Error ? error.message : String(error)}`);
  }
}
