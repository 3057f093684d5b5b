/** The pages of all texts, made by threads. */
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { startPool } from '../../corpus/worker-pool.ts';
import { dropOthers, forgetMade, readMade, writeMade } from '../downloads/kept.ts';
import type { PageSettings, TextPages } from './make-pages.ts';

/** A page as Astro lists it. */
export interface ListedPage {
  readonly pathname: string;
  readonly route: { readonly component: string; readonly type: string };
  readonly cacheKey?: string | undefined;
}

const TEXTS_PER_TASK = 20;

/** `pages` by text; those of no text, and what is no page, under the empty name. The order is kept. */
export function groupByText<Page extends Pick<ListedPage, 'pathname' | 'route'>>(
  pages: readonly Page[],
): Map<string, Page[]> {
  const slugOf = ({ pathname }: Page) => /^\/?texts\/([^/]+)/.exec(pathname)?.[1] ?? '';
  return Map.groupBy(pages, (page) => (page.route.type === 'page' ? slugOf(page) : ''));
}

/**
 * Puts the pages of texts, and their downloads, into the site. Those of a text whose key has not changed are the pages
 * that were kept. Rejects with the message of the first page that cannot be made.
 */
export async function makeTextPages(
  bySlug: ReadonlyMap<string, readonly ListedPage[]>,
  settings: PageSettings,
): Promise<void> {
  mkdirSync(settings.kept, { recursive: true });
  const before = readMade<string | undefined>(settings.kept);
  forgetMade(settings.kept);
  const texts = [...bySlug].map(([slug, pages]) => toText(slug, pages, before[slug]));
  dropOthers(settings.kept, (slug) => bySlug.has(slug));
  await makeInThreads(texts, settings);
  writeMade(settings.kept, Object.fromEntries(texts.map(({ slug, key }) => [slug, key])));
}

function toText(slug: string, pages: readonly ListedPage[], before: string | undefined): TextPages {
  const toPage = ({ pathname, route: { component } }: ListedPage) => ({
    path: pathname.replace(/^\/|\/$/g, ''),
    component,
  });
  return { slug, key: pages[0]?.cacheKey, before, pages: pages.map(toPage) };
}

async function makeInThreads(texts: readonly TextPages[], settings: PageSettings): Promise<void> {
  const tasks: Array<readonly TextPages[]> = [];
  for (let at = 0; at < texts.length; at += TEXTS_PER_TASK) tasks.push(texts.slice(at, at + TEXTS_PER_TASK));
  const { ZHENGBEN_VERSION: _, ...env } = process.env; // the keys are known: a thread need not find them again
  const module = new URL('./make-pages.ts', import.meta.url);
  const { run, close } = startPool<readonly TextPages[], string | undefined>({
    size: availableParallelism(),
    module,
    settings,
    env,
  });
  const make = async (task: readonly TextPages[]) => {
    const problem = await run(task);
    if (problem !== undefined) throw new Error(problem);
  };
  try {
    await Promise.all(tasks.map(make));
  } finally {
    await close();
  }
}
