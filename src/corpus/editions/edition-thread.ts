/** A thread that makes editions of witnesses. */
import { loadRules } from '../load-rules.ts';
import type { WitnessDescription } from '../read-witness.ts';
import { type Folders, makeEdition } from './make-edition.ts';

export function startWorker(folders: Folders) {
  const rules = loadRules();
  return (witnesses: readonly WitnessDescription[]) =>
    witnesses.map((witness) => makeEdition(witness, rules, folders));
}
