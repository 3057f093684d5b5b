/** The name of the site a page comes from, where its frame says it: © 2019 柳下詩詞網, 標題_柳下詩詞網, 柳下詩詞網 > 詩文. */

import { fold } from '../text/fold.ts';
import { foldPlain } from './line.ts';
import { endingOf } from './name.ts';
import type { PageRules } from './page-rules.ts';

/** Of a page so much is looked at from either end, in UTF-16 units; its frame is there. */
const DEEPEST = 6000;
const HEAD_LINES = 12;
const TITLE_LINES = 3;
const MOST_SENTENCES = 2;
const LONGEST_LINE = 300;
const LONGEST_NAME = 24;

const NAME = '[\\p{Script=Han}A-Za-z0-9·]{2,24}';
const RIGHTS = '(?:©|&copy;|\\(c\\)|copyright|版权所有)';
const AFTER_RIGHTS = new RegExp(
  `${RIGHTS}(?:[\\s\\d:：,，.–—－~至年@-]|©|\\(c\\)|copyright|版权所有)*(?<name>${NAME})`,
  'diu',
);
const BEFORE_RIGHTS = new RegExp(`(?<name>${NAME})[\\s\\d,，–—-]*版权所有`, 'du');
const FIRST_STEP = new RegExp(`^(?:[^:：>»›]{0,8}[:：]\\s*)?(?<name>${NAME})\\s*(?:>|›|»)`, 'du');
const WELCOME = new RegExp(
  `欢迎您?(?:来到|光临|访问|进入|登录)(?<name>\\p{Script=Han}{2,20}?)(?:官方|网站|官网|[!！,，。]|$)|^(?<greeter>${NAME})欢迎您`,
  'du',
);
const BLANKS = /[\s\u3000]+/;
const POWERED = /^powered by/i;
const NO_NAME = /^(?:all|rights|reserved|powered|by|the|所有|保留|本站|本网|未经|归|属于|违者|转载)|^\d+$/i;
const JOINT = /\s*[-_|｜—–]+\s*/;

/**
 * The name as the page writes it. At least two places of the frame must agree on it, or a statement of rights must give
 * one that ends as names of houses do; `undefined` where nothing is so sure.
 */
export function findSite(text: string, rules: PageRules): string | undefined {
  const first = linesOf(text.slice(0, DEEPEST), rules);
  const head = first.slice(0, HEAD_LINES);
  const tail = linesOf(text.slice(Math.max(DEEPEST, text.length - DEEPEST)), rules);
  const all = text.length > DEEPEST ? [...head, ...tail] : first;
  const saying = (sign: string) => all.filter(({ folded }) => folded.includes(sign));
  const owners = [
    ...all.filter(isFrame).flatMap((line) => find(line, AFTER_RIGHTS)),
    ...saying('版权所有')
      .filter(isFrame)
      .flatMap((line) => find(line, BEFORE_RIGHTS)),
  ];
  const places = [
    owners,
    head.slice(0, TITLE_LINES).flatMap((line) => stretches(line, rules)),
    head.flatMap((line) => find(line, FIRST_STEP)),
    saying('欢迎').flatMap((line) => find(line, WELCOME)),
    head.map(({ text }) => text.split(BLANKS, 1)[0]!),
  ].map((names) => names.filter((name) => isName(name, rules)));
  const others = (i: number) => places.flatMap((names, k) => (k === i ? [] : names));
  const agreed = places
    .slice(0, -1)
    .flatMap((names, i) => names.flatMap((name) => others(i).filter((other) => isSame(name, other, rules))));
  return agreed[0] ?? places[0]!.find((name) => isHouse(name, rules));
}

interface FrameLine {
  readonly text: string;
  /** In Simplified; as long as `text`. */
  readonly folded: string;
}

/** Of a paragraph that speaks of rights nothing is known. */
function isFrame({ text }: FrameLine): boolean {
  return (text.match(/[。？！]/g)?.length ?? 0) <= MOST_SENTENCES;
}

function linesOf(text: string, { scripts }: PageRules): FrameLine[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line.length <= LONGEST_LINE)
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

function find({ text, folded }: FrameLine, pattern: RegExp): string[] {
  const groups = pattern.exec(folded)?.indices?.groups;
  return Object.values(groups ?? {}).flatMap((place) => (place ? [text.slice(...place)] : []));
}

function isName(text: string, rules: PageRules): boolean {
  const plain = plainOf(text, rules);
  const isLong = plain.length > 2 && plain.length <= LONGEST_NAME;
  return (
    isLong &&
    !NO_NAME.test(plain) &&
    !rules.breadcrumbRoots.includes(plain) &&
    /^[\p{L}\p{N}·]+$/u.test(plain)
  );
}

/** 柳下日報 is the same as 柳下日報有限公司. */
function isSame(name: string, other: string, rules: PageRules): boolean {
  const [longer, plain] = [plainOf(name, rules), plainOf(other, rules)];
  return longer === plain || (longer.startsWith(plain) && longer.endsWith('公司'));
}

function isHouse(name: string, rules: PageRules): boolean {
  const plain = plainOf(name, rules);
  return endingOf(plain, rules) !== undefined || rules.issuerEndings.some((ending) => plain.endsWith(ending));
}

function plainOf(text: string, { scripts }: PageRules): string {
  return foldPlain(text, scripts.fold);
}
