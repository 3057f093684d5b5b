/** Some inputs of one kind, tried one after the other; what fails is made as small as can be. */
import fc from 'fast-check';
import { decode } from '../../src/pipeline/decode/decode.ts';
import { read } from '../../src/pipeline/reading.ts';
import { repair } from '../../src/pipeline/repair/repair.ts';
import { found } from '../support/found.ts';
import { checkDocument } from '../support/repair-properties.ts';
import { rules } from '../support/rules.ts';
import { kinds } from './kinds.ts';
import type { Kind } from './messages.ts';

/**
 * How long a repair may take, in milliseconds of processor time: so much at all, and by kB of UTF-8. Pages of nothing but
 * `?` beside proof of a mirror take 0.4 s by kB; what grows faster than the text passes this soon.
 */
const PATIENCE = 2000;
const PATIENCE_BY_KB = 600;
/** How long a batch may take, in milliseconds, the making smaller of what fails included. */
const MOST_OF_A_BATCH = 60_000;

/** One repair that was measured. */
export interface Measure {
  readonly milliseconds: number;
  readonly kilobytes: number;
  readonly rate: number;
}

export interface Failure {
  readonly sentence: string;
  /** The smallest input that fails, as it is decoded and as it is. */
  readonly text: string;
  readonly base64: string;
}

export interface Batch {
  readonly kind: Kind;
  readonly seed: number;
  /** How many inputs were tried, and how many of them were text; the others were refused as binary. */
  readonly inputs: number;
  readonly texts: number;
  readonly failure?: Failure;
}

/** What is told while a batch runs. */
export interface Observer {
  begin(): void;
  measured(measure: Measure): void;
}

const silent: Observer = { begin() {}, measured() {} };

/** Try `runs` inputs; the same seed makes the same inputs. */
export function runBatch(kind: Kind, seed: number, runs: number, observer: Observer = silent): Batch {
  let [inputs, texts] = [0, 0];
  const property = fc.property(kinds[kind], (bytes) => {
    observer.begin();
    inputs++;
    const timed = (text: string) => measure(text, observer);
    if (checkDocument(bytes, rules.repair, timed) === 'text') texts++;
  });
  const { failed, counterexample, errorInstance } = fc.check(property, {
    seed,
    numRuns: runs,
    interruptAfterTimeLimit: MOST_OF_A_BATCH,
  });
  const failure = failed && {
    failure: describe(found(counterexample, 'input that fails')[0], errorInstance),
  };
  return { kind, seed, inputs, texts, ...failure };
}

/** The inputs that {@link runBatch} tries, without trying them. */
export function inputsOf(kind: Kind, seed: number, runs: number): Uint8Array[] {
  return fc.sample(kinds[kind], { seed, numRuns: runs });
}

function describe(bytes: Uint8Array, error: unknown): Failure {
  const sentence = error instanceof Error ? `${error.message}\n${placeOf(error)}`.trimEnd() : String(error);
  return { sentence, text: decode(bytes, rules.decode).text, base64: Buffer.from(bytes).toString('base64') };
}

/** Where in the project an error came from. */
function placeOf({ stack = '' }: Error): string {
  const places = stack.split('\n').filter((line) => /\/src\//.test(line) && !line.includes('node_modules'));
  return places.slice(0, 2).join('\n');
}

function measure(text: string, observer: Observer) {
  const kilobytes = Buffer.byteLength(text) / 1000;
  const limit = PATIENCE + PATIENCE_BY_KB * kilobytes;
  let [milliseconds, reading] = timeRepair(text);
  if (milliseconds > limit / 16) milliseconds = Math.min(milliseconds, timeRepair(text)[0]); // others were busy, perhaps
  observer.measured({ milliseconds, kilobytes, rate: milliseconds / Math.max(1, kilobytes) });
  if (milliseconds > limit)
    throw new Error(`Takes ${milliseconds.toFixed(0)} ms for ${kilobytes.toFixed(1)} kB.`);
  return reading;
}

function timeRepair(text: string) {
  const began = process.cpuUsage();
  const reading = repair(read(text), rules.repair);
  return [process.cpuUsage(began).user / 1000, reading] as const;
}
