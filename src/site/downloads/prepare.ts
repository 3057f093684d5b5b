/** Everything there is to take away, made before the pages, which say how large it is. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { startPool } from '../../corpus/worker-pool.ts';
import { editionSlugs } from '../../edition/content-folder.ts';
import type { Publication } from '../../formats/publication.ts';
import { dropOthers, readMade, writeMade } from './kept.ts';
import { type FileSizes, SIZES, type Sizes } from './sizes.ts';
import { type Made, type Result, startWorker, type Task, type WorkSettings } from './work.ts';

/** So many texts are done here sooner than threads are started. */
const FEW = 20;
const TEXTS_PER_TASK = 25;

/**
 * Writes all downloads into `folder`, as they are to stand in the site: below `site/` what belongs to all texts, below
 * `texts/` what belongs to one, which is kept from the time before where nothing has changed that it depends on; `version`
 * stands for the program. An edition that breaks the contract is left out, as it is from the catalogue, which says so.
 */
export async function prepareDownloads(
  folder: string,
  publication: Publication,
  version: string,
): Promise<Sizes> {
  const slugs = await editionSlugs();
  const before = readMade<Made>(folder);
  rmSync(join(folder, 'site'), { recursive: true, force: true });
  mkdirSync(join(folder, 'texts'), { recursive: true });
  const { run, close } = startWork({ folder, publication, version }, slugs.length);
  try {
    const [collection, ...parts] = await Promise.all([
      run({ kind: 'collection', slugs }),
      ...toTasks(slugs, before).map(run),
    ]);
    const made = Object.assign({}, ...parts) as Record<string, Made>;
    dropOthers(join(folder, 'texts'), (slug) => slug in made);
    writeMade(folder, made);
    const texts = Object.entries(made).map(([slug, { sizes }]) => [slug, sizes]);
    const sizes = { texts: Object.fromEntries(texts), collection: collection as FileSizes };
    writeFileSync(join(folder, SIZES), JSON.stringify(sizes));
    return sizes;
  } finally {
    await close();
  }
}

function toTasks(slugs: readonly string[], before: Readonly<Record<string, Made>>): Task[] {
  const tasks: Task[] = [];
  for (let at = 0; at < slugs.length; at += TEXTS_PER_TASK) {
    const texts = slugs.slice(at, at + TEXTS_PER_TASK).map((slug) => [slug, before[slug]] as const);
    tasks.push({ kind: 'texts', texts });
  }
  return tasks;
}

function startWork(settings: WorkSettings, texts: number) {
  if (texts <= FEW) return { run: startWorker(settings), close: async () => {} };
  const module = new URL('./work.ts', import.meta.url);
  return startPool<Task, Result>({ size: Math.max(2, availableParallelism()), module, settings });
}
