/** Cutting a document into the lines that are looked at closely, none of them longer than can be borne. */

const LONGEST = 1 << 14;
const FINDING_BLANK = 1 << 10;
const REACH_BACK = 64;
const REACH_ON = 192;
const QUESTION = 0x3f;

export type Span = readonly [start: number, end: number];

/** The lines of `text` that have something suspicious, cut at ASCII where they are very long. */
export function* suspiciousLines(text: string, suspicions: Int8Array): Generator<Span> {
  for (let start = 0; start < text.length; ) {
    const end = endOfLine(text, start);
    if (hasSuspect(text, start, end, suspicions)) yield [start, end];
    start = end;
  }
}

function endOfLine(text: string, start: number): number {
  const limit = Math.min(text.length, start + LONGEST);
  for (let at = start; at < limit; at++) if (text[at] === '\n') return at + 1;
  if (limit === text.length) return limit;
  for (let at = limit; at > limit - FINDING_BLANK; at--) if (text.charCodeAt(at - 1) < 0x40) return at;
  return limit;
}

function hasSuspect(text: string, start: number, end: number, suspicions: Int8Array): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (suspicions[unit]! > 0 && unit !== QUESTION) return true;
  }
  return false;
}

/** The line that `at` stands in, or as much of it as is near. */
export function lineAround(text: string, at: number): Span {
  let start = at;
  while (start > Math.max(0, at - REACH_BACK) && text[start - 1] !== '\n') start--;
  let end = at;
  while (end < Math.min(text.length, at + REACH_ON) && text[end] !== '\n') end++;
  return [start, Math.max(end, at + 1)];
}
