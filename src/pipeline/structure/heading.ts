/** Headings, by their numbers and by their place between paragraphs. */
import { isBody, type Line } from '../page/line.ts';
import * as limits from './constants.ts';
import { readNumber } from './marker.ts';
import type { HeadingMark, Part } from './parts.ts';
import type { StructureRules } from './structure-rules.ts';

const HASHES = /^(#{2,6})[ \t]+(?=\S)/;

/** A heading as Markdown writes it: `## 選盆`. A single `#` may be a comment. */
export function readHashes({ text, han }: Line): HeadingMark | undefined {
  const [sign, { length: depth } = ''] = HASHES.exec(text) ?? [];
  return sign === undefined || han === 0 ? undefined : { depth, hashes: sign.length };
}

/** Where a line stands; `schemes` collects the schemes of numbering met so far, whose order gives the depth. */
interface Standing {
  readonly parts: readonly Part[];
  readonly index: number;
  readonly schemes: string[];
}

/**
 * The depth of the heading at `index`, or `undefined` when the line is a paragraph. A heading is short, ends no
 * sentence, and what it is about stands right after it: a body paragraph, a list, code, or a heading of another scheme.
 */
export function headingLevel(
  { parts, index, schemes }: Standing,
  rules: StructureRules,
): HeadingMark | undefined {
  const [part, next] = parts.slice(index, index + 2);
  if (
    part === undefined ||
    !canBeHeading(part.line) ||
    (next?.role !== 'paragraph' && next?.role !== 'group')
  )
    return undefined;
  const { line } = part;
  const scheme = readNumber(line.text, rules)?.scheme;
  const before = parts[index - 1];
  if (scheme === undefined) {
    const isHeading = before && isBareHeading(line) && isUnder(next) && !isShortLine(before);
    return isHeading ? { depth: 2 } : undefined;
  }
  // A numbered line among numbered lines is an item of a list, unless another scheme begins under it.
  const schemeOf = (other: Part) => readNumber(other.line.text, rules)?.scheme;
  if (before?.role === 'paragraph' && !isBody(before.line) && schemeOf(before) === scheme) return undefined;
  const following = next.role === 'paragraph' ? schemeOf(next) : undefined;
  if (!isUnder(next) && (following === undefined || following === scheme)) return undefined;
  if (!schemes.includes(scheme)) schemes.push(scheme);
  return { depth: Math.min(6, schemes.indexOf(scheme) + 2) };
}

/** A body paragraph; for what is no prose, its kind is enough. */
function isUnder(part: Part): boolean {
  return part.role === 'group'
    ? part.group.lines.some(isBody) || part.group.kind !== 'list'
    : isBody(part.line);
}

/** The last of several short lines is no heading of what comes after them: steps, answers, names. */
function isShortLine({ role, line }: Part): boolean {
  return role === 'paragraph' && canBeHeading(line) && isBareHeading(line) && !isBody(line);
}

function canBeHeading({ text, han }: Line): boolean {
  return text.length <= limits.LONGEST_HEADING && !/[。；;，,：:、！!…]$/.test(text) && han >= 2;
}

function isBareHeading({ text, han }: Line): boolean {
  const isSpoken = /^[“「『"(（【[>《]/.test(text) && !/[：:？?]/.test(text);
  return han >= limits.FEWEST_BARE_HEADING_HAN && text.length <= limits.LONGEST_BARE_HEADING && !isSpoken;
}
