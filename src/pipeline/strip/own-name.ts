/** Paragraphs in which a site speaks of itself in somebody's article: 云梭互聯十三年來為上千家企業提供網站建設服務. */

import { foldPlain, isBody, type Line } from '../page/line.ts';
import * as limits from './constants.ts';
import { scoreLine } from './furniture-model.ts';
import type { StripRules } from './strip-rules.ts';
import type { PageView, Verdict } from './verdict.ts';

/** Such paragraphs between those of an article that does not speak of the site otherwise. */
export function findOwnName(page: PageView, rules: StripRules): Verdict[] {
  const name = siteOf(page, rules);
  if (name === undefined || page.removed.size === 0) return [];
  const named = [...page.lines.entries()].filter(
    ([index, { plain }]) => !page.removed.has(index) && !page.isMeta(index) && plain.includes(name),
  );
  const inBody = named.filter(([index]) => index >= page.firstBody && index <= page.lastBody);
  if (inBody.length > limits.MOST_NAMING) return [];
  return inBody.flatMap(([index, line]): Verdict[] => {
    if (!isSelfPraise(line, name, rules)) return [];
    const reason = 'Names the site, as its title does, and reads like its furniture.';
    return [{ type: 'removal', line: index, kind: 'self-promotion', rule: 'own-name', reason }];
  });
}

function isSelfPraise(line: Line, name: string, { furnitureModel, patterns }: StripRules): boolean {
  const { plain } = line;
  const isReport = patterns.report.test(plain.slice(plain.indexOf(name) + name.length));
  if (plain.length > limits.LONGEST_SELF_PRAISE || isReport) return false;
  return isBody(line) && scoreLine(line, furnitureModel) >= limits.SELF_PRAISE;
}

/** The folded name of the site that the title of the page ends in, and no title names beside it; or `undefined`. */
export function siteOf({ lines }: PageView, { patterns, scripts }: StripRules): string | undefined {
  for (const { text } of lines.slice(0, limits.NAMED_TITLE_LINES)) {
    if (text.length > limits.LONGEST_NAMED_TITLE) continue;
    const stretches = text.replace(/【([^【】]+)】$/, '_$1').split(JOINT);
    const [title = '', ...rest] = stretches.map((stretch) => foldPlain(stretch, scripts.fold));
    const name = rest.at(-1)?.replace(patterns.houseEnding, '');
    if (name === undefined || title.includes(name)) continue;
    if (name.length >= limits.SHORTEST_OWN_NAME && name.length <= limits.LONGEST_OWN_NAME && NAME.test(name))
      return name;
  }
  return undefined;
}

/** Not a dash, behind which subtitles stand. */
const JOINT = /(?<=[\p{Script=Han}\p{Pe}\p{Pf}\d？！])\s*[-_|｜]\s*(?=[\p{Script=Han}\p{Ps}])/u;
const NAME = /^[\p{Script=Han}a-z\d]+$/u;
