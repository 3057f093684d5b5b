/** What is left over after the end of an article, between the site's lists and notices. */
import { isBody, type Line, lineAt } from '../page/line.ts';
import * as limits from './constants.ts';
import { countHan, type PageView, type Verdict } from './verdict.ts';

/**
 * Short lines without a sentence that stand after lines which only come after articles: titles of other articles,
 * sections of the site. A sentence there is kept, with a doubt; so is everything when there is much of it.
 */
export function findStranded(page: PageView): Verdict[] {
  if (page.lastBody < 0) return [];
  const left: number[] = [];
  let [enders, removed] = [0, 0];
  for (let index = page.lastBody + 1; index < page.lines.length; index++) {
    const isRemoved = page.removed.has(index);
    if (isRemoved && lineAt(page.lines, index).han > 0) removed++;
    const isFoot = enders >= limits.FEWEST_ENDERS || removed >= limits.FEWEST_REMOVED_AFTER;
    if (page.enders.has(index)) enders++;
    else if (isFoot && !isRemoved && !page.isMeta(index)) left.push(index);
  }
  const body = [...page.lines.keys()].filter((index) => index <= page.lastBody && !page.removed.has(index));
  const isMuch = countHan(page.lines, left) > limits.MOST_STRANDED * countHan(page.lines, body);
  return left.map((index) => toVerdict(lineAt(page.lines, index), index, isMuch));
}

function toVerdict(line: Line, index: number, isMuch: boolean): Verdict {
  const isSentence = isBody(line) || line.text.includes('。');
  const isShort = line.han > 0 && line.plain.length <= limits.LONGEST_STRANDED && !isSentence;
  return {
    type: isShort && !isMuch ? 'removal' : 'doubt',
    line: index,
    kind: 'furniture',
    rule: 'after-the-end',
    reason: 'Stands after the links and notices that follow an article.',
  };
}
