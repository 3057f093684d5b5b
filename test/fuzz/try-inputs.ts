/** Tries batch after batch until its time is up, and tells on standard output what it is at, before it is at it. */
import { writeSync } from 'node:fs';
import { type Message, RUNS, type Task } from './messages.ts';
import { type Observer, runBatch } from './run-batch.ts';

const task = JSON.parse(process.argv[2] ?? '') as Task;
/** At once, so that it is known when the process hangs. */
const tell = (message: Message) => writeSync(1, `${JSON.stringify(message)}\n`);

const begin = () => void tell({ type: 'input' });

// What runs for the first time is slow.
for (const kind of task.kinds) runBatch(kind, 0, RUNS / 10, { begin, measured() {} });
const until = performance.now() + 1000 * task.seconds;
let slowest = 0;
for (let turn = 0; turn === 0 || performance.now() < until; turn++) {
  const kind = task.kinds[turn % task.kinds.length] ?? task.kinds[0];
  const seed = (task.seed + turn) | 0;
  tell({ type: 'batch', kind, seed });
  const observer: Observer = {
    begin,
    measured(measure) {
      if (measure.rate <= slowest) return;
      slowest = measure.rate;
      tell({ type: 'slowest', kind, seed, measure });
    },
  };
  tell({ type: 'done', batch: runBatch(kind, seed, RUNS, observer) });
}
