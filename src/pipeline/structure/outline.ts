/** Which line of a page is what: title, byline, excerpt, heading, paragraph, or part of a list, a poem, … */
import { isBody, type Line, lineAt } from '../page/line.ts';
import { readMetaLine } from '../page/meta-line.ts';
import { findCode, findFence } from './code.ts';
import * as limits from './constants.ts';
import { findExcerpt } from './excerpt.ts';
import type { Group, GroupFinder, Lines } from './group.ts';
import { headingLevel, readHashes } from './heading.ts';
import { findList } from './list.ts';
import { isRemoved, type Part } from './parts.ts';
import { findQuotation } from './quotation.ts';
import { readSignedDate } from './signature.ts';
import type { StructureRules } from './structure-rules.ts';
import { findTable } from './table.ts';
import { findTitle } from './title.ts';
import { findVerse } from './verse.ts';

/** Verbatim blocks first: what they hold is not looked into. */
const finders: readonly GroupFinder[] = [findFence, findCode, findTable, findQuotation, findList, findVerse];

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
    const excerpt =
      index < limits.DEEPEST_EXCERPT && !isSigned ? findExcerpt(lines, index, rules) : undefined;
    const single: Part | undefined = meta ? { role: 'byline', line, meta } : excerpt;
    const group = single ? undefined : findGroup({ text, lines, rules, before }, index);
    before = group;
    parts.push(single ?? (group ? { role: 'group', line, group } : { role: 'paragraph', line }));
    if (group) index += group.lines.length - 1;
  }
  return markHeadings(findTitle(parts, rules), rules);
}

/** The group that begins at the line `at`, or `undefined` when the line stands for itself. */
function findGroup(page: Lines, at: number): Group | undefined {
  for (const find of finders) {
    const group = find(page, at);
    if (group !== undefined) return group;
  }
  return undefined;
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
