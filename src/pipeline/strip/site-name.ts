/** Names and slogans of a site over an article: 某某科技有限公司, 專注水泵製造20年，品質值得信賴！ */

import { isBody, isTitleLike, type Line } from '../page/line.ts';
import { findWords } from './lexicon.ts';
import type { StripRules } from './strip-rules.ts';
import type { PageView, Verdict } from './verdict.ts';

/** Names stand near the title. */
const LONGEST_HEAD = 80;
const LONGEST_NAME = 30;
const LONGEST_SLOGAN = 60;
const YEARS = /\d{1,2}年|[一二三四五六七八九]?十[多余几]?年/;

/** Head lines that name or praise the site; the line that must be the title stays. */
export function findSiteName(page: PageView, rules: StripRules): Verdict[] {
  if (page.lastBody < 0) return []; // a page without a body has nothing to tell a name from a title
  const from = Math.max(0, page.firstBody - LONGEST_HEAD);
  const lastTitle = findLastTitle(page, from);
  return page.lines.slice(from, page.firstBody).flatMap((line, offset): Verdict[] => {
    const index = from + offset;
    if (page.judged.has(index) || page.isMeta(index)) return [];
    if (isName(line, rules) && index < lastTitle) {
      const reason = 'The name of a company or site over the title.';
      return [toVerdict(index, 'site-name', reason, 'furniture', !isTopic(page, line))];
    }
    if (isSigned(page, index) && index < lastTitle)
      return [
        toVerdict(index, 'site-name', 'The name that stands in the foot of the page, too.', 'furniture'),
      ];
    const praise = countPraise(line, rules);
    if (praise < 2) return [];
    const isSure = praise > 2 || index < lastTitle || page.judged.has(index + 1);
    const reason = `A slogan over the article: ${praise} words of advertising.`;
    return [toVerdict(index, 'slogan', reason, 'self-promotion', isSure)];
  });
}

function isName({ plain, isSentence }: Line, { siteEndings }: StripRules): boolean {
  if (isSentence || plain.length > LONGEST_NAME || /[,:;、《》"|]/.test(plain)) return false;
  for (const ending of siteEndings.keys()) if (plain.endsWith(ending) && plain !== ending) return true;
  return false;
}

const SHORTEST_NAME = 3;

/** Is the line part of another one that was removed after the body? Copyright © 2015 雲山園藝學校. */
function isSigned({ lines, judged, lastBody }: PageView, index: number): boolean {
  const { plain, han } = lines[index]!;
  if (han < SHORTEST_NAME || plain.length > LONGEST_NAME) return false;
  for (let foot = lines.length - 1; foot > Math.max(lastBody, lines.length - LONGEST_FOOT); foot--) {
    if (judged.has(foot) && SIGN.test(lines[foot]!.plain) && lines[foot]!.plain.includes(plain)) return true;
  }
  return false;
}

const LONGEST_FOOT = 20;
const SIGN = /copyright|©|版权|icp备|主办|版权所有/;

const STEM = 4;

/** Does the article speak of the company? */
function isTopic({ lines, judged }: PageView, { plain }: Line): boolean {
  const stem = plain.slice(0, STEM);
  return lines.some((line, index) => !judged.has(index) && isBody(line) && line.plain.includes(stem));
}

function countPraise({ plain }: Line, { pitchWords }: StripRules): number {
  if (plain.length > LONGEST_SLOGAN || plain.includes('。')) return 0;
  const words = findWords(plain, pitchWords).found.map(({ word }) => word);
  const years = words.length > 0 && YEARS.test(plain) ? 1 : 0;
  return new Set(words).size + years;
}

/** The last line before the body that can be the title, or -1. */
function findLastTitle(page: PageView, from: number): number {
  for (let index = page.firstBody - 1; index >= from; index--) {
    if (!page.judged.has(index) && !page.isMeta(index) && isTitleLike(page.lines[index]!)) return index;
  }
  return -1;
}

function toVerdict(
  line: number,
  rule: string,
  reason: string,
  kind: Verdict['kind'],
  isSure = true,
): Verdict {
  return { type: isSure ? 'removal' : 'doubt', line, kind, rule, reason };
}
