/**
 * What stands before the title and after the end of an article and reads like a site's, whatever its words: 浏览 21034
 * 收藏 817, 本菜谱由厨友上传. The lines of an edge are judged together: what stands among furniture is furniture sooner.
 */

import { isBody, type Line } from '../page/line.ts';
import { scoreLine } from './furniture-model.ts';
import type { StripRules } from './strip-rules.ts';
import { findTitle } from './title-line.ts';
import type { PageView, Verdict } from './verdict.ts';

/** Nats from which on a line is a site's by itself; a paragraph asks for more, and each of its sentences for more again. */
const SURE = 2.5;
const SURE_PARAGRAPH = 3;
const SURE_SENTENCE = 0.7;
/** Between the paragraphs of an article even more is asked for. */
const SURE_INSIDE = 4;
/** Lines of code and tables have hardly a Han character. */
const FEWEST_HAN = 4;
/** What going over from an author's lines to a site's costs, or back. */
const SWITCH = 1.5;
/**
 * A line that reads so much like an author's stays, whatever its neighbours are; next to the article, before anything
 * that is a site's, every line that does not read like one.
 */
const AUTHORS = -3.5;
/** What a line that another detector removed says about its neighbours. */
const REMOVED = 4;
/** Over the title hardly a line is the author's, and after the end not many are; a date there is sooner that of a signature. */
const OVER_TITLE = 1.5;
const AFTER_END = 1;
const SIGNATURE = -2;
const MOST_SIGNED = 3;
/** So many lines of the edges must be removed or sure before a page is taken as one of a site's. */
const LEAST_SIGNS = 2;
/** Where nothing has been removed: so many sure lines, and such a share of the edges. */
const LEAST_SURE = 3;
const LEAST_SHARE = 0.5;
/** When so much of the length of the article would go, only what is sure by itself does. */
const MOST_REMOVED = 1;
/** Of a very long page only so many lines at either edge are looked at. */
const MOST_LINES = 400;

/** A page as this detector sees it. */
interface Scored {
  readonly page: PageView;
  /** Nats in favour of furniture, by line. */
  score(index: number): number;
  isSure(index: number): boolean;
}

