/**
 * The whole flow, both scripts: speed of one core by processor time, threads against each other in the same run, and memory
 * over very many lines.
 *
 *     npm run bench:restore
 *     npm run bench:restore -- --megabytes 1 --lines 20000 --rounds 1
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadRules } from '../../src/corpus/load-rules.ts';
import { restore } from '../../src/pipeline/index.ts';
import { damage } from '../channel/forward.ts';
import { careless, convertCarelessly, makeSite } from '../channel/mirror-site.ts';
import { ownText } from '../support/own-text.ts';
import { seeded } from '../support/random.ts';
import { median, processorTime } from './median.ts';

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '4' },
    lines: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
  },
});
const size = Number(values.megabytes) * 1e6;
const rounds = Number(values.rounds);
const rules = loadRules();
const forms = careless(rules.repair);

const repeat = <T>(work: () => T): T[] => Array.from({ length: rounds }, work);

function damaged(index: number): string {
  const site = makeSite(forms, rules.repair, seeded(index), 50);
  return damage(convertCarelessly(ownText(index), forms), site, rules.repair);
}

function pages(make: (index: number) => string): Uint8Array[] {
  const made: Uint8Array[] = [];
  for (let total = 0; total < size; total += made.at(-1)?.length ?? 0)
    made.push(new TextEncoder().encode(make(made.length)));
  return made;
}

function restoreOne(bytes: Uint8Array): void {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  restore({ siglum: 'bench', slug: 'bench', sha256, origin: 'A benchmark', bytes }, rules);
}

/** Millions of bytes a second of processor time. */
function measureSpeed(documents: readonly Uint8Array[]): number {
  const bytes = documents.reduce((sum, { length }) => sum + length, 0);
  documents.slice(0, 50).forEach(restoreOne); // warm
  return bytes / 1000 / median(repeat(() => processorTime(() => documents.forEach(restoreOne))));
}

for (const [name, make] of [
  ['sound text', ownText],
  ['damaged, table of 50', damaged],
] as const) {
  console.log(`${name.padEnd(28)} ${measureSpeed(pages(make)).toFixed(2).padStart(7)} MB/s of one core`);
}

const script = fileURLToPath(new URL('../../scripts/zhengben.mjs', import.meta.url));

interface Run {
  readonly seconds: number;
  /** Most memory held, in MB, and processor seconds of the busiest thread; 0 where the system does not say. */
  readonly peak: number;
  readonly busiest: number;
  readonly answered: number;
}

/** `count` lines, from the first again after the last. */
function* goRound(lines: readonly string[], count: number): Generator<string> {
  for (let given = 0; given < count; given += lines.length) yield* lines.slice(0, count - given);
}

/** Send lines through the command line. */
async function runLines(jobs: number, lines: Iterable<string>): Promise<Run> {
  const began = performance.now();
  const child = spawn(process.execPath, [script, 'restore', '--jsonl', '--jobs', String(jobs)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let [answered, peak, busiest] = [0, 0, 0];
  child.stdout.on('data', (chunk: Buffer) => {
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) answered++;
    peak = Math.max(peak, peakOf(child.pid));
    busiest = Math.max(busiest, busiestOf(child.pid));
  });
  for (const line of lines)
    if (!child.stdin.write(line)) await new Promise((resolve) => child.stdin.once('drain', resolve));
  child.stdin.end();
  await ended;
  return { seconds: (performance.now() - began) / 1000, peak, busiest, answered };
}

function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // it has ended, or this system has no /proc
  }
}

/** Processor seconds of the busiest thread: what a run would take at least if every thread had a core of its own. */
function busiestOf(pid: number | undefined): number {
  try {
    const times = readdirSync(`/proc/${pid}/task`).map((thread) => {
      const [, stat = ''] = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8').split(') ');
      const fields = stat.split(' ');
      return (Number(fields[11]) + Number(fields[12])) / 100;
    });
    return Math.max(...times);
  } catch {
    return 0;
  }
}

const sample = pages(damaged);
const once = sample.map((bytes, id) => `${JSON.stringify({ id, text: new TextDecoder().decode(bytes) })}\n`);
/** Long enough for the start, which every thread has for itself, not to count. */
const TIMES = 4;
const texts = [...goRound(once, TIMES * once.length)];
const bytes = TIMES * sample.reduce((sum, { length }) => sum + length, 0);
const ratios: { readonly seconds: number; readonly busiest: number }[] = [];
for (let round = 0; round < rounds; round++) {
  const one = await runLines(1, texts);
  const two = await runLines(2, texts);
  ratios.push({ seconds: one.seconds / two.seconds, busiest: one.busiest / two.busiest });
  console.log(
    `--jobs 1: ${one.seconds.toFixed(1)} s (${one.busiest.toFixed(1)} s busy), --jobs 2: ${two.seconds.toFixed(1)} s (${two.busiest.toFixed(1)} s busy) for ${(bytes / 1e6).toFixed(1)} MB, start included`,
  );
}
console.log(
  `two threads: ${median(ratios.map(({ seconds }) => seconds)).toFixed(2)} × one by the clock, ${median(ratios.map(({ busiest }) => busiest)).toFixed(2)} × by the busiest thread, which is what two free cores give`,
);

const DISTINCT = 997;
const short = (index: number) => {
  const text = ownText(index).slice((index * 7) % 1500, ((index * 7) % 1500) + 250);
  return `${JSON.stringify({ id: index, text: `${text}${index}` })}\n`;
};
const shorts = Array.from({ length: DISTINCT }, (_, index) => short(index));
const count = Number(values.lines);
const { seconds, peak, answered } = await runLines(2, goRound(shorts, count));
console.log(
  `${answered.toLocaleString('en')} of ${count.toLocaleString('en')} lines in ${seconds.toFixed(0)} s with two threads, peak RSS ${peak.toFixed(0)} MB`,
);
