/** Which line of a page is what: title, byline, excerpt, heading, paragraph. */
import { isBody, type Line } from '../strip/line.ts';
import { findExcerpt } from './excerpt.ts';
import { headingLevel } from './heading.ts';
import { type MetaLine, readMetaLine } from './meta-line.ts';
import type { StructureRules } from './structure-rules.ts';
import { cutPublisher, isTitle } from './title.ts';

/** A line and its part in the page. */
export type Part =
  | {
      readonly role: 'title';
      readonly line: Line;
      readonly publisher?: { readonly name: string; readonly from: number };
    }
  | { readonly role: 'byline'; readonly line: Line; readonly meta: MetaLine }
  | { readonly role: 'excerpt'; readonly line: Line; readonly of: Line; readonly letters: number }
  | { readonly role: 'heading'; readonly line: Line; readonly depth: number }
  | { readonly role: 'paragraph'; readonly line: Line };

/** Excerpts stand over the article, after title and byline at most. */
const DEEPEST_EXCERPT = 6;

/** The part of every line, in order. The head of the page, before its first body line, is searched for metadata. */
export function outline(lines: readonly Line[], rules: StructureRules): Part[] {
  const body = lines.findIndex(isBody);
  const head = Math.max(body, 0);
  const parts = lines.map((line, index): Part => {
    const meta = index < head || (index < 3 && body < 0) ? readMetaLine(line.text, rules) : undefined;
    if (meta !== undefined) return { role: 'byline', line, meta };
    return (
      (index < DEEPEST_EXCERPT ? findExcerpt(lines, index, rules) : undefined) ?? { role: 'paragraph', line }
    );
  });
  return markHeadings(markTitle(parts, rules), rules);
}

function markTitle(parts: readonly Part[], rules: StructureRules): Part[] {
  const at = parts.findIndex(({ role, line }) => role !== 'byline' && role !== 'excerpt' && line.text !== '');
  const first = parts[at];
  if (first === undefined || parts.length < 2 || !isTitle(first.line)) return [...parts];
  const publisher = cutPublisher(first.line.text, rules);
  const title: Part = { role: 'title', line: first.line, ...(publisher && { publisher }) };
  return parts.with(at, title);
}

function markHeadings(parts: readonly Part[], rules: StructureRules): Part[] {
  const schemes: string[] = [];
  return parts.map((part, index) => {
    const depth = part.role === 'paragraph' ? headingLevel(parts, index, rules, schemes) : undefined;
    return depth === undefined ? part : { role: 'heading', line: part.line, depth };
  });
}
