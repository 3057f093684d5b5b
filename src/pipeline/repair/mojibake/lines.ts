/** Cutting a document into the lines that are looked at closely, none of them longer than can be borne. */
import { LINES } from '../constants.ts';

const QUESTION = 0x3f;

/** The units of `text` from `start` to `end`. */
export interface TextSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The lines of `text` that have something suspicious, cut at ASCII where they are very long. */
export function* suspiciousLines(text: string, suspicions: Int8Array): Generator<TextSpan> {
  for (let start = 0; start < text.length; ) {
    const end = endOfLine(text, start);
    const line = { text, start, end };
    if (hasSuspect(line, suspicions)) yield line;
    start = end;
  }
}

function endOfLine(text: string, start: number): number {
  const limit = Math.min(text.length, start + LINES.longest);
  for (let at = start; at < limit; at++) if (text[at] === '\n') return at + 1;
  if (limit === text.length) return limit;
  for (let at = limit; at > limit - LINES.cutOff; at--) if (text.charCodeAt(at - 1) < 0x40) return at;
  return limit;
}

function hasSuspect({ text, start, end }: TextSpan, suspicions: Int8Array): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (suspicions[unit]! > 0 && unit !== QUESTION) return true;
  }
  return false;
}

/** The line that `at` stands in, or as much of it as is near. */
export function lineAround(text: string, at: number): TextSpan {
  let start = at;
  while (start > Math.max(0, at - LINES.reachBefore) && text[start - 1] !== '\n') start--;
  let end = at;
  while (end < Math.min(text.length, at + LINES.reachBehind) && text[end] !== '\n') end++;
  return { text, start, end: Math.max(end, at + 1) };
}
