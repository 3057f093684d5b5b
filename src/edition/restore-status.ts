import type { RepairStatus } from '../contract/repair-schema.ts';
import type { Apparatus } from '../contract/schema.ts';

/**
 * What should become of a restored text. `review`: a crux, a doubt or an emendation of low certainty, which somebody
 * should look at; `untouched`: nothing emended and nothing removed; else `repaired`.
 */
export function restoreStatus({ emendations, cruces, removals, doubts }: Apparatus): RepairStatus {
  if (cruces.length > 0 || doubts.length > 0 || emendations.some(({ cert }) => cert === 'low'))
    return 'review';
  return emendations.length > 0 || removals.length > 0 ? 'repaired' : 'untouched';
}
