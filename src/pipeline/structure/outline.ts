/** Which line of a page is what: title, byline, excerpt, heading, paragraph, or part of a list, a poem, … */
import { isBody, type Line } from '../page/line.ts';
import { readMetaLine } from '../page/meta-line.ts';
import { findExcerpt } from './excerpt.ts';
import { findGroup } from './find-group.ts';
import type { Group } from './group.ts';
import { headingLevel, readHashes } from './heading.ts';
import { isRemoved, type Part } from './parts.ts';
import { readSignedDate } from './signature.ts';
import type { StructureRules } from './structure-rules.ts';
import { findTitle } from './title.ts';

/** Excerpts stand over the article, after title and byline at most. */
const DEEPEST_EXCERPT = 6;

/** The part of every line, in order. Head and tail of the page, around its body lines, are searched for metadata. */
export function outline(text: string, lines: readonly Line[], rules: StructureRules): Part[] {
  const first = lines.findIndex(isBody);
  const last = lines.findLastIndex(isBody);
  const isEdge = (index: number) => (first < 0 ? index < 3 : index < first || index > last);
  const parts: Part[] = [];
  let before: Group | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const isSigned = last >= 0 && index > last && readSignedDate(line.text) !== undefined; // the author's own words
    const single = isSigned ? undefined : readLine(lines, index, isEdge(index), rules);
    const group = single ? undefined : findGroup({ text, lines, rules, before }, index);
    before = group;
    parts.push(single ?? (group ? { role: 'group', line, group } : { role: 'paragraph', line }));
    if (group) index += group.lines.length - 1;
  }
  return markHeadings(findTitle(parts, rules), rules);
}

function readLine(
  lines: readonly Line[],
  index: number,
  isEdge: boolean,
  rules: StructureRules,
): Part | undefined {
  const line = lines[index]!;
  const meta = isEdge ? readMetaLine(line.text, rules) : undefined;
  if (meta !== undefined) return { role: 'byline', line, meta };
  return index < DEEPEST_EXCERPT ? findExcerpt(lines, index, rules) : undefined;
}

function markHeadings(parts: readonly Part[], rules: StructureRules): Part[] {
  const schemes: string[] = [];
  const kept = parts.filter((part) => !isRemoved(part)); // a byline under a heading does not part it from its text
  let index = -1;
  return parts.map((part) => {
    if (!isRemoved(part)) index++;
    if (part.role !== 'paragraph') return part;
    const mark = readHashes(part.line) ?? headingLevel({ parts: kept, index, schemes }, rules);
    return mark === undefined ? part : { role: 'heading', line: part.line, ...mark };
  });
}
