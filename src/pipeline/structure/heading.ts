/** Headings, by their numbers and by their place between paragraphs. */
import { isBody, type Line } from '../strip/line.ts';
import type { Part } from './outline.ts';
import type { StructureRules } from './structure-rules.ts';

const LONGEST_HEADING = 40;
const LONGEST_BARE = 30;
const SHORTEST_BARE = 4;

/**
 * The depth of the heading at `index`, or `undefined` when the line is a paragraph. A heading is short, ends no
 * sentence, and a body paragraph stands right after it or after the heading it leads to. `seen` collects the schemes
 * of numbering met so far.
 */
export function headingLevel(
  parts: readonly Part[],
  index: number,
  { headingSchemes: schemes }: Pick<StructureRules, 'headingSchemes'>,
  seen: string[],
): number | undefined {
  const { line } = parts[index]!;
  if (line.text.length > LONGEST_HEADING || /[。；;，,：:、！!…]$/.test(line.text) || line.han < 2)
    return undefined;
  const next = parts[index + 1];
  if (next?.role !== 'paragraph') return undefined;
  const scheme = schemeOf(line, schemes);
  if (scheme === undefined) return index > 0 && isBareHeading(line) && isBody(next.line) ? 2 : undefined;
  // A numbered line among numbered lines is an item of a list, unless another scheme begins under it.
  const before = parts[index - 1];
  if (before?.role === 'paragraph' && !isBody(before.line) && schemeOf(before.line, schemes) === scheme)
    return undefined;
  const following = schemeOf(next.line, schemes);
  if (!isBody(next.line) && (following === undefined || following === scheme)) return undefined;
  if (!seen.includes(scheme)) seen.push(scheme);
  return Math.min(6, seen.indexOf(scheme) + 2);
}

function schemeOf({ text }: Line, schemes: StructureRules['headingSchemes']): string | undefined {
  return schemes.find(([, pattern]) => pattern.test(text))?.[0];
}

function isBareHeading({ text, han }: Line): boolean {
  const isSpoken = /^[“「『"(（【[>《]/.test(text) && !/[：:？?]/.test(text);
  return han >= SHORTEST_BARE && text.length <= LONGEST_BARE && !isSpoken;
}
