/** Headings, by their numbers and by their place between paragraphs. */
import { isBody, type Line } from '../strip/line.ts';
import type { Part } from './outline.ts';

const LONGEST_HEADING = 40;
const LONGEST_BARE = 30;
const SHORTEST_BARE = 4;

/** Schemes of numbering. Their order of appearance in a text gives the depth. */
const schemes: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['part', /^第[一二三四五六七八九十百\d]{1,4}[章节節部编編篇回][\s\u3000:：、.]*\S/u],
  ['han', /^[一二三四五六七八九十]{1,3}[、.．]/u],
  ['han-bracket', /^[(（][一二三四五六七八九十]{1,3}[)）]/u],
  ['decimal', /^\d{1,2}(?:\.\d{1,2}){1,3}[\s\u3000、.]/u],
  ['number', /^\d{1,2}(?:[、．]|\.(?!\d)|\s)/u],
  ['number-bracket', /^[(（]\d{1,2}[)）]/u],
];

/**
 * The depth of the heading at `index`, or `undefined` when the line is a paragraph. A heading is short, ends no
 * sentence, and a body paragraph stands right after it or after the heading it leads to. `seen` collects the schemes
 * of numbering met so far.
 */
export function headingLevel(
  line: Line,
  parts: readonly Part[],
  index: number,
  seen: string[],
): number | undefined {
  if (line.text.length > LONGEST_HEADING || /[。；;，,：:、！!…]$/.test(line.text) || line.han < 2)
    return undefined;
  const next = parts[index + 1];
  if (next?.role !== 'paragraph') return undefined;
  const scheme = schemeOf(line);
  if (scheme === undefined) return index > 0 && isBareHeading(line) && isBody(next.line) ? 2 : undefined;
  // A numbered line among numbered lines is an item of a list, unless another scheme begins under it.
  const before = parts[index - 1];
  if (before?.role === 'paragraph' && !isBody(before.line) && schemeOf(before.line) === scheme)
    return undefined;
  const following = schemeOf(next.line);
  if (!isBody(next.line) && (following === undefined || following === scheme)) return undefined;
  if (!seen.includes(scheme)) seen.push(scheme);
  return Math.min(6, seen.indexOf(scheme) + 2);
}

function schemeOf({ text }: Line): string | undefined {
  return schemes.find(([, pattern]) => pattern.test(text))?.[0];
}

function isBareHeading({ text, han }: Line): boolean {
  const isSpoken = /^[“「『"(（【[>《]/.test(text) && !/[：:？?]/.test(text);
  return han >= SHORTEST_BARE && text.length <= LONGEST_BARE && !isSpoken;
}
