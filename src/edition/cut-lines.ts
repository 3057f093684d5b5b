/** Text cut where the records about it begin and end. */
import type { TextRecord } from './block-records.ts';
import type { TextBlock, TextRun } from './text-blocks.ts';

/** From one code point of a text to another; both are the same where something is gone. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a line, and the span it lies in, if any. */
export interface Piece<T extends Span> {
  readonly text: string;
  /** The whole of which the piece is a part: a link, or what stands between links. */
  readonly run: TextRun;
  readonly span?: T;
  /** Whether the span begins with this piece; it may go on in the next. */
  readonly isFirst?: boolean;
}

/**
 * The lines of a text, cut at `spans`, which are sorted by where they begin. Offsets count code points, with one for the
 * end of each line. Where spans overlap, the first has the words, and the other is a piece without any.
 */
export function cutLines<T extends Span>(lines: TextBlock['lines'], spans: readonly T[]): Piece<T>[][] {
  let lineStart = 0;
  let next = 0;
  return lines.map((line) => {
    let start = lineStart;
    const runs = line.length > 0 ? line : [{ text: '' }];
    const pieces = runs.flatMap((run, index) => {
      while ((spans[next]?.end ?? start) < start) next++;
      const characters = [...run.text];
      const stretch = { run, characters, start, isLineEnd: index === runs.length - 1 };
      start += characters.length;
      return cutRun(stretch, spans, next);
    });
    lineStart = start + 1;
    return pieces;
  });
}

interface Stretch {
  readonly run: TextRun;
  readonly characters: readonly string[];
  readonly start: number;
  /** What is gone at the end of a line stands there, and not where the next begins. */
  readonly isLineEnd: boolean;
}

/** One run, cut at the spans from number `next` on. */
function cutRun<T extends Span>(
  { run, characters, start, isLineEnd }: Stretch,
  spans: readonly T[],
  next: number,
) {
  const end = start + characters.length;
  const pieces: Piece<T>[] = [];
  let at = start;
  const cut = (from: number, to: number) => characters.slice(from - start, to - start).join('');
  for (let index = next; index < spans.length; index++) {
    const span = spans[index];
    if (span === undefined || span.start > end || (span.start === end && !isLineEnd)) break;
    const isFirst = span.start >= start;
    const from = Math.max(at, span.start);
    const to = Math.max(from, Math.min(span.end, end));
    if (from === to && !isFirst) continue;
    if (from > at) pieces.push({ run, text: cut(at, from) });
    pieces.push({ run, text: cut(from, to), span, isFirst });
    at = to;
  }
  if (at < end) pieces.push({ run, text: cut(at, end) });
  return pieces;
}

/** A stretch of a line; where a record is about it, `record` is there, and `text` is what the edition reads. */
export interface Annotated extends TextRun {
  readonly record?: TextRecord;
}

/** The lines of a block, cut at its records. Of a record that goes beyond a line or a link, its beginning stands for it. */
export function annotate({ lines }: TextBlock, records: readonly TextRecord[]): Annotated[][] {
  const spans = records.map((record) => ({ ...record.place, record }));
  return cutLines(lines, spans).map((pieces) => {
    const annotated: Annotated[] = [];
    let previous: TextRun | undefined; // the run of the piece before, where that has no record
    for (const { run, text, span, isFirst } of pieces) {
      const record = isFirst ? span?.record : undefined;
      const begun = record || previous !== run ? undefined : annotated.pop();
      annotated.push({ ...run, text: (begun?.text ?? '') + text, ...(record && { record }) });
      previous = record ? undefined : run;
    }
    return annotated;
  });
}
