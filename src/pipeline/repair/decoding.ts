/** Undoing what a wrong reader made of a text before any mirror saw it: mojibake, and references nobody resolved. */
import type { Reading } from '../reading.ts';
import { MOST_ROUNDS } from './constants.ts';
import { repairEntities } from './entities.ts';
import { repairMojibake } from './mojibake/mojibake.ts';
import type { RepairRules } from './rules.ts';

/**
 * `reading` with mojibake and left-over references undone: 鍥犱负&amp;nbsp; → 因为. Each can hide the other, so both are gone
 * through until nothing changes; what would never settle is handed back as it is.
 */
export function repairDecoding(reading: Reading, rules: RepairRules): Reading {
  let current = reading;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = repairMojibake(repairEntities(current, rules), rules);
    if (next.text === current.text) return next;
    current = next;
  }
  return reading;
}
