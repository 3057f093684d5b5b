/** A thread that makes editions of witnesses. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadRules } from '../data/load.ts';
import { makeEdition } from './make-edition.ts';
import type { WitnessDescription } from './read-witness.ts';

const rules = loadRules();
parentPort!.on('message', (witnesses: WitnessDescription[]) =>
  parentPort!.postMessage(witnesses.map((witness) => makeEdition(witness, rules, workerData))),
);
