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

/**
 * Draws counts as ticks of a picture `height` pixels high, one each `step` pixels: as the path of those that count
 * nothing, and of those that count something. A tick grows with the logarithm of its count up to that of `most`.
 */
export function drawTicks(
  counts: readonly number[],
  { height, step, most, start = 1 }: { height: number; step: number; most: number; start?: number },
): { plain: string; touched: string } {
  const path = (isTouched: boolean) =>
    counts
      .map((count, index) => {
        const grown = (Math.log1p(count) / Math.log1p(most)) * (height - 2);
        const length = count === 0 ? 1 : 2 + Math.round(grown);
        return count > 0 === isTouched ? `M${index * step + start} ${height}v-${length}` : '';
      })
      .join('');
  return { plain: path(false), touched: path(true) };
}
