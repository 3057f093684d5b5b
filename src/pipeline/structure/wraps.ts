/** Blanks that hard-wrapped lines left inside sentences: 具 有 → 具有. */
import type { Edit } from '../reading.ts';
import * as limits from './constants.ts';

const HAN = /\p{Script=Han}/u;
const MARK = /[，。；：？！、（）《》]/;
const CLAUSE_END = /[，。；：？！、,;:?!「」『』“”\s]/;
const BLANKS = /[ \t\u00a0\u3000]+/g;

/** A stretch of a text, UTF-16. */
interface Gap {
  readonly start: number;
  readonly end: number;
}

/**
 * Edits over `text` that close the blanks between `start` and `end` (UTF-16) where a line was wrapped: beside
 * full-width marks (`widened`: offsets of the marks that are to become such), and between two Chinese characters when
 * a line's length lies before them. Blanks between names or the halves of a verse stay: 床前明月光 疑是地上霜.
 */
export function closeWraps(text: string, { start, end }: Gap, widened: ReadonlySet<number>): Edit[] {
  const isMark = (at: number) => widened.has(at) || MARK.test(text.charAt(at));
  const isProse = /[。，,]/.test(text.slice(start, end));
  let lineStart = start;
  return findGaps(text, start, end)
    .filter((gap) => {
      const isLong = gap.start - lineStart >= limits.SHORTEST_WRAPPED_LINE;
      lineStart = gap.end;
      if (isMark(gap.start - 1) || isMark(gap.end)) return true;
      return isProse && isLong && isBetweenHan(text, gap) && !isVerse(text, gap);
    })
    .map((gap) => ({ ...gap, corr: '', note: { type: 'normalisation', kind: 'hard-wrap' } }));
}

function findGaps(text: string, start: number, end: number): Gap[] {
  const gaps: Gap[] = [];
  for (const { index, 0: blanks } of text.slice(start, end).matchAll(BLANKS)) {
    const to = start + index + blanks.length;
    if (index > 0 && to < end) gaps.push({ start: start + index, end: to });
  }
  return gaps;
}

function isBetweenHan(text: string, { start, end }: Gap): boolean {
  return HAN.test(text.charAt(start - 1)) && HAN.test(text.charAt(end));
}

/** Clauses of the same few characters on both sides. */
function isVerse(text: string, { start, end }: Gap): boolean {
  const before = clauseLength(text, start - 1, -1);
  return before > 3 && before <= limits.LONGEST_HEMISTICH && before === clauseLength(text, end, 1);
}

function clauseLength(text: string, from: number, step: 1 | -1): number {
  let length = 0;
  while (length <= limits.LONGEST_HEMISTICH && !CLAUSE_END.test(text[from + length * step] ?? ' ')) length++;
  return length;
}
