/**
 * How the whole grows with the collection: makes damaged articles, restores them, builds the site and its index, then
 * changes ten and does it again; beside it, the same Markdown through Starlight.
 *
 *     npm run bench:site                # 100 and 1,000 articles
 *     npm run bench:site -- 100 10000   # of these sizes
 *
 * `--minutes 15` ends a step that takes longer, and says so; `--no-starlight` leaves Starlight out.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Figures, measureRun, weigh } from './measure-run.ts';
import { writeWitness } from './site-collection.ts';
import { type Row, tables } from './site-tables.ts';
import { installStarlight, measureStarlight } from './starlight.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const CHANGED = 10;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '30' },
    starlight: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [100, 1000];
const most = Number(values.minutes) * 60;
if (sizes.some((size) => !Number.isInteger(size) || size < CHANGED) || !(most > 0)) {
  console.error('Give numbers of articles, each of at least 10: npm run bench:site -- 100 1000 --minutes 15');
  process.exit(2);
}

const rows: Row[] = [];
const folder = mkdtempSync(join(tmpdir(), 'zhengben-bench-'));
try {
  const starlight = values.starlight ? prepareStarlight() : undefined;
  for (const size of sizes.sort((a, b) => a - b)) rows.push(await measure(size, starlight));
} catch (error) {
  console.error(`Given up at ${sizes[rows.length]} articles: ${(error as Error).message}.`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(tables(rows, CHANGED));

/** Where Starlight stands, if it can be had. */
function prepareStarlight(): string | undefined {
  const place = join(folder, 'starlight');
  try {
    installStarlight(place);
    return place;
  } catch (error) {
    console.log(`Without Starlight, which npm could not install: ${(error as Error).message.split('\n')[0]}`);
    return undefined;
  }
}

async function measure(size: number, starlight: string | undefined): Promise<Row> {
  const place = join(folder, String(size));
  const witnesses = join(place, 'content/witnesses');
  for (let n = 0; n < size; n++) writeWitness(witnesses, n);
  const restored = await step(size, 'restored', restore(place));
  const built = await step(size, 'built', build(place));
  const site = weigh(join(place, 'dist'));
  for (let n = 0; n < CHANGED; n++) writeWitness(witnesses, n * 7, size + n);
  const restoredAgain = await step(size, 'restored again', restore(place));
  const builtAgain = await step(size, 'built again', build(place));
  const other = starlight && (await measureOther(size, starlight, place));
  rmSync(place, { recursive: true });
  return { size, restored, built, site, restoredAgain, builtAgain, ...(other && { starlight: other }) };
}

/** Says how far it is: the whole takes its time. */
async function step<T extends Figures>(size: number, name: string, work: Promise<T>): Promise<T> {
  const figures = await work;
  console.log(`${size} ${name}: ${figures.seconds.toFixed(1)} s`);
  return figures;
}

function restore(place: string): Promise<Figures> {
  const folders = [
    '--witnesses',
    join(place, 'content/witnesses'),
    '--editions',
    join(place, 'content/editions'),
  ];
  return measureRun(['scripts/build-editions.ts', ...folders], { cwd: root, most });
}

/** With a cache of its own. Two builds of one project at a time are in each other's way: build nothing else meanwhile. */
function build(place: string): Promise<Figures> {
  const options = { root, outDir: join(place, 'dist'), cacheDir: join(place, 'cache'), logLevel: 'error' };
  const program = `import { build } from 'astro'; await build(${JSON.stringify(options)});`;
  const env = { ZHENGBEN_CONTENT: join(place, 'content'), ZHENGBEN_SITE: 'https://example.org' };
  return measureRun(['--input-type=module', '--eval', program], { cwd: root, env, most });
}

/** When it fails, or takes too long, our own figures stand without it. */
async function measureOther(size: number, starlight: string, place: string) {
  rmSync(join(starlight, 'src/content/docs'), { recursive: true, force: true });
  try {
    const work = measureStarlight(starlight, join(place, 'content/editions'), most);
    return await step(size, 'through Starlight', work);
  } catch (error) {
    console.log(`${size} through Starlight: ${(error as Error).message}`);
    return undefined;
  }
}
