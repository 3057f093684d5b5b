/** No-break blanks and the like, which GBK cannot hold: they became `?`, mostly at the beginning of a line. */
import { type Edit, emend } from '../reading.ts';
import { FAMILY } from './constants.ts';

/** Question marks and blanks from the beginning of a line to its first letter, or to its end. */
const opening = /^[? \t\u3000]*\?[? \t\u3000]*(?=[\u3400-\u9fffA-Za-z0-9“‘《（(【]|$)/gm;

/**
 * Edits that take those `?` out of a document that was found to be damaged, and where it is a habit: one line that begins
 * with `?` can as well have lost a character. The blanks between them stay.
 */
export function repairUnencodable(text: string): Edit[] {
  const runs = Array.from(text.matchAll(opening));
  if (runs.filter(({ 0: run }) => run.indexOf('?') !== run.lastIndexOf('?')).length < FAMILY.linesOfQuestions)
    return [];
  return runs.flatMap(({ 0: run, index }) =>
    Array.from(run.matchAll(/\?+/g), (marks) => remove(index + marks.index, marks[0].length)),
  );
}

function remove(start: number, length: number): Edit {
  const evidence = { rule: 'line start' };
  return emend({ start, end: start + length }, '', { kind: 'unencodable', cert: 'medium', evidence });
}
