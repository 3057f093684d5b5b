/** A summary over an article that only repeats its beginning. */
import { foldPlain, type Line } from '../page/line.ts';
import type { Part } from './parts.ts';
import type { StructureRules } from './structure-rules.ts';

const SHORTEST = 20;
const LABEL_END = /^[\]:]+/;

/**
 * The excerpt at `index`, when a later line begins with the same letters: 導讀近兩年……其... over 近兩年……其中媒體.
 * It must be labelled or cut off; an author's own repetition is neither.
 */
export function findExcerpt(lines: readonly Line[], index: number, rules: StructureRules): Part | undefined {
  const line = lines[index]!;
  const label = rules.excerptLabels.find((word) => line.plain.replace(/^\[/, '').startsWith(word));
  const isCutOff = line.plain.endsWith('..') || line.plain.endsWith('…');
  if (label === undefined && !isCutOff) return undefined;
  const letters = lettersOf(line.plain, label);
  if (letters.length < SHORTEST) return undefined;
  const of = lines.slice(index + 1, index + 4).find((next) => next.plain.startsWith(letters));
  return of === undefined ? undefined : { role: 'excerpt', line, of, letters: letters.length };
}

function lettersOf(plain: string, label: string | undefined): string {
  const text = plain.replace(/^\[/, '');
  const body = label === undefined ? text : text.slice(label.length).replace(LABEL_END, '');
  let end = body.length;
  while (end > 0 && (body[end - 1] === '.' || body[end - 1] === '…')) end--;
  return body.slice(0, end);
}

const LONGEST_SUMMARY = 200;
const SHORTEST_SUMMARY = 20;

/** The summary a text states under a label and does not repeat: 摘要：本文討論…… It stays in the text, too. */
export function findSummary(
  parts: readonly Part[],
  textOf: (part: Part) => string,
  rules: StructureRules,
): string | undefined {
  for (const part of parts) {
    if (part.role !== 'paragraph') continue;
    const label = rules.excerptLabels.find((word) => part.line.plain.replace(/^\[/, '').startsWith(word));
    const body = label && part.line.plain.replace(/^\[/, '').slice(label.length);
    if (!body || !LABEL_END.test(body)) continue;
    const text = textOf(part).replace(/^[^：:】\]]*[：:】\]]+\s*/, '');
    if (text.length < SHORTEST_SUMMARY) continue;
    return text.length <= LONGEST_SUMMARY ? text : describe(text, LONGEST_SUMMARY, rules);
  }
  return undefined;
}

/** The first `letters` folded letters of `text`, cut back to the last whole clause, with an ellipsis: the description. */
export function describe(text: string, letters: number, rules: StructureRules): string {
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
