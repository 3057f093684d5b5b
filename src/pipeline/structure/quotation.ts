/** Quotations that the received text sets off itself: lines after `>`, or under the label 引文. */
import type { Line } from '../page/line.ts';
import { type Group, type Lines, takeRun } from './group.ts';

const SIGN = /^[>＞][ \t\u00a0\u3000]*(?![>＞])(?=\S)/;
const SHORTEST_LINE = 4;
const SHORTEST_SENTENCE = 10;
const LABEL_END = /^\]?:/;

/**
 * The quotation that begins at the line `at`. One line after `>` must be a sentence, several need not; a path such as
 * `> 首頁 > 新聞` and a stub such as `>>點` are none.
 */
export function findQuotation({ lines, rules }: Lines, at: number): Group | undefined {
  const first = lines[at]!;
  if (isLabelled(first, rules.quotationLabels)) return { kind: 'quotation', lines: [first] };
  const run = takeRun(lines, at, isSetOff);
  const isClear = run.length > 1 || (first.isSentence && first.han >= SHORTEST_SENTENCE);
  if (run.length === 0 || !isClear) return undefined;
  const markers = run.map(({ text }) => ({ length: SIGN.exec(text)![0].length, corr: '> ' }));
  return { kind: 'quotation', lines: run, markers };
}

function isSetOff({ text, han }: Line): boolean {
  return han >= SHORTEST_LINE && SIGN.test(text) && !/[>＞]/.test(text.slice(1));
}

/** 引文：…… or 【引文】：…… with the words on the same line. */
function isLabelled({ plain, isSentence }: Line, labels: readonly string[]): boolean {
  const body = plain.replace(/^\[/, '');
  const label = labels.find((word) => body.startsWith(word));
  return label !== undefined && isSentence && LABEL_END.test(body.slice(label.length));
}
