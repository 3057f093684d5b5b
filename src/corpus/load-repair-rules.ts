/** Reads what the repair alone needs from disk: the command line waits for nothing else. */

import { readData } from '../data/read-data.ts';
import { parseRepairFiles, type RepairRules } from '../pipeline/repair/rules.ts';

/** The tables of the repair, from `src/data/`. */
export function loadRepairRules(): RepairRules {
  return parseRepairFiles(readData);
}
