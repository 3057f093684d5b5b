/** Paragraphs in which a site speaks of itself in somebody's article: 云梭互聯十三年來為上千家企業提供網站建設服務. */

import { foldPlain, isBody, type Line } from '../page/line.ts';
import { scoreLine } from './furniture-model.ts';
import type { StripRules } from './strip-rules.ts';
import type { PageView, Verdict } from './verdict.ts';

/** The name stands at the end of a title of the page, which is among so many first lines. */
const TITLE_LINES = 3;
const LONGEST_TITLE = 200;
/** Lengths of a name, folded; a shorter one may be a word. */
const SHORTEST_NAME = 4;
const LONGEST_NAME = 14;
/** An article that names the site in more paragraphs than this is about it. */
const MOST_PARAGRAPHS = 2;
/** Nats from which on a paragraph that names the site is the site's. */
const SURE = 1;
const LONGEST_PARAGRAPH = 400;
/** 柳下日報訊, 柳下日報記者: how a paper's own report begins. */
const REPORT = /^(?:讯|记者|\d{1,2}月|报道|消息)/;

/** Such paragraphs between those of an article that does not speak of the site otherwise. */
export function findOwnName(page: PageView, rules: StripRules): Verdict[] {
  const name = siteOf(page, rules);
  if (name === undefined || page.judged.size === 0) return [];
  const named = page.lines.flatMap((line, index) =>
    page.judged.has(index) || page.isMeta(index) || !line.plain.includes(name) ? [] : [index],
  );
  const inBody = named.filter((index) => index >= page.firstBody && index <= page.lastBody);
  if (inBody.length > MOST_PARAGRAPHS) return [];
  return inBody.flatMap((index): Verdict[] => {
    const line = page.lines[index]!;
    if (!isSelfPraise(line, name, rules)) return [];
    const reason = 'Names the site, as its title does, and reads like its furniture.';
    return [{ type: 'removal', line: index, kind: 'self-promotion', rule: 'own-name', reason }];
  });
}

function isSelfPraise(line: Line, name: string, { furnitureModel }: StripRules): boolean {
  const { plain } = line;
  if (plain.length > LONGEST_PARAGRAPH || REPORT.test(plain.slice(plain.indexOf(name) + name.length)))
    return false;
  return isBody(line) && scoreLine(line, furnitureModel) >= SURE;
}

/** The folded name of the site that the title of the page ends in, and no title names beside it; or `undefined`. */
export function siteOf({ lines }: PageView, { scripts }: StripRules): string | undefined {
  for (const { text } of lines.slice(0, TITLE_LINES)) {
    if (text.length > LONGEST_TITLE) continue;
    const stretches = text.replace(/【([^【】]+)】$/, '_$1').split(JOINT);
    const [title, ...rest] = stretches.map((stretch) => foldPlain(stretch, scripts.fold));
    const name = rest.at(-1)?.replace(/(?:官方网站|官网|有限公司)$/, '');
    if (name === undefined || title!.includes(name)) continue;
    if (name.length >= SHORTEST_NAME && name.length <= LONGEST_NAME && NAME.test(name)) return name;
  }
  return undefined;
}

/** Not a dash, behind which subtitles stand. */
const JOINT = /(?<=[\p{Script=Han}\p{Pe}\p{Pf}\d？！])\s*[-_|｜]\s*(?=[\p{Script=Han}\p{Ps}])/u;
const NAME = /^[\p{Script=Han}a-z\d]+$/u;
