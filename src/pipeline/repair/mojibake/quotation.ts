/** Is this mojibake shown as an example, in prose that is about it? */

import { countHan } from '../../text/han.ts';
import { EXAMPLE } from '../constants.ts';
import type { RepairPatterns } from '../rules.ts';
import { type Choice, choose } from './choose.ts';
import type { TextSpan } from './lines.ts';

const opening = '“‘「『《〈（("\'`【';
const closing = '”’」』》〉）)"\'`】';

/** Does the span stand in quotation marks amid sound words, or behind words that announce it? */
export function isQuoted({ text, start, end }: TextSpan, patterns: RepairPatterns): boolean {
  const { announcesExample, aboutMojibake } = patterns;
  const [previous = '', before = ''] = text
    .slice(Math.max(0, start - 2 * EXAMPLE.reach), start)
    .split(/\n\s*/)
    .slice(-2);
  const [after = ''] = text.slice(end, end + EXAMPLE.reach).split('\n');
  if (announcesExample.test(before) || aboutMojibake.test(after) || aboutMojibake.test(previous)) return true;
  const mark = opening.indexOf(before.at(-1) ?? ' ');
  const isEnclosed = mark !== -1 && closing[mark] === after[0];
  return isEnclosed && countHan(before) + countHan(after) >= EXAMPLE.han;
}

/**
 * `choices` without those that are examples. Where most stand in no quotation marks, those that do are no examples either;
 * a document that speaks of mojibake and is sound for the most part has nothing but examples.
 */
export function withoutExamples(
  text: string,
  choices: readonly Choice[],
  patterns: RepairPatterns,
): readonly Choice[] {
  if (choices.length === 0) return choices;
  const evidence = (some: readonly Choice[]) =>
    some.reduce((sum, { candidate }) => sum + candidate.evidence, 0);
  const plain = choices.filter(({ candidate: { start, end } }) => !isQuoted({ text, start, end }, patterns));
  if (evidence(plain) < EXAMPLE.plainShare * evidence(choices))
    return choose(plain.map(({ candidate }) => candidate));
  return patterns.aboutMojibake.test(text) && countHan(text) > EXAMPLE.soundToMisread * countMisread(choices)
    ? []
    : choices;
}

function countMisread(choices: readonly Choice[]): number {
  return choices.reduce((sum, { candidate }) => sum + candidate.characters, 0);
}
