import { END_OF_BLOCK } from './stream.ts';

/** Indices into units that have the same unit at the same distance, rising. */
export type Group = readonly [unit: number, indices: Uint32Array];

const counts = new Uint32Array(0x10000);

/** All indices by the unit they stand at; ends of blocks left out. */
export function groupUnits(units: Uint16Array): Group[] {
  for (const unit of units) counts[unit] = counts[unit]! + 1;
  const found = [...counts.keys()].filter((unit) => unit !== END_OF_BLOCK && counts[unit]! > 0);
  const indices = new Uint32Array(units.length - counts[END_OF_BLOCK]!);
  const groups = cut(indices, found);
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    if (unit !== END_OF_BLOCK) indices[counts[unit]!++] = i;
  }
  counts.fill(0);
  return groups;
}

/** Groups indices by the unit at a distance, and sorts them so. */
export function regroup(indices: Uint32Array, units: Uint16Array, distance: number): Group[] {
  // Reading the units costs most: they are far apart.
  const nexts = new Uint16Array(indices.length);
  const found: number[] = [];
  for (let i = 0; i < indices.length; i++) {
    const unit = units[indices[i]! + distance]!;
    nexts[i] = unit;
    if (counts[unit] === 0) found.push(unit);
    counts[unit] = counts[unit]! + 1;
  }
  const unsorted = indices.slice();
  const groups = cut(indices, Uint16Array.from(found).sort());
  for (let i = 0; i < nexts.length; i++) indices[counts[nexts[i]!]!++] = unsorted[i]!;
  for (const unit of found) counts[unit] = 0;
  return groups;
}

/** Cuts `indices` by the counts of the units, and leaves in the counts where each group begins. */
function cut(indices: Uint32Array, found: Iterable<number>): Group[] {
  const groups: Group[] = [];
  let start = 0;
  for (const unit of found) {
    const end = start + counts[unit]!;
    counts[unit] = start;
    groups.push([unit, indices.subarray(start, end)]);
    start = end;
  }
  return groups;
}
