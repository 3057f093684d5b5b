/** Names and slogans of a site over an article: 某某科技有限公司, 專注水泵製造20年，品質值得信賴！ */
import { findWords } from './lexicon.ts';
import { isBody, type Line } from './line.ts';
import type { StripRules } from './strip-rules.ts';
import { isHead, type Page, type Verdict } from './verdict.ts';

const LONGEST_NAME = 30;
const LONGEST_SLOGAN = 60;
const YEARS = /\d{1,2}年|[一二三四五六七八九]?十[多余几]?年/;

/** Head lines that name or praise the site; the line that must be the title stays. */
export function findSiteName(page: Page, rules: StripRules): Verdict[] {
  if (page.lastBody < 0) return []; // a page without a body has nothing to tell a name from a title
  return page.lines.slice(0, page.firstBody).flatMap((line, index): Verdict[] => {
    if (page.judged.has(index) || page.isMeta(index)) return [];
    if (isName(line, rules) && hasTitleAfter(page, index)) {
      const reason = 'The name of a company or site over the title.';
      return [toVerdict(index, 'site-name', reason, 'furniture', !isTopic(page, line))];
    }
    const praise = countPraise(line, rules);
    if (praise < 2) return [];
    const isSure = praise > 2 || hasTitleAfter(page, index) || page.judged.has(index + 1);
    const reason = `A slogan over the article: ${praise} words of advertising.`;
    return [toVerdict(index, 'slogan', reason, 'self-promotion', isSure)];
  });
}

function isName({ plain, isSentence }: Line, { siteEndings }: StripRules): boolean {
  if (isSentence || plain.length > LONGEST_NAME || /[,:;、《》"|]/.test(plain)) return false;
  for (const ending of siteEndings.keys()) if (plain.endsWith(ending) && plain !== ending) return true;
  return false;
}

const STEM = 4;

/** Does the article speak of the company? */
function isTopic({ lines, judged }: Page, { plain }: Line): boolean {
  const stem = plain.slice(0, STEM);
  return lines.some((line, index) => !judged.has(index) && isBody(line) && line.plain.includes(stem));
}

function countPraise({ plain }: Line, { pitchWords }: StripRules): number {
  if (plain.length > LONGEST_SLOGAN || plain.includes('。')) return 0;
  const words = findWords(plain, pitchWords).found.map(({ word }) => word);
  const years = words.length > 0 && YEARS.test(plain) ? 1 : 0;
  return new Set(words).size + years;
}

/** Can a line between this one and the body be the title? */
function hasTitleAfter(page: Page, index: number): boolean {
  for (let next = index + 1; isHead(page, next) && next < page.lines.length; next++) {
    if (!page.judged.has(next) && !page.isMeta(next) && isTitleLike(page.lines[next]!)) return true;
  }
  return false;
}

function isTitleLike({ plain, han }: Line): boolean {
  return han > 3 && plain.length <= 60 && !/[。;,:…]$/.test(plain);
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
