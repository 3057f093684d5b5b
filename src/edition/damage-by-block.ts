import type { Apparatus } from '../contract/schema.ts';

/** How many emendations and cruces each block holds, in the order of the blocks. */
export function damageByBlock({ blocks, emendations, cruces }: Apparatus): number[] {
  const counts = new Map<string, number>();
  for (const { place } of [...emendations, ...cruces]) {
    counts.set(place.block, (counts.get(place.block) ?? 0) + 1);
  }
  return blocks.map(({ id }) => counts.get(id) ?? 0);
}
