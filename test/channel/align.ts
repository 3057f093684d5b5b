/** Where two texts that are nearly the same differ. */

/** A stretch of `a` and the stretch of `b` that stands in its place; UTF-16 offsets. */
export interface Difference {
  readonly a: readonly [start: number, end: number];
  readonly b: readonly [start: number, end: number];
}

const ANCHOR = 6;
const WINDOW = 400;

/** The differences from `a` to `b`, found by running on to the next six units that both have. */
export function differences(a: string, b: string): Difference[] {
  const found: Difference[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (a.charCodeAt(i) === b.charCodeAt(j)) {
      i++;
      j++;
      continue;
    }
    const [x, y] = resume(a, i, b, j);
    found.push({ a: [i, i + x], b: [j, j + y] });
    i += x;
    j += y;
  }
  return found;
}

function resume(a: string, i: number, b: string, j: number): [number, number] {
  for (let sum = 1; sum < WINDOW; sum++) {
    for (let x = 0; x <= sum; x++) {
      const y = sum - x;
      const atEnd = i + x === a.length && j + y === b.length;
      if (
        atEnd ||
        (i + x < a.length && a.startsWith(b.slice(j + y, j + y + ANCHOR), i + x) && j + y < b.length)
      )
        return [x, y];
    }
  }
  return [a.length - i, b.length - j];
}

/** Characters wrong: the longer side of each difference. */
export function errors(found: readonly Difference[]): number {
  return found.reduce((sum, { a, b }) => sum + Math.max(a[1] - a[0], b[1] - b[0]), 0);
}
