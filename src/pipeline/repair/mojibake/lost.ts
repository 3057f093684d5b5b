/** What no rereading brings back: 锟斤拷, U+FFFD, runs of `?` where characters were. It is remarked, never filled in. */
import type { Remark } from '../../reading.ts';
import { isHanUnit } from '../../text/han.ts';
import { isAboutMojibake, isQuoted } from './quotation.ts';

/** Witnesses of loss, each with what it says. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/(?:锟斤拷|錕斤拷|锟斤|斤拷锟|嚙踝蕭)+[锟錕嚙]?/g, 'U+FFFD read as GBK: what stood here was lost before.'],
  [/(?:ï¿½)+/g, 'U+FFFD read as windows-1252: what stood here was lost before.'],
  [/([烫屯])\1{5,}/g, 'Memory that was never written, read as GBK: nothing stood here.'],
  [/\ufffd+/g, 'Bytes that could not be decoded were replaced by U+FFFD.'],
];
const LOST_HAN = /[\u3400-\u9fff，、]\?{3,}(?=[\u3400-\u9fff])/g;
const ASKING = /[吗吧呢么嗎麼嘛啊呀何谁誰哪几幾少么怎样樣没沒不否了的]\?/;
/** Around U+FFFD there are Han characters within this reach. */
const REACH = 12;

/** Cruces over `text`. Text that is sound, speaks of such signs or only asks a lot has none. */
export function findLost(text: string): Remark[] {
  if (isAboutMojibake(text)) return [];
  const remarks = signs.flatMap(([sign, reason]) =>
    [...text.matchAll(sign)].flatMap(({ index, 0: found }) =>
      isAmidHan(text, index, index + found.length) && !isQuoted(text, index, index + found.length)
        ? [cruxAt(index, index + found.length, reason)]
        : [],
    ),
  );
  return [...remarks, ...findQuestions(text)].sort((a, b) => a.start - b.start);
}

/** Runs of three `?` or more between Han, in a document in which `?` after Han are not simply questions. */
function findQuestions(text: string): Remark[] {
  const runs = [...text.matchAll(LOST_HAN)].filter(({ 0: run }) => !ASKING.test(run));
  if (runs.length === 0) return [];
  const questions = text.match(/[\u3400-\u9fff]\?{1,2}(?![?])/g)?.length ?? 0;
  if (questions > runs.length) return [];
  return runs.map(({ index, 0: run }) =>
    cruxAt(index + 1, index + run.length, 'Each ? stands for a character that the encoding did not have.'),
  );
}

function cruxAt(start: number, end: number, reason: string): Remark {
  return { start, end, note: { type: 'crux', reason, alternatives: [] } };
}

function isAmidHan(text: string, start: number, end: number): boolean {
  for (let at = Math.max(0, start - REACH); at < Math.min(text.length, end + REACH); at++) {
    if ((at < start || at >= end) && isHanUnit(text.charCodeAt(at))) return true;
  }
  return false;
}
