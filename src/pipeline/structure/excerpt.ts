/** A summary over an article that only repeats its beginning. */
import { foldPlain, type Line, lineAt } from '../page/line.ts';
import * as limits from './constants.ts';
import type { Part, TextOf } from './parts.ts';
import type { StructureRules } from './structure-rules.ts';

const LABEL_END = /^[\]:]+/;

/**
 * The excerpt at `index`, when a later line begins with the same letters: 導讀近兩年……其... over 近兩年……其中媒體.
 * It must be labelled or cut off; an author's own repetition is neither.
 */
export function findExcerpt(lines: readonly Line[], index: number, rules: StructureRules): Part | undefined {
  const line = lineAt(lines, index);
  const label = labelOf(line, rules);
  const isCutOff = line.plain.endsWith('..') || line.plain.endsWith('…');
  if (label === undefined && !isCutOff) return undefined;
  const letters = withoutDots(behindLabel(line, label).replace(LABEL_END, ''));
  if (letters.length < limits.SHORTEST_EXCERPT) return undefined;
  const of = lines
    .slice(index + 1, index + 1 + limits.EXCERPT_REACH)
    .find((next) => next.plain.startsWith(letters));
  return of === undefined ? undefined : { role: 'excerpt', line, of, letters: letters.length };
}

function labelOf({ plain }: Line, { excerptLabels }: StructureRules): string | undefined {
  const text = plain.replace(/^\[/, '');
  return excerptLabels.find((word) => text.startsWith(word));
}

/** The folded line behind its label, or the whole of it. */
function behindLabel({ plain }: Line, label = ''): string {
  return plain.replace(/^\[/, '').slice(label.length);
}

function withoutDots(body: string): string {
  let end = body.length;
  while (end > 0 && (body[end - 1] === '.' || body[end - 1] === '…')) end--;
  return body.slice(0, end);
}

/** The summary a text states under a label and does not repeat: 摘要：本文討論…… It stays in the text, too. */
export function findSummary(
  parts: readonly Part[],
  textOf: TextOf,
  rules: StructureRules,
): string | undefined {
  for (const part of parts) {
    if (part.role !== 'paragraph') continue;
    const label = labelOf(part.line, rules);
    if (label === undefined || !LABEL_END.test(behindLabel(part.line, label))) continue;
    const text = textOf(part).replace(/^[^：:】\]]*[：:】\]]+\s*/, '');
    if (text.length < limits.SHORTEST_SUMMARY) continue;
    return text.length <= limits.LONGEST_SUMMARY ? text : cutBack(text, limits.LONGEST_SUMMARY, rules);
  }
  return undefined;
}

/** The first `letters` folded letters of `text`, cut back to the last whole clause, with an ellipsis: the description. */
export function cutBack(text: string, letters: number, rules: StructureRules): string {
  let count = 0;
  let end = 0;
  for (const character of text) {
    if (count >= letters) break;
    count += foldPlain(character, rules.scripts.fold).length;
    end += character.length;
  }
  const kept = text.slice(0, end);
  const clause = Math.max(...['。', '，', ',', '；', '？', '！'].map((mark) => kept.lastIndexOf(mark)));
  return clause < letters / 2 ? `${kept}……` : `${kept.slice(0, clause)}……`;
}