/** Lines at the edges of a page that a site put there; on a page without other signs of a site, none. */
export function findEdges(page: PageView, rules: StripRules): Verdict[] {
  if (page.lastBody < 0) return [];
  const scored = scorePage(page, rules);
  const { isSure } = scored;
  const isAuthor = (index: number) => isBody(page.lines[index]!) && !page.judged.has(index) && !isSure(index);
  const body = range(page.firstBody, page.lastBody + 1);
  const firstBody = body.find(isAuthor);
  const lastBody = body.findLast(isAuthor);
  if (firstBody === undefined || lastBody === undefined) return [];
  const { length } = page.lines;
  const head = range(Math.max(0, firstBody - MOST_LINES), firstBody);
  const tail = afterItems(page, range(lastBody + 1, Math.min(length, lastBody + 1 + MOST_LINES)));
  if (!isOfSite(scored, [...head, ...tail])) return [];
  const title = findTitle(page, head, lastBody, scored.score);
  const found = [
    ...judgeEdge(scored, head.toReversed(), title),
    ...judgeEdge(scored, tail, -1),
    ...range(firstBody + 1, lastBody).filter((index) => isForeign(scored, index)),
  ];
  const hanOf = (indexes: readonly number[]) =>
    indexes.reduce((sum, index) => sum + page.lines[index]!.han, 0);
  const isMuch = hanOf(found) > MOST_REMOVED * hanOf(range(firstBody, lastBody + 1));
  return found.map((line) => {
    const score = scored.score(line);
    return toVerdict(line, score, isMuch && !isSure(line) ? 'doubt' : 'removal');
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

function scorePage(page: PageView, { furnitureModel }: StripRules): Scored {
  const known = new Map<number, number>();
  const score = (index: number) => {
    const found = known.get(index) ?? scoreLine(page.lines[index]!, furnitureModel);
    known.set(index, found);
    return found;
  };
  const isSure = (index: number) => {
    if (page.judged.has(index) || page.isMeta(index)) return false;
    return score(index) >= leastOf(page.lines[index]!) && !repeatsBody(page, index);
  };
  return { page, score, isSure };
}

function leastOf(line: Line): number {
  if (!isBody(line)) return SURE;
  const sentences = line.text.match(/[。！？]/g)?.length ?? 0;
  return SURE_PARAGRAPH + SURE_SENTENCE * Math.min(sentences, MOST_SENTENCES);
}

const MOST_SENTENCES = 6;

/**
 * Have other detectors found something of a site's at the edges, and does more read like it? Without such a find the
 * edges must read like it on the whole.
 */
function isOfSite({ page, isSure }: Scored, edges: readonly number[]): boolean {
  const removed = edges.filter((index) => page.judged.has(index)).length;
  const sure = edges.filter(isSure).length;
  if (removed > 0) return removed + sure >= LEAST_SIGNS;
  return sure >= LEAST_SURE && sure >= LEAST_SHARE * edges.length;
}

/** Without the list that an article ends in: its items may be as short as links. */
function afterItems({ lines }: PageView, tail: readonly number[]): readonly number[] {
  const end = tail.findIndex((index) => !ITEM.test(lines[index]!.plain));
  return end < 0 ? [] : tail.slice(end);
}

/** A line between the paragraphs of an article that nobody would take for a part of it. */
function isForeign({ page, score }: Scored, index: number): boolean {
  if (page.judged.has(index) || page.isMeta(index)) return false;
  const line = page.lines[index]!;
  return !isBody(line) && line.han >= FEWEST_HAN && score(index) >= SURE_INSIDE;
}

/**
 * The lines of an edge, given from the article outwards, that are a site's, by the cheapest way to part them into an
 * author's and a site's. The line `title` is the author's.
 */
function judgeEdge({ page, score }: Scored, edge: readonly number[], title: number): number[] {
  let [author, site] = [0, SWITCH];
  const cameFromSite: [author: boolean, site: boolean][] = [];
  for (const index of edge) {
    cameFromSite.push([site + SWITCH < author, site <= author + SWITCH]);
    const weight = weigh(page, index, title, score);
    [author, site] = [
      Math.min(author, site + SWITCH) + Math.max(0, weight),
      Math.min(site, author + SWITCH) + Math.max(0, -weight),
    ];
  }
  const sign = edge.findIndex((index) => page.judged.has(index) || score(index) >= SURE);
  const found: number[] = [];
  let isSite = site < author;
  for (let i = edge.length - 1; i >= 0; i--) {
    const index = edge[i]!;
    const least = i < sign && page.lines[index]!.han >= FEWEST_HAN ? 0 : AUTHORS;
    if (isSite && score(index) > least && !page.judged.has(index) && !page.isMeta(index)) found.push(index);
    isSite = cameFromSite[i]![isSite ? 1 : 0];
  }
  return found;
}

/** 一、, 2., （三）: an item of a list. */
const ITEM = /^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[、.]|\([一二三四五六七八九十\d]{1,3}\))/;

function weigh(page: PageView, index: number, title: number, score: Scored['score']): number {
  if (index === title) return Number.NEGATIVE_INFINITY;
  if (page.judged.has(index)) return REMOVED;
  if (page.isMeta(index)) return index < page.firstBody ? 0 : SIGNATURE;
  if (index > title && repeatsBody(page, index)) return Number.NEGATIVE_INFINITY;
  if (isSigner(page, index)) return SIGNATURE;
  if (index < title) return score(index) + OVER_TITLE;
  const own = score(index);
  return own > 0 && index > page.lastBody ? own + AFTER_END : own;
}

/** The name over the date of a signature, or before it, right after the end: 柳下橋樑股份有限公司董事會 2019年7月5日. */
function isSigner(page: PageView, index: number): boolean {
  if (index <= page.lastBody || index > page.lastBody + MOST_SIGNED) return false;
  if (SIGNED.test(page.lines[index]!.plain)) return true;
  return page.lines[index + 1] !== undefined && !page.judged.has(index + 1) && page.isMeta(index + 1);
}

const SIGNED = /^[^:]{2,30}(?:\d{4}|[〇零○一二三四五六七八九]{4})年[^年]{1,3}月[^月]{1,3}日$/;

/** A label may stand before an excerpt: 導讀. */
const LABEL = 4;
const EXCERPT = 16;
const MOST_LOOKED_AT = 40;

/** Does a line below have what stands near the beginning of this one? Then it is an excerpt, which the metadata wants. */
function repeatsBody({ lines }: PageView, index: number): boolean {
  const { plain } = lines[index]!;
  if (plain.length < EXCERPT) return false;
  const beginning = plain.slice(LABEL, EXCERPT);
  return lines.slice(index + 1, index + MOST_LOOKED_AT).some((line) => line.plain.includes(beginning));
}

function toVerdict(line: number, score: number, type: Verdict['type']): Verdict {
  const words = score > 0 ? 'Reads like' : 'Stands among';
  const reason = `${words} a site's furniture (${score.toFixed(1)} nats), at the edge of a page of a site.`;
  return { type, line, kind: 'furniture', rule: 'reads-as-furniture', reason };
}
