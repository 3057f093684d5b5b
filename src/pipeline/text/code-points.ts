/** Code points and UTF-16 units: records count the first, strings the second. */

/** A code-point offset of a text as an offset in UTF-16 units. */
type UnitOffset = (point: number) => number;

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

/** Code points in `text`: 𠮷野家 → 3. */
export function countCharacters(text: string): number {
  let pairs = 0;
  for (let i = 0; i < text.length - 1; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) pairs++;
  }
  return text.length - pairs;
}

/** Code points before every UTF-16 offset of a text, its end included: offsets of 𠮷野家 → 0 1 1 2 3 (four units). */
export function countBefore(text: string): Uint32Array {
  const counts = new Uint32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) {
    const isTrail =
      i > 0 && (text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800;
    counts[i + 1] = counts[i]! + (isTrail ? 0 : 1);
  }
  return counts;
}
