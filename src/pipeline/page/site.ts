/** The name of the site a page comes from, where its frame says it: © 2019 柳下詩詞網, 標題_柳下詩詞網, 柳下詩詞網 > 詩文. */

import { fold } from '../text/fold.ts';
import * as limits from './constants.ts';
import { foldPlain } from './line.ts';
import { endingOf } from './name.ts';
import type { PageRules } from './page-rules.ts';

const FIRST_STEP = /^(?:[^:：>»›]{0,8}[:：]\s*)?(?<name>[\p{Script=Han}A-Za-z0-9·]{2,24})\s*(?:>|›|»)/du;
const BLANKS = /[\s\u3000]+/;
const POWERED = /^powered by/i;
const JOINT = /\s*[-_|｜—–]+\s*/;

/**
 * The name as the page writes it. At least two places of the frame must agree on it, or a statement of rights must give
 * one that ends as names of houses do; `undefined` where nothing is so sure.
 */
export function findSite(text: string, rules: PageRules): string | undefined {
  const first = linesOf(text.slice(0, limits.FRAME_DEPTH), rules);
  const head = first.slice(0, limits.FRAME_HEAD_LINES);
  const tail = linesOf(text.slice(Math.max(limits.FRAME_DEPTH, text.length - limits.FRAME_DEPTH)), rules);
  const all = text.length > limits.FRAME_DEPTH ? [...head, ...tail] : first;
  const { rightsAfter, rightsBefore, welcome } = rules.pagePatterns;
  const frame = all.filter(isFrame);
  const namesOf = (names: readonly string[]) => names.filter((name) => isName(name, rules));
  const owners = namesOf([
    ...frame.flatMap((line) => findNames(line, rightsBefore)),
    ...frame.flatMap((line) => findNames(line, rightsAfter)),
  ]);
  const places = [
    owners,
    namesOf(head.slice(0, limits.FRAME_TITLE_LINES).flatMap((line) => stretches(line, rules))),
    namesOf(head.flatMap((line) => findNames(line, FIRST_STEP))),
    namesOf(all.flatMap((line) => findNames(line, welcome))),
    namesOf(head.flatMap(({ text }) => text.split(BLANKS, 1))),
  ];
  const others = (i: number) => places.flatMap((names, k) => (k === i ? [] : names));
  const agreed = places
    .slice(0, -1)
    .flatMap((names, i) => names.flatMap((name) => others(i).filter((other) => isSame(name, other, rules))));
  return agreed[0] ?? owners.find((name) => isHouse(name, rules));
}

interface FrameLine {
  readonly text: string;
  /** In Simplified; as long as `text`. */
  readonly folded: string;
}

/** Of a paragraph that speaks of rights nothing is known. */
function isFrame({ text }: FrameLine): boolean {
  return (text.match(/[。？！]/g)?.length ?? 0) <= limits.MOST_FRAME_SENTENCES;
}

function linesOf(text: string, { scripts }: PageRules): FrameLine[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line.length <= limits.LONGEST_FRAME_LINE)
    .map((line) => ({ text: line, folded: fold(line, scripts.fold) }));
}

/**
 * What follows the title on a title line of several stretches: the last, the name of its software left out, and what ends
 * as names of houses do.
 */
function stretches({ text }: FrameLine, rules: PageRules): string[] {
  const [title, ...rest] = text
    .replace(/【([^【】]+)】$/, '_$1')
    .split(JOINT)
    .filter((stretch) => !POWERED.test(stretch));
  const names = rest.filter((stretch, i) => i === rest.length - 1 || isHouse(stretch, rules));
  return names.filter((stretch) => stretch !== title).reverse();
}

/** The names that the groups of `pattern` find in the folded line, as the page writes them. */
function findNames({ text, folded }: FrameLine, pattern: RegExp): string[] {
  const groups = pattern.exec(folded)?.indices?.groups;
  return Object.values(groups ?? {}).flatMap((place) => (place ? [text.slice(...place)] : []));
}

function isName(text: string, rules: PageRules): boolean {
  const plain = plainOf(text, rules);
  const isLong = plain.length >= limits.SHORTEST_SITE_NAME && plain.length <= limits.LONGEST_SITE_NAME;
  return (
    isLong &&
    !rules.pagePatterns.noSite.test(plain) &&
    !rules.breadcrumbRoots.includes(plain) &&
    /^[\p{L}\p{N}·]+$/u.test(plain)
  );
}

/** 柳下日報 is the same as 柳下日報有限公司. */
function isSame(name: string, other: string, rules: PageRules): boolean {
  const [longer, plain] = [plainOf(name, rules), plainOf(other, rules)];
  return longer === plain || (longer.startsWith(plain) && rules.pagePatterns.company.test(longer));
}

function isHouse(name: string, rules: PageRules): boolean {
  const plain = plainOf(name, rules);
  return endingOf(plain, rules) !== undefined || rules.issuerEndings.some((ending) => plain.endsWith(ending));
}

function plainOf(text: string, { scripts }: PageRules): string {
  return foldPlain(text, scripts.fold);
}
