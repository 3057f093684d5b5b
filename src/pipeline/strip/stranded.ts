/** What is left over after the end of an article, between the site's lists and notices. */
import { isBody, type Line } from '../page/line.ts';
import type { StripRules } from './strip-rules.ts';
import type { PageView, Verdict } from './verdict.ts';

const LONGEST = 60;

/** One such line may be chance; two are the foot of a page. */
const LEAST_ENDERS = 2;
const LEAST_REMOVED = 3;

/**
 * Short lines without a sentence that stand after lines which only come after articles: titles of other articles,
 * sections of the site. A sentence there is kept, with a doubt; so is everything when there is much of it.
 */
export function findStranded(page: PageView, _rules: StripRules): Verdict[] {
  if (page.lastBody < 0) return [];
  const left: number[] = [];
  let [enders, removed] = [0, 0];
  for (let index = page.lastBody + 1; index < page.lines.length; index++) {
    if (page.judged.has(index) && page.lines[index]!.han > 0) removed++;
    if (page.enders.has(index)) enders++;
    else if (
      (enders >= LEAST_ENDERS || removed >= LEAST_REMOVED) &&
      !page.judged.has(index) &&
      !page.isMeta(index)
    )
      left.push(index);
  }
  const isMuch = hanOf(page, left) > MOST_LEFT * hanOf(page, bodyOf(page));
  return left.map((index) => judge(page.lines[index]!, index, isMuch));
}

/** Of the length of the body. */
const MOST_LEFT = 0.5;

function bodyOf({ lines, judged, lastBody }: PageView): number[] {
  return lines.flatMap((_, index) => (index <= lastBody && !judged.has(index) ? [index] : []));
}

function hanOf({ lines }: PageView, indexes: readonly number[]): number {
  return indexes.reduce((sum, index) => sum + lines[index]!.han, 0);
}

function judge(line: Line, index: number, isMuch: boolean): Verdict {
  const isShort = line.han > 0 && line.plain.length <= LONGEST && !isBody(line) && !line.text.includes('。');
  return {
    type: isShort && !isMuch ? 'removal' : 'doubt',
    line: index,
    kind: 'furniture',
    rule: 'after-the-end',
    reason: 'Stands after the links and notices that follow an article.',
  };
}
