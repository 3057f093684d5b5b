/** A code-point offset of a text as an offset in UTF-16 units. */
export type UnitOffset = (point: number) => number;

/**
 * Offsets of `text`, in 𠮷野家: 0 → 0, 1 → 2, 2 → 3. Fast where they are asked for in ascending order. Throws a
 * RangeError past the end.
 */
export function unitOffsets(text: string): UnitOffset {
  let unit = 0;
  let point = 0;
  return (wanted) => {
    if (wanted < point) [unit, point] = [0, 0];
    for (; point < wanted && unit < text.length; point++) unit += text.codePointAt(unit)! > 0xffff ? 2 : 1;
    if (point !== wanted) throw new RangeError(`There is no character ${wanted} in a text of ${point}.`);
    return unit;
  };
}

/** How many code points `text` has: 𠮷野家 has 3. */
export function countPoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
