/** Reads what the repair alone needs from disk: the command line waits for nothing else. */
import type { RepairRules } from '../pipeline/repair/rules.ts';
import { readData } from './read-data.ts';
import { parseRepairFiles } from './repair-rules.ts';

/** The tables of the repair, from `src/data/`. */
export function loadRepairRules(): RepairRules {
  return parseRepairFiles(readData);
}
