/** What stands between the lines that stay: exactly one blank line, and nothing before the first or after the last. */
import type { Edit, Reading } from '../reading.ts';

/** A stretch of the text, UTF-16: kept as a block or the title, or removed. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly isKept: boolean;
}

const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/;
const BETWEEN = '\n\n';

/**
 * Edits over `reading.text` that turn the blank stretches around `pieces` (in order, covering all that is not blank)
 * into one blank line between kept pieces. They never run across the place of an earlier edit, so that the removals
 * of `strip` keep records of their own.
 */
export function spaceOut(reading: Reading, pieces: readonly Piece[]): Edit[] {
  const { text } = reading;
  const cuts = findCuts(reading);
  let nextCut = 0;
  const takeCuts = (start: number, end: number) => {
    const inner: number[] = [];
    while (nextCut < cuts.length && cuts[nextCut]! < end) {
      if (cuts[nextCut]! > start) inner.push(cuts[nextCut]!);
      nextCut++;
    }
    return inner;
  };
  const lastKept = pieces.findLastIndex(({ isKept }) => isKept);
  const edits: Edit[] = [];
  let isDue = false; // a kept piece has ended and no blank line stands after it yet
  for (let i = -1; i < pieces.length; i++) {
    if (pieces[i]?.isKept) isDue = i < lastKept;
    const from = pieces[i]?.end ?? 0;
    const to = pieces[i + 1]?.start ?? text.length;
    for (const [start, end] of cutStretch(text, from, to, takeCuts(from, to))) {
      const corr = isDue ? BETWEEN : '';
      isDue = false;
      if (text.slice(start, end) !== corr) edits.push(toEdit(text, start, end, corr));
    }
  }
  return edits;
}

function toEdit(text: string, start: number, end: number, corr: string): Edit {
  const isLine = LINE_BREAK.test(text.slice(start, end));
  const isIndent = start === 0 || LINE_BREAK.test(text[start - 1]!);
  const kind = isLine ? 'line-break' : isIndent ? 'indent' : 'blank';
  return { start, end, corr, note: { type: 'normalisation', kind } };
}

/** A blank stretch cut at the places of earlier edits and after its last line break: blanks, breaks, indent. */
function cutStretch(text: string, start: number, end: number, cuts: readonly number[]): [number, number][] {
  if (start >= end) return [];
  const indent = text.lastIndexOf('\n', end - 1) + 1;
  const inner = indent > start && indent < end ? [...cuts, indent] : cuts;
  const points = [...new Set([start, ...inner, end])].sort((a, b) => a - b);
  return points.slice(1).map((point, i) => [points[i]!, point]);
}

/** Offsets in `text` at which an earlier edit begins or ends. */
function findCuts({ edits }: Reading): number[] {
  let shift = 0;
  return edits.flatMap(({ start, end, corr }) => {
    const from = start + shift;
    const to = from + corr.length;
    shift = to - end;
    return [from, to];
  });
}
