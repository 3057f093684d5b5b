/** Author, date and source in one line with the title or with the author's words. */

import { isBody, type Line } from '../page/line.ts';
import type { Edit } from '../reading.ts';
import * as limits from './constants.ts';
import type { LineView } from './verdict.ts';

/** Author, date and source before the first sentence, or after the last: set on a line of their own. */
export function splitMeta(view: LineView): Edit[] {
  const { page, line, index, isMeta } = view;
  const isNear = index <= page.firstBody || index >= page.lastBody;
  if (!isNear) return [];
  const head = splitHead(view);
  if (head.length > 0) return head;
  const [blanks, atEnd] = blanksOf(line, index <= page.firstBody);
  for (const [from, to] of blanks) {
    const [before, after] = [line.text.slice(0, from), line.text.slice(to)];
    const isSplit = atEnd
      ? after.length <= limits.LONGEST_META && isMeta(after)
      : (before.length <= limits.LONGEST_META && isBody(line) && isMeta(before)) ||
        (canBeTitle(view, before) && after.length <= limits.LONGEST_META && isMeta(after));
    if (isSplit) return [lineBreak(line.start + from, line.start + to)];
  }
  return [];
}

/** Title, author and date before the first sentence, each on a line of its own: 新橋通車了 周大川 2019-04-12 今天上午……。 */
function splitHead({ page, line, index, isMeta }: LineView): Edit[] {
  if (index !== page.firstLeft || !isBody(line)) return [];
  const blanks = blanksOf(line, true)[0].reverse();
  for (const [i, [from, to]] of blanks.entries()) {
    if (!isPlainTitle(line.text.slice(0, from))) continue;
    const end = blanks.findLast(([at], k) => k > i && isMeta(line.text.slice(to, at)));
    if (end)
      return [
        lineBreak(line.start + from, line.start + to),
        lineBreak(line.start + end[0], line.start + end[1]),
      ];
  }
  return [];
}

const HAN = /\p{Script=Han}/gu;

/** Is it the title, with author and date behind it? The first line that is left, and no sentence: 標題 2019-04-12. */
function canBeTitle({ page, index }: LineView, before: string): boolean {
  return index === page.firstLeft && index < page.firstBody && page.lastBody >= 0 && isPlainTitle(before);
}

function isPlainTitle(before: string): boolean {
  return (
    !/。|[:：,，；;#—-]$/.test(before.trim()) &&
    (before.match(HAN)?.length ?? 0) >= limits.FEWEST_SPLIT_TITLE_HAN
  );
}

/** Blanks in the line: the first few from its beginning, or the last few from its end, after a full stop. */
function blanksOf({ text }: Line, isHeadLine: boolean): [blanks: [number, number][], atEnd: boolean] {
  const stretch = isHeadLine ? text.slice(0, limits.LONGEST_META) : text.slice(-limits.LONGEST_META);
  const shift = isHeadLine ? 0 : text.length - stretch.length;
  const found = [...stretch.matchAll(/[ \t\u00a0\u3000]+/g)].map(({ index, 0: blank }): [number, number] => [
    shift + index,
    shift + index + blank.length,
  ]);
  return isHeadLine
    ? [found.slice(0, limits.MOST_META_BLANKS).reverse(), false]
    : [
        found.filter(([from]) => /[。！？”）)]/.test(text[from - 1] ?? '')).slice(-limits.MOST_META_BLANKS),
        true,
      ];
}

function lineBreak(start: number, end: number): Edit {
  return { start, end, corr: '\n', note: { type: 'normalisation', kind: 'line-break' } };
}
