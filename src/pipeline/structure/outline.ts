/** Which line of a page is what: title, byline, excerpt, heading, paragraph, or part of a list, a poem, … */
import { isBody, type Line, lineAt } from '../page/line.ts';
import { readMetaLine } from '../page/meta-line.ts';
import { DEEPEST_EXCERPT } from './constants.ts';
import { findExcerpt } from './excerpt.ts';
import { findGroup } from './find-group.ts';
import type { Group } from './group.ts';
import { headingLevel, readHashes } from './heading.ts';
import { isRemoved, type Part } from './parts.ts';
import { readSignedDate } from './signature.ts';
import type { StructureRules } from './structure-rules.ts';
import { findTitle } from './title.ts';

/** The part of every line, in order. Head and tail of the page, around its body lines, are searched for metadata. */
export function outline(text: string, lines: readonly Line[], rules: StructureRules): Part[] {
  const first = lines.findIndex(isBody);
  const last = lines.findLastIndex(isBody);
  const isEdge = (index: number) => (first < 0 ? index < 3 : index < first || index > last);
  const parts: Part[] = [];
  let before: Group | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = lineAt(lines, index);
    const isSigned = last >= 0 && index > last && readSignedDate(line.text, rules) !== undefined; // the author's own words
    const meta = isEdge(index) && !isSigned ? readMetaLine(line.text, rules) : undefined;
    const excerpt = index < DEEPEST_EXCERPT && !isSigned ? findExcerpt(lines, index, rules) : undefined;
    const single: Part | undefined = meta ? { role: 'byline', line, meta } : excerpt;
    const group = single ? undefined : findGroup({ text, lines, rules, before }, index);
    before = group;
    parts.push(single ?? (group ? { role: 'group', line, group } : { role: 'paragraph', line }));
    if (group) index += group.lines.length - 1;
  }
  return markHeadings(findTitle(parts, rules), rules);
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
