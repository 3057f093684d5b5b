/** Most ticks in a row. */
const MOST = 20;

/**
 * The damage of a text in a short row: how many emendations each stretch of it needed, stretches being equal numbers of
 * blocks. `damageTicks([0, 3, 1, 0], 2)` → `[3, 1]`.
 */
export function damageTicks(damage: readonly number[], most = MOST): number[] {
  const ticks = Array.from({ length: Math.min(most, damage.length) }, () => 0);
  for (const [index, count] of damage.entries()) {
    const tick = Math.floor((index * ticks.length) / damage.length);
    ticks[tick] = (ticks[tick] ?? 0) + count;
  }
  return ticks;
}
