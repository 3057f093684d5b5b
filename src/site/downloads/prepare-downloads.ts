/** Everything there is to take away, made before the pages, which say how large it is. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Cache, dropFolders, openCache } from '../../corpus/cache.ts';
import { startPool } from '../../corpus/worker-pool.ts';
import { contentFolder, listEditions } from '../../edition/content-folder.ts';
import type { Publication } from '../../formats/publication.ts';
import { type DownloadSizes, SIZES } from './download-sizes.ts';
import { type Made, startWorker, type Task, type TaskResult, type WorkSettings } from './download-worker.ts';

/** So many texts are done here sooner than threads are started. */
const FEW = 20;
const TEXTS_PER_TASK = 25;

interface PrepareOptions {
  /** Stands for the program: downloads of another version are made again. */
  readonly version: string;
  /** Takes a sentence about each edition that is left out; by default it is written to the error output. */
  readonly report?: (problem: string) => void;
}

/**
 * Writes all downloads into `folder`, as they are to stand in the site: below `site/` what belongs to all texts, below
 * `texts/` what belongs to one, which is kept from the time before where nothing has changed that it depends on. An edition
 * that breaks the contract is reported and left out, as it is from the catalogue.
 */
export async function prepareDownloads(
  folder: string,
  publication: Publication,
  { version, report = console.error }: PrepareOptions,
): Promise<DownloadSizes> {
  const slugs = listEditions(contentFolder('editions'));
  const cache = openCache<Made>(join(folder, 'made.json'));
  rmSync(join(folder, 'site'), { recursive: true, force: true });
  mkdirSync(join(folder, 'texts'), { recursive: true });
  const { run, close } = startWork({ folder, publication, version }, slugs.length);
  try {
    const results = await Promise.all([{ slugs }, ...toTasks(slugs, cache)].map(run));
    for (const problem of results.flatMap(({ problems }) => problems)) report(problem);
    const made = results.flatMap((result) => [...result.made]);
    for (const [slug, { key, value }] of made) cache.keep(slug, key, value);
    cache.save();
    const texts = new Map(made.map(([slug, { value }]) => [slug, value.sizes]));
    dropFolders(join(folder, 'texts'), (slug) => texts.has(slug));
    const collection = Object.assign({}, ...results.map((result) => result.collection));
    const sizes = { texts: Object.fromEntries(texts), collection };
    writeFileSync(join(folder, SIZES), JSON.stringify(sizes));
    return sizes;
  } finally {
    await close();
  }
}

function toTasks(slugs: readonly string[], cache: Cache<Made>): Task[] {
  const tasks: Task[] = [];
  for (let at = 0; at < slugs.length; at += TEXTS_PER_TASK)
    tasks.push({ texts: slugs.slice(at, at + TEXTS_PER_TASK).map((slug) => [slug, cache.entry(slug)]) });
  return tasks;
}

function startWork(settings: WorkSettings, texts: number) {
  if (texts <= FEW) return { run: startWorker(settings), close: async () => {} };
  const module = new URL('./download-worker.ts', import.meta.url);
  return startPool<Task, TaskResult>({ size: Math.max(2, availableParallelism()), module, settings });
}
