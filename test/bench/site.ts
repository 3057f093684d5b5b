/**
 * How the whole grows with the collection: makes damaged articles, restores them, builds the site and its index, then
 * changes ten and does it again.
 *
 *     npm run bench:site                # 100 and 1,000 articles
 *     npm run bench:site -- 100 10000   # of these sizes
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadRules } from '../../src/data/load.ts';
import { damage, seeded } from '../channel/forward.ts';
import { careless, convertCarelessly, makeSite } from '../channel/mirror-site.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sizes = process.argv.slice(2).map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 10)) {
  console.error('Each size must be a whole number of at least 10: npm run bench:site -- 100 1000');
  process.exit(2);
}

/** Articles of a mirror share its table of glosses. */
const ARTICLES_PER_MIRROR = 50;
const CHANGED = 10;

const rules = loadRules();
const forms = careless(rules.repair);
const sentences = ['bookshop', 'bicycle']
  .flatMap((name) => readFileSync(join(root, `test/texts/${name}.txt`), 'utf8').split('\n'))
  .flatMap((line) => line.match(/[^。！？]+[。！？]/g) ?? []);

interface Figures {
  seconds: number;
  /** Peak of the largest process, in MB. */
  memory: number;
}

interface Row {
  size: number;
  restore: Figures;
  build: Figures;
  restoreAgain: Figures;
  buildAgain: Figures;
  bytes: number;
  files: number;
}

const restoreScript = (folder: string) => [
  join(root, 'scripts/build-editions.ts'),
  ...['--witnesses', join(folder, 'content/witnesses'), '--editions', join(folder, 'content/editions')],
];

/** With a cache of its own. Two builds of one project at a time are in each other's way: build nothing else meanwhile. */
const buildScript = (folder: string) => [
  '--input-type=module',
  '--eval',
  `import { build } from 'astro'; await build(${JSON.stringify({
    root,
    outDir: join(folder, 'dist'),
    cacheDir: join(folder, 'cache'),
    logLevel: 'error',
  })});`,
];

const rows: Row[] = [];
for (const size of sizes.length > 0 ? sizes : [100, 1000]) {
  const folder = mkdtempSync(join(tmpdir(), 'zhengben-bench-'));
  try {
    rows.push(await measure(size, folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
print(rows);

async function measure(size: number, folder: string): Promise<Row> {
  for (let n = 0; n < size; n++) writeWitness(folder, n, n);
  const restore = await run(folder, restoreScript(folder));
  const build = await run(folder, buildScript(folder));
  for (let n = 0; n < CHANGED; n++) writeWitness(folder, n, size + n);
  const restoreAgain = await run(folder, restoreScript(folder));
  const buildAgain = await run(folder, buildScript(folder));
  return { size, restore, build, restoreAgain, buildAgain, ...weigh(join(folder, 'dist')) };
}

/** An article of about a thousand characters, damaged as one of the mirrors would have. */
function writeWitness(folder: string, n: number, seed: number): void {
  const random = seeded(1000 + seed);
  const pick = () => sentences[Math.floor(random() * sentences.length)]!;
  const paragraph = () => Array.from({ length: 4 }, pick).join('');
  const text = [`第${n}篇：${pick().slice(0, 20)}`, '', ...Array.from({ length: 8 }, paragraph)].join('\n');
  const site = makeSite(forms, rules.repair, seeded(Math.floor(n / ARTICLES_PER_MIRROR)));
  const damaged = damage(convertCarelessly(text, forms), site, rules.repair);
  const siglum = `article-${String(n).padStart(6, '0')}`;
  const place = join(folder, 'content/witnesses', siglum);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'text.txt'), damaged);
  const sha256 = createHash('sha256').update(damaged).digest('hex');
  writeFileSync(join(place, 'witness.json'), JSON.stringify({ file: 'text.txt', sha256, origin: 'Made up' }));
}

/** Runs a script of Node to its end, watching its memory. */
function run(folder: string, args: string[]): Promise<Figures> {
  const began = performance.now();
  const env = {
    ...process.env,
    ZHENGBEN_CONTENT: join(folder, 'content'),
    ZHENGBEN_SITE: 'https://example.org',
    ASTRO_TELEMETRY_DISABLED: '1',
  };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, residentMemory(child.pid!));
  }, 100);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ seconds: (performance.now() - began) / 1000, memory });
      else reject(new Error(`${args[0]} ended with ${code}.`));
    });
  });
}

/** The highest memory of a process so far, in MB; 0 where the system has no `/proc`. */
function residentMemory(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
  } catch {
    return 0;
  }
}

function weigh(folder: string): { bytes: number; files: number } {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = entries.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  return { bytes, files: entries.length };
}

function print(table: readonly Row[]): void {
  const figures = ({ seconds, memory }: Figures) => `${seconds.toFixed(1)} s, ${memory.toFixed(0)} MB`;
  console.log(
    `| articles | restored | built and indexed | ${CHANGED} changed: restored | built | files | MB |`,
  );
  console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const row of table) {
    const share = `${((100 * row.buildAgain.seconds) / row.build.seconds).toFixed(0)} %`;
    const cells = [
      row.size.toLocaleString('en'),
      ...[row.restore, row.build, row.restoreAgain].map(figures),
      `${figures(row.buildAgain)} (${share})`,
      row.files.toLocaleString('en'),
      (row.bytes / 1e6).toFixed(0),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  for (const [index, row] of table.entries()) {
    const before = table[index - 1];
    if (!before) continue;
    const growth = (key: 'restore' | 'build') => (row[key].seconds / before[key].seconds).toFixed(1);
    console.log(
      `From ${before.size} to ${row.size} articles (× ${(row.size / before.size).toFixed(1)}): restoring × ${growth('restore')}, building × ${growth('build')}.`,
    );
  }
}
