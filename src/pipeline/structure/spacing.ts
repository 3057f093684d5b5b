/** What stands between the lines that stay: exactly one blank line, and nothing before the first or after the last. */
import type { Edit, Reading } from '../reading.ts';

/** A stretch of the text, UTF-16. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch that is kept as a block or the title, or removed. */
export interface Piece extends Stretch {
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
  const takeCuts = ({ start, end }: Stretch) => {
    const inner: number[] = [];
    for (let cut = cuts[nextCut]; cut !== undefined && cut < end; cut = cuts[++nextCut])
      if (cut > start) inner.push(cut);
    return inner;
  };
  const edits: Edit[] = [];
  let due = ''; // what is still to be set between the last kept piece and the next
  for (const [i, joint] of ['', ...jointsAfter(pieces)].entries()) {
    const [before, after] = [pieces[i - 1], pieces[i]];
    if (before?.isKept) due = joint;
    const between = { start: before?.end ?? 0, end: after?.start ?? text.length };
    for (const stretch of cutStretch(text, between, takeCuts(between))) {
      const corr = due;
      due = '';
      if (text.slice(stretch.start, stretch.end) !== corr) edits.push(toEdit(text, stretch, corr));
    }
  }
  return edits;
}

/** By index: the joint of the next kept piece, nothing after the last. */
function jointsAfter(pieces: readonly Piece[]): string[] {
  const joints: string[] = [];
  let next = '';
  for (const { isKept, joint = BLANK_LINE } of pieces.toReversed()) {
    joints.push(next);
    if (isKept) next = joint;
  }
  return joints.reverse();
}

function toEdit(text: string, { start, end }: Stretch, corr: string): Edit {
  const isLine = LINE_BREAK.test(text.slice(start, end));
  const isIndent = start === 0 || LINE_BREAK.test(text.charAt(start - 1));
  const kind = isLine ? 'line-break' : isIndent ? 'indent' : 'blank';
  return { start, end, corr, note: { type: 'normalisation', kind } };
}

/** A blank stretch cut at the places of earlier edits and after its last line break: blanks, breaks, indent. */
function cutStretch(text: string, { start, end }: Stretch, cuts: readonly number[]): Stretch[] {
  if (start >= end) return [];
  const indent = text.lastIndexOf('\n', end - 1) + 1;
  const inner = indent > start && indent < end ? [...cuts, indent] : cuts;
  const ends = [...new Set([...inner, end])].sort((a, b) => a - b);
  const starts = [start, ...ends];
  return ends.map((point, i) => ({ start: starts[i] ?? start, end: point }));
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
