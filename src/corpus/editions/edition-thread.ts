/** A thread that makes editions of witnesses. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadRules } from '../load-rules.ts';
import type { WitnessDescription } from '../read-witness.ts';
import { makeEdition } from './make-edition.ts';

const rules = loadRules();
parentPort!.on('message', (witnesses: WitnessDescription[]) =>
  parentPort!.postMessage(witnesses.map((witness) => makeEdition(witness, rules, workerData))),
);
