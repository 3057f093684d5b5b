/** What a run of the fuzzing has found, and how it is told. */
import type { Kind } from './messages.ts';
import type { Batch, Failure, Measure } from './run-batch.ts';

/** The same sentence about inputs of one kind is told so many times at most. */
const MOST_OF_A_KIND = 2;
const LONGEST_SHOWN = 4000;

interface Slowest {
  readonly kind: Kind;
  readonly seed: number;
  readonly measure: Measure;
}

/** Collects what was found; failures are told at once, counts at the end. */
export class Report {
  failures = 0;
  private readonly counts = new Map<Kind, { inputs: number; texts: number }>();
  private readonly told = new Map<string, number>();
  private slowest: Slowest | undefined;
  private readonly tell: (line: string) => void;

  constructor(tell: (line: string) => void) {
    this.tell = tell;
  }

  add({ kind, seed, inputs, texts, failure }: Batch): void {
    const count = this.counts.get(kind) ?? { inputs: 0, texts: 0 };
    this.counts.set(kind, { inputs: count.inputs + inputs, texts: count.texts + texts });
    if (failure) this.fail(kind, seed, failure);
  }

  time(found: Slowest): void {
    if (!this.slowest || found.measure.rate > this.slowest.measure.rate) this.slowest = found;
  }

  fail(kind: Kind, seed: number, { sentence, text, base64 }: Failure): void {
    this.failures++;
    const key = `${kind} ${sentence.split('. ')[0]}`;
    const times = (this.told.get(key) ?? 0) + 1;
    this.told.set(key, times);
    if (times > MOST_OF_A_KIND) return;
    this.tell(`\n${sentence}`);
    this.tell(`  kind ${kind}; again: npm run fuzz -- --kind ${kind} --seed ${seed} --seconds 0`);
    this.tell(`  text ${JSON.stringify(text).slice(0, LONGEST_SHOWN)}`);
    this.tell(`  bytes, base64 ${base64.slice(0, LONGEST_SHOWN)}`);
  }

  /** The counts by kind, the slowest input, the number of failures. */
  end(): void {
    this.tell('');
    for (const [kind, { inputs, texts }] of this.counts)
      this.tell(`${kind.padEnd(16)} ${String(inputs).padStart(8)} inputs ${String(texts).padStart(8)} text`);
    if (this.slowest) {
      const { kind, seed, measure } = this.slowest;
      const time = `${measure.milliseconds.toFixed(1)} ms for ${measure.kilobytes.toFixed(1)} kB`;
      this.tell(`slowest by kB: ${measure.rate.toFixed(1)} ms/kB, ${time} (--kind ${kind} --seed ${seed})`);
    }
    this.tell(this.failures === 0 ? 'nothing failed' : `batches that failed: ${this.failures}`);
  }
}
