/**
 * What stands before the title and after the end of an article and reads like a site's, whatever its words: 浏览 21034
 * 收藏 817, 本菜谱由厨友上传. The lines of an edge are judged together: what stands among furniture is furniture sooner.
 */

import { isBody, type Line, lineAt } from '../page/line.ts';
import * as limits from './constants.ts';
import { scoreLine } from './furniture-model.ts';
import type { StripRules } from './strip-rules.ts';
import { findTitle } from './title-line.ts';
import { countHan, type PageView, type Verdict } from './verdict.ts';

/** A page as this detector sees it. */
interface Scored {
  readonly page: PageView;
  readonly rules: StripRules;
  /** Nats in favour of furniture, by line. */
  score(index: number): number;
  isSure(index: number): boolean;
}

/** Lines at the edges of a page that a site put there; on a page without other signs of a site, none. */
export function findEdges(page: PageView, rules: StripRules): Verdict[] {
  if (page.lastBody < 0) return [];
  const scored = scorePage(page, rules);
  const { isSure } = scored;
  const isAuthor = (index: number) =>
    isBody(lineAt(page.lines, index)) && !page.removed.has(index) && !isSure(index);
  const body = range(page.firstBody, page.lastBody + 1);
  const firstBody = body.find(isAuthor);
  const lastBody = body.findLast(isAuthor);
  if (firstBody === undefined || lastBody === undefined) return [];
  const { length } = page.lines;
  const head = range(Math.max(0, firstBody - limits.EDGE_LINES), firstBody);
  const tail = afterItems(scored, range(lastBody + 1, Math.min(length, lastBody + 1 + limits.EDGE_LINES)));
  if (!isOfSite(scored, [...head, ...tail])) return [];
  const title = findTitle(scored, head, lastBody);
  const found = [
    ...judgeEdge(scored, head.toReversed(), title),
    ...judgeEdge(scored, tail, -1),
    ...range(firstBody + 1, lastBody).filter((index) => isForeign(scored, index)),
  ];
  const hanOfArticle = countHan(page.lines, range(firstBody, lastBody + 1));
  const isMuch = countHan(page.lines, found) > limits.MOST_EDGES * hanOfArticle;
  return found.map((line) => {
    const score = scored.score(line);
    return toVerdict(line, score, isMuch && !isSure(line) ? 'doubt' : 'removal');
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

function scorePage(page: PageView, rules: StripRules): Scored {
  const known = new Map<number, number>();
  const score = (index: number) => {
    const found = known.get(index) ?? scoreLine(lineAt(page.lines, index), rules.furnitureModel);
    known.set(index, found);
    return found;
  };
  const isSure = (index: number) => {
    if (page.removed.has(index) || page.isMeta(index)) return false;
    return score(index) >= leastOf(lineAt(page.lines, index)) && !repeatsBody(page, index);
  };
  return { page, rules, score, isSure };
}

function leastOf(line: Line): number {
  if (!isBody(line)) return limits.SURE_LINE;
  const sentences = line.text.match(/[。！？]/g)?.length ?? 0;
  return limits.SURE_PARAGRAPH + limits.SURE_SENTENCE * Math.min(sentences, limits.MOST_SENTENCES);
}

/**
 * Have other detectors found something of a site's at the edges, and does more read like it? Without such a find the
 * edges must read like it on the whole.
 */
function isOfSite({ page, isSure }: Scored, edges: readonly number[]): boolean {
  const removed = edges.filter((index) => page.removed.has(index)).length;
  const sure = edges.filter(isSure).length;
  if (removed > 0) return removed + sure >= limits.FEWEST_SIGNS;
  return sure >= limits.FEWEST_SURE && sure >= limits.SURE_SHARE * edges.length;
}

/** Without the list that an article ends in: its items may be as short as links. */
function afterItems({ page, rules }: Scored, tail: readonly number[]): readonly number[] {
  const end = tail.findIndex((index) => !rules.patterns.listItem.test(lineAt(page.lines, index).plain));
  return end < 0 ? [] : tail.slice(end);
}

/** A line between the paragraphs of an article that nobody would take for a part of it. */
function isForeign({ page, score }: Scored, index: number): boolean {
  if (page.removed.has(index) || page.isMeta(index)) return false;
  const line = lineAt(page.lines, index);
  return !isBody(line) && line.han >= limits.FEWEST_EDGE_HAN && score(index) >= limits.SURE_INSIDE;
}

/**
 * The lines of an edge, given from the article outwards, that are a site's, by the cheapest way to part them into an
 * author's and a site's. The line `title` is the author's.
 */
function judgeEdge(scored: Scored, edge: readonly number[], title: number): number[] {
  const { page, score } = scored;
  let [author, site] = [0, limits.SWITCH_COST];
  const steps: { readonly index: number; readonly fromSite: { author: boolean; site: boolean } }[] = [];
  for (const index of edge) {
    const fromSite = {
      author: site + limits.SWITCH_COST < author,
      site: site <= author + limits.SWITCH_COST,
    };
    steps.push({ index, fromSite });
    const atEdge = scoreAtEdge(scored, index, title);
    [author, site] = [
      Math.min(author, site + limits.SWITCH_COST) + Math.max(0, atEdge),
      Math.min(site, author + limits.SWITCH_COST) + Math.max(0, -atEdge),
    ];
  }
  const sign = edge.findIndex((index) => page.removed.has(index) || score(index) >= limits.SURE_LINE);
  const found: number[] = [];
  let isSite = site < author;
  for (const [i, { index, fromSite }] of [...steps.entries()].reverse()) {
    const least =
      i < sign && lineAt(page.lines, index).han >= limits.FEWEST_EDGE_HAN ? 0 : limits.AUTHORS_LINE;
    if (isSite && score(index) > least && !page.removed.has(index) && !page.isMeta(index)) found.push(index);
    isSite = isSite ? fromSite.site : fromSite.author;
  }
  return found;
}

/** The score of a line with what its place says. */
function scoreAtEdge(scored: Scored, index: number, title: number): number {
  const { page, score } = scored;
  if (index === title) return Number.NEGATIVE_INFINITY;
  if (page.removed.has(index)) return limits.REMOVED_LINE;
  if (page.isMeta(index)) return index < page.firstBody ? 0 : limits.SIGNATURE;
  if (index > title && repeatsBody(page, index)) return Number.NEGATIVE_INFINITY;
  if (isSigner(scored, index)) return limits.SIGNATURE;
  if (index < title) return score(index) + limits.OVER_TITLE;
  const own = score(index);
  return own > 0 && index > page.lastBody ? own + limits.AFTER_END : own;
}

/** The name over the date of a signature, or before it, right after the end: 柳下橋樑股份有限公司董事會 2019年7月5日. */
function isSigner({ page, rules }: Scored, index: number): boolean {
  if (index <= page.lastBody || index > page.lastBody + limits.SIGNED_LINES) return false;
  if (rules.patterns.signedLine.test(lineAt(page.lines, index).plain)) return true;
  return page.lines[index + 1] !== undefined && !page.removed.has(index + 1) && page.isMeta(index + 1);
}

/** Does a line below have what stands near the beginning of this one? Then it is an excerpt, which the metadata wants. */
function repeatsBody({ lines }: PageView, index: number): boolean {
  const { plain } = lineAt(lines, index);
  if (plain.length < limits.SHORTEST_EXCERPT) return false;
  const beginning = plain.slice(limits.EXCERPT_LABEL, limits.SHORTEST_EXCERPT);
  return lines.slice(index + 1, index + limits.EXCERPT_REACH).some((line) => line.plain.includes(beginning));
}

function toVerdict(line: number, score: number, type: Verdict['type']): Verdict {
  const words = score > 0 ? 'Reads like' : 'Stands among';
  const reason = `${words} a site's furniture (${score.toFixed(1)} nats), at the edge of a page of a site.`;
  return { type, line, kind: 'furniture', rule: 'reads-as-furniture', reason };
}
