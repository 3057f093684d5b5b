import type { MarkedBlock } from '../../../search/find-hits.ts';
import { element } from './element.ts';

/** How much of a paragraph stands round its first hit. */
const BEFORE = 24;
const LENGTH = 110;
const ENDS_SENTENCE = /[。！？；…]/;
const ENDS_CLAUSE = /[，、：—]/;

/** A stretch of a block as text with its hits in `<mark>`. */
export function markedText({ text, hits }: MarkedBlock, from = 0, to = text.length): Array<string | Node> {
  const pieces: Array<string | Node> = [];
  let at = from;
  for (const { start, end } of hits.filter((hit) => hit.end > from && hit.start < to)) {
    const mark = text.slice(Math.max(start, from), Math.min(end, to));
    pieces.push(text.slice(at, Math.max(start, from)), element('mark', {}, [mark]));
    at = Math.min(end, to);
  }
  return [...pieces, text.slice(at, Math.max(at, to))];
}

/** A short block whole; of a long one the lines round its first hit, from the beginning of a sentence or a clause if one is near. */
export function excerpt(block: MarkedBlock): Array<string | Node> {
  const { text, hits } = block;
  if (text.length <= LENGTH * 1.3) return markedText(block);
  const from = beginning(text, hits[0]?.start ?? 0);
  const to = Math.min(text.length, from + LENGTH);
  return [...(from > 0 ? ['……'] : []), ...markedText(block, from, to), ...(to < text.length ? ['……'] : [])];
}

function beginning(text: string, hit: number): number {
  const near = lastBehind(ENDS_SENTENCE, text, hit) ?? lastBehind(ENDS_CLAUSE, text, hit);
  if (near !== undefined) return near;
  const from = Math.max(0, Math.min(hit - BEFORE, text.length - LENGTH));
  return from > 0 && /[\udc00-\udfff]/.test(text.charAt(from)) ? from + 1 : from;
}

function lastBehind(mark: RegExp, text: string, hit: number): number | undefined {
  for (let at = hit; at > Math.max(0, hit - 2 * BEFORE); at--) if (mark.test(text.charAt(at - 1))) return at;
  return undefined;
}
