/** What is left over after the end of an article, between the site's lists and notices. */
import { isBody, type Line } from './line.ts';
import type { StripRules } from './strip-rules.ts';
import type { Page, Verdict } from './verdict.ts';

const LONGEST = 60;

/**
 * Short lines without a sentence that stand after a line which only comes after articles: titles of other articles,
 * sections of the site. A sentence there is kept, with a doubt; so is everything on a page without a body.
 */
export function findStranded(page: Page, _rules: StripRules): Verdict[] {
  if (page.lastBody < 0) return [];
  const verdicts: Verdict[] = [];
  let isAfter = false;
  for (let index = page.lastBody + 1; index < page.lines.length; index++) {
    if (page.enders.has(index)) isAfter = true;
    else if (isAfter && !page.judged.has(index) && !page.isMeta(index))
      verdicts.push(judge(page.lines[index]!, index));
  }
  return verdicts;
}

function judge(line: Line, index: number): Verdict {
  const isShort = line.plain.length <= LONGEST && !isBody(line) && !line.text.includes('。');
  return {
    type: isShort ? 'removal' : 'doubt',
    line: index,
    kind: 'furniture',
    rule: 'after-the-end',
    reason: 'Stands after the links and notices that follow an article.',
  };
}
