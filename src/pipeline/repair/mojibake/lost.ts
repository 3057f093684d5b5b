/** What no rereading brings back: 锟斤拷, U+FFFD, runs of `?` where characters were. It is remarked, never filled in. */
import { type Remark, remarkCrux } from '../../reading.ts';
import { countHan } from '../../text/han.ts';
import { EXAMPLE } from '../constants.ts';
import type { RepairPatterns } from '../rules.ts';
import type { TextSpan } from './lines.ts';
import { isQuoted } from './quotation.ts';

/** What the signs of loss say, by the names of their patterns. */
const reasons = {
  lostAsGbk: 'U+FFFD read as GBK: what stood here was lost before.',
  lostAsLatin: 'U+FFFD read as windows-1252: what stood here was lost before.',
  unwritten: 'Memory that was never written, read as GBK: nothing stood here.',
  undecoded: 'Bytes that could not be decoded were replaced by U+FFFD.',
} as const;
const signs = ['lostAsGbk', 'lostAsLatin', 'unwritten', 'undecoded'] as const;

/** Cruces over `text`. Text that is sound, speaks of such signs or only asks a lot has none. */
export function findLost(text: string, patterns: RepairPatterns): Remark[] {
  if (patterns.aboutMojibake.test(text)) return [];
  const remarks = signs.flatMap((sign) =>
    [...text.matchAll(patterns[sign])].flatMap(({ index, 0: found }) => {
      const span = { text, start: index, end: index + found.length };
      return isAmidHan(span) && !isQuoted(span, patterns) ? [remarkCrux(span, reasons[sign])] : [];
    }),
  );
  return [...remarks, ...findQuestions(text, patterns)].sort((a, b) => a.start - b.start);
}

/** Runs of three `?` or more between Han, in a document in which `?` after Han are not simply questions. */
function findQuestions(text: string, { unencoded, asks }: RepairPatterns): Remark[] {
  const runs = [...text.matchAll(unencoded)].filter(({ 0: run }) => !asks.test(run));
  if (runs.length === 0) return [];
  const questions = text.match(/[\u3400-\u9fff]\?{1,2}(?![?])/g)?.length ?? 0;
  if (questions > runs.length) return [];
  const reason = 'Each ? stands for a character that the encoding did not have.';
  return runs.map(({ index, 0: run }) => remarkCrux({ start: index + 1, end: index + run.length }, reason));
}

function isAmidHan({ text, start, end }: TextSpan): boolean {
  const before = countHan(text, Math.max(0, start - EXAMPLE.reachOfLoss), start);
  return before + countHan(text, end, Math.min(text.length, end + EXAMPLE.reachOfLoss)) > 0;
}
