/** Quotations that the received text sets off itself: lines after `>`, or under the label 引文. */
import { type Line, lineAt } from '../page/line.ts';
import * as limits from './constants.ts';
import { type Group, type Lines, takeRun } from './group.ts';

const SIGN = /^[>＞][ \t\u00a0\u3000]*(?![>＞])(?=\S)/;
const LABEL_END = /^\]?:/;

/**
 * The quotation that begins at the line `at`. One line after `>` must be a sentence, several need not; a path such as
 * `> 首頁 > 新聞` and a stub such as `>>點` are none.
 */
export function findQuotation({ lines, rules }: Lines, at: number): Group | undefined {
  const first = lineAt(lines, at);
  if (isLabelled(first, rules.quotationLabels)) return { kind: 'quotation', lines: [first] };
  const run = takeRun(lines, isSetOff, { from: at });
  const isClear = run.length > 1 || (first.isSentence && first.han >= limits.FEWEST_QUOTED_SENTENCE_HAN);
  if (run.length === 0 || !isClear) return undefined;
  const markers = run.map(({ text }) => ({
    length: text.length - text.replace(SIGN, '').length,
    corr: '> ',
  }));
  return { kind: 'quotation', lines: run, markers };
}

function isSetOff({ text, han }: Line): boolean {
  return han >= limits.FEWEST_QUOTED_HAN && SIGN.test(text) && !/[>＞]/.test(text.slice(1));
}

/** 引文：…… or 【引文】：…… with the words on the same line. */
function isLabelled({ plain, isSentence }: Line, labels: readonly string[]): boolean {
  const body = plain.replace(/^\[/, '');
  const label = labels.find((word) => body.startsWith(word));
  return label !== undefined && isSentence && LABEL_END.test(body.slice(label.length));
}
