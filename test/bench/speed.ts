/**
 * Speed of decoding and repair, warm, UTF-8 bytes in, by the processor time of the process, median of five; each beside a
 * plain regex over the same text in the same run.
 *
 *     npm run bench:speed
 *     npm run bench:speed -- --megabytes 1   # of each text; 8 where nothing is said, and the lengths by that
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadRules } from '../../src/corpus/load-rules.ts';
import { decode } from '../../src/pipeline/decode/decode.ts';
import { read } from '../../src/pipeline/reading.ts';
import { repair } from '../../src/pipeline/repair/repair.ts';
import { damage } from '../channel/forward.ts';
import { careless, convertCarelessly, makeSite } from '../channel/mirror-site.ts';
import { ownText } from '../support/own-text.ts';
import { seeded } from '../support/random.ts';
import { median, processorTime } from './median.ts';

const { values } = parseArgs({ options: { megabytes: { type: 'string', default: '8' } } });
const size = Number(values.megabytes) * 1e6;
const rules = loadRules();
const forms = careless(rules.repair);

function run(bytes: Uint8Array): number {
  return repair(read(decode(bytes, rules.decode).text), rules.repair).edits.length;
}

/** Documents of about 6 kB until there are `size` bytes. */
function documents(make: (index: number) => string): Uint8Array[] {
  const made: Uint8Array[] = [];
  for (let total = 0; total < size; total += made.at(-1)?.length ?? 0)
    made.push(new TextEncoder().encode(make(made.length)));
  return made;
}

/** Pages of made-up sites whose tables have `size` characters. */
function mirror(size: number) {
  return (index: number) => {
    const site = makeSite(forms, rules.repair, seeded(index), size);
    return damage(convertCarelessly(ownText(index), forms), site, rules.repair);
  };
}

function measure(work: () => unknown): number {
  work();
  return median(Array.from({ length: 5 }, () => processorTime(work)));
}

const glossRegex = /[(（][a-zà-ǜ]{1,6} ?[)）]/g;

function report(name: string, pages: Uint8Array[]): void {
  const bytes = pages.reduce((sum, page) => sum + page.length, 0);
  const ours = measure(() => pages.forEach(run));
  const regex = measure(() => {
    for (const page of pages) new TextDecoder().decode(page).replace(glossRegex, '');
  });
  const rate = (time: number) => `${(bytes / 1000 / time).toFixed(1).padStart(7)} MB/s`;
  console.log(`${name.padEnd(28)} ${rate(ours)}   regex ${rate(regex)}   ratio ${(regex / ours).toFixed(3)}`);
}

report('sound text', documents(ownText));
for (const table of [12, 50, 200]) report(`damaged, table of ${table}`, documents(mirror(table)));
report('damaged, densest tables', documents(mirror(400)));

console.log('\ntime against length: the time of four times the text, over that of the text (4 is linear)');
const worst: [string, (n: number) => string][] = [
  ['( repeated', (n) => '('.repeat(n)],
  ['? repeated', (n) => '?'.repeat(n)],
  ['字(zì repeated', (n) => '字(zì'.repeat(n / 10)],
  ['發(fā)?! in a mirror', (n) => `網(wǎng)絡(luò)這個(gè)，${'發(fā)?!'.repeat(n / 100)}`],
  [
    'one long line of a mirror',
    (n) =>
      mirror(50)(1)
        .replaceAll('\n', '')
        .repeat(n / 4000),
  ],
];
for (const [name, make] of worst) {
  const bytes = (n: number) => new TextEncoder().encode(make(n));
  const [small, large] = [bytes(size / 32), bytes(size / 8)];
  const [one, four] = [measure(() => run(small)), measure(() => run(large))];
  console.log(
    `${name.padEnd(28)} ${one.toFixed(1).padStart(8)} ms → ${four.toFixed(1).padStart(8)} ms   ${(four / one).toFixed(2)}`,
  );
}

const startup = fileURLToPath(new URL('./start-up.ts', import.meta.url));
const env = {
  ...process.env,
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../.cache/compiled', import.meta.url)),
};
const start = () => Number(spawnSync(process.execPath, [startup], { encoding: 'utf8', env }).stdout);
start(); // fills the cache of compiled modules
console.log(
  `\nstart-up: rules loaded and a first damaged line repaired after ${median(Array.from({ length: 5 }, start)).toFixed(0)} ms of processor time`,
);
