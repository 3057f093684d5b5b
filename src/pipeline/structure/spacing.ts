/** What stands between the lines that stay: exactly one blank line, and nothing before the first or after the last. */
import type { Edit, Reading } from '../reading.ts';

/** A stretch of the text, UTF-16: kept as a block or the title, or removed. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly isKept: boolean;
  /** What stands between the kept piece before and this one; a blank line when absent. */
  readonly joint?: string;
}

const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/;
const BLANK_LINE = '\n\n';

/**
 * Edits over `reading.text` that turn the blank stretches around `pieces` (in order, covering all that is not blank)
 * into one blank line, or the later piece's `joint`, between kept pieces. They never run across the place of an earlier edit, so that the removals
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
  const joints = jointsAfter(pieces);
  const edits: Edit[] = [];
  let due = ''; // what is still to be set between the last kept piece and the next
  for (let i = -1; i < pieces.length; i++) {
    if (pieces[i]?.isKept) due = joints[i]!;
    const from = pieces[i]?.end ?? 0;
    const to = pieces[i + 1]?.start ?? text.length;
    for (const [start, end] of cutStretch(text, from, to, takeCuts(from, to))) {
      const corr = due;
      due = '';
      if (text.slice(start, end) !== corr) edits.push(toEdit(text, start, end, corr));
    }
  }
  return edits;
}

/** By index: the joint of the next kept piece, nothing after the last. */
function jointsAfter(pieces: readonly Piece[]): string[] {
  const joints: string[] = new Array(pieces.length).fill('');
  let next = '';
  for (let i = pieces.length - 1; i >= 0; i--) {
    joints[i] = next;
    const { isKept, joint = BLANK_LINE } = pieces[i]!;
    if (isKept) next = joint;
  }
  return joints;
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
