/**
 * Where two texts of the same paragraph differ, as spans into each. Conversion puts one character for one:
 * `對話` and `对话` → `[[[0, 2], [0, 2]]]`.
 */
export function differences(one: string, other: string): Array<[Span, Span]> {
  const [left, right] = [[...one], [...other]];
  const found: Array<[Span, Span]> = [];
  let [a, b] = [0, 0];
  left.forEach((character, index) => {
    const counterpart = right[index] ?? '';
    const ends: [number, number] = [a + character.length, b + counterpart.length];
    const last = found.at(-1);
    if (character !== counterpart && last && last[0][1] === a) [last[0][1], last[1][1]] = ends;
    else if (character !== counterpart)
      found.push([
        [a, ends[0]],
        [b, ends[1]],
      ]);
    [a, b] = ends;
  });
  return found;
}

type Span = [start: number, end: number];
