/**
 * Tries the repair on made-up inputs of every kind: nothing throws, nothing hangs, every record holds, all of it can be
 * undone byte for byte, and a second repair changes nothing.
 *
 *     npm run fuzz -- --seconds 60            another seed at every run
 *     npm run fuzz -- --seconds 60 --seed 7   the same inputs again
 *     npm run fuzz -- --kind mirrored         inputs of one kind
 */
import { fileURLToPath } from 'node:url';
import { misuse, readOptions } from '../../scripts/read-options.ts';
import { type Kind, kindNames, type Message, RUNS, type Task } from './messages.ts';
import { Report } from './report.ts';
import { watch } from './watch.ts';

const options = readOptions({
  seconds: { type: 'string', default: '60' },
  seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
  kind: { type: 'string' },
});
/** How long an input may take before it is said to hang, in milliseconds. */
const PATIENCE = 30_000;
const script = fileURLToPath(new URL('try-inputs.ts', import.meta.url));

const seconds = readNumber('seconds');
let seed = readNumber('seed');
const report = new Report(console.log);
console.log(`seed ${seed}`);

const until = performance.now() + 1000 * seconds;
for (let left = seconds; left > 0 || left === seconds; left = (until - performance.now()) / 1000) {
  seed = await tryInputs({ kinds: readKinds(), seed, seconds: left });
}
report.end();
process.exitCode = report.failures === 0 ? 0 : 1;

/** Watch one process to its end, or to the input it hangs at; gives the seed to go on with. */
async function tryInputs(task: Task): Promise<number> {
  let at: { kind: Kind; seed: number } = { kind: task.kinds[0], seed: task.seed };
  let inputs = 0;
  const ending = await watch([script, JSON.stringify(task)], PATIENCE, (line) => {
    const message = JSON.parse(line) as Message;
    if (message.type === 'input') inputs++;
    else if (message.type === 'slowest') report.time(message);
    else if (message.type === 'done') report.add(message.batch);
    else [at, inputs] = [message, 0];
  });
  if (ending !== 'ended') report.fail(at.kind, at.seed, await hungAt(at.kind, at.seed, inputs, ending));
  return (at.seed + 1) | 0;
}

/** The input that a process was at when it ended; one that was being made smaller is not known. */
async function hungAt(kind: Kind, at: number, inputs: number, ending: string) {
  const { inputsOf } = await import('./run-batch.ts'); // takes a second, and is seldom needed
  const bytes = Buffer.from(inputsOf(kind, at, RUNS)[inputs - 1] ?? []);
  return {
    sentence: `The process ${ending} at input ${inputs}.`,
    text: bytes.toString(),
    base64: bytes.toString('base64'),
  };
}

function readNumber(name: 'seconds' | 'seed'): number {
  const value = Number(options[name]);
  if (options[name] === '' || !(value >= 0 && value < 2 ** 31))
    misuse(`--${name} wants a number from 0 on, not "${options[name]}".`);
  return value;
}

function readKinds(): Task['kinds'] {
  if (options.kind === undefined) return kindNames;
  const kind = kindNames.find((name) => name === options.kind);
  return [kind ?? misuse(`--kind wants one of ${kindNames.join(', ')}, not "${options.kind}".`)];
}
