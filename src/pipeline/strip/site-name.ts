/** Names and slogans of a site over an article: 某某科技有限公司, 專注水泵製造20年，品質值得信賴！ */

import { isBody, isTitleLike, type Line, lineAt } from '../page/line.ts';
import * as limits from './constants.ts';
import { findWords } from './lexicon.ts';
import type { StripRules } from './strip-rules.ts';
import type { PageView, Verdict } from './verdict.ts';

/** Head lines that name or praise the site; the line that must be the title stays. */
export function findSiteNames(page: PageView, rules: StripRules): Verdict[] {
  if (page.lastBody < 0) return []; // a page without a body has nothing to tell a name from a title
  const from = Math.max(0, page.firstBody - limits.SITE_HEAD);
  const lastTitle = findLastTitle(page, from);
  return page.lines.slice(from, page.firstBody).flatMap((line, offset): Verdict[] => {
    const index = from + offset;
    if (page.removed.has(index) || page.isMeta(index)) return [];
    const name = { line: index, kind: 'furniture', rule: 'site-name' } as const;
    if (isName(line, rules) && index < lastTitle) {
      const reason = 'The name of a company or site over the title.';
      return [{ ...name, type: isTopic(page, line) ? 'doubt' : 'removal', reason }];
    }
    if (isInFoot(page, line, rules) && index < lastTitle)
      return [{ ...name, type: 'removal', reason: 'The name that stands in the foot of the page, too.' }];
    const praise = countPraise(line, rules);
    if (praise < limits.FEWEST_PRAISE) return [];
    const isSure = praise > limits.FEWEST_PRAISE || index < lastTitle || page.removed.has(index + 1);
    const reason = `A slogan over the article: ${praise} words of advertising.`;
    return [
      { type: isSure ? 'removal' : 'doubt', line: index, kind: 'self-promotion', rule: 'slogan', reason },
    ];
  });
}

function isName({ plain, isSentence }: Line, { siteEndings }: StripRules): boolean {
  if (isSentence || plain.length > limits.LONGEST_HEAD_NAME || /[,:;、《》"|]/.test(plain)) return false;
  for (const ending of siteEndings.keys()) if (plain.endsWith(ending) && plain !== ending) return true;
  return false;
}

/** Is the line part of another one that was removed after the body? Copyright © 2015 雲山園藝學校. */
function isInFoot(page: PageView, { plain, han }: Line, { patterns }: StripRules): boolean {
  if (han < limits.SHORTEST_FOOT_NAME_HAN || plain.length > limits.LONGEST_HEAD_NAME) return false;
  const from = 1 + Math.max(page.lastBody, page.lines.length - limits.SITE_FOOT);
  return page.lines.slice(from).some((foot, i) => {
    const isStatement = page.removed.has(from + i) && patterns.statement.test(foot.plain);
    return isStatement && foot.plain.includes(plain);
  });
}

/** Does the article speak of the company? */
function isTopic({ lines, removed }: PageView, { plain }: Line): boolean {
  const stem = plain.slice(0, limits.COMPANY_STEM);
  return lines.some((line, index) => !removed.has(index) && isBody(line) && line.plain.includes(stem));
}

function countPraise({ plain }: Line, { patterns, pitchWords }: StripRules): number {
  if (plain.length > limits.LONGEST_SLOGAN || plain.includes('。')) return 0;
  const words = findWords(plain, pitchWords).found.map(({ word }) => word);
  const years = words.length > 0 && patterns.years.test(plain) ? 1 : 0;
  return new Set(words).size + years;
}

/** The last line before the body that can be the title, or -1. */
function findLastTitle(page: PageView, from: number): number {
  for (let index = page.firstBody - 1; index >= from; index--) {
    if (!page.removed.has(index) && !page.isMeta(index) && isTitleLike(lineAt(page.lines, index)))
      return index;
  }
  return -1;
}
