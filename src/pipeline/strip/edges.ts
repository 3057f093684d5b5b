/**
 * What stands before the title and after the end of an article and reads like a site's, whatever its words: 浏览 21034
 * 收藏 817, 本菜谱由厨友上传. The lines of an edge are judged together: what stands among furniture is furniture sooner.
 */
import { scoreLine } from './furniture-model.ts';
import { isBody, isTitleLike, type Line, TITLE_JOINT } from './line.ts';
import type { StripRules } from './strip-rules.ts';
import type { Page, Verdict } from './verdict.ts';

/** Nats from which on a line is a site's by itself; a paragraph asks for more, and each of its sentences for more again. */
const SURE = 3;
const SURE_PARAGRAPH = 3.5;
const SURE_SENTENCE = 0.7;
/** Between the paragraphs of an article even more is asked for. */
const SURE_INSIDE = 5;
/** Lines of code and tables have hardly a Han character. */
const FEWEST_HAN = 4;
/** What going over from an author's lines to a site's costs, or back. */
const SWITCH = 2;
/** What a line that another detector removed says about its neighbours. */
const REMOVED = 4;
/** Over the title hardly a line is the author's; a date in the foot is sooner that of a signature. */
const OVER_TITLE = 1.5;
const SIGNATURE = -2;
/** So many lines of the edges must be removed or sure before a page is taken as one of a site's. */
const LEAST_SIGNS = 2;
/** Where nothing has been removed: so many sure lines, and such a share of the edges. */
const LEAST_SURE = 3;
const LEAST_SHARE = 0.5;
/** When so much of the length of the article would go, nothing does. */
const MOST_REMOVED = 1;
/** Of a very long page only so many lines at either edge are looked at. */
const MOST_LINES = 400;

/** A page as this detector sees it. */
interface Scored {
  readonly page: Page;
  /** Nats in favour of furniture, by line. */
  score(index: number): number;
  isSure(index: number): boolean;
}

/** Lines at the edges of a page that a site put there; on a page without other signs of a site, none. */
export function findEdges(page: Page, rules: StripRules): Verdict[] {
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
  const tail = range(lastBody + 1, Math.min(length, lastBody + 1 + MOST_LINES));
  if (!isOfSite(scored, [...head, ...tail])) return [];
  const title = findTitle(scored, head, bodyPairs(page, lastBody));
  const found = [
    ...judgeEdge(scored, head.toReversed(), title),
    ...judgeEdge(scored, tail, -1),
    ...range(firstBody + 1, lastBody).filter((index) => isForeign(scored, index)),
  ];
  const hanOf = (indexes: readonly number[]) =>
    indexes.reduce((sum, index) => sum + page.lines[index]!.han, 0);
  const isMuch = hanOf(found) > MOST_REMOVED * hanOf(range(firstBody, lastBody + 1));
  return found.map((line) => toVerdict(line, scored.score(line), isMuch ? 'doubt' : 'removal'));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

function scorePage(page: Page, { furnitureModel }: StripRules): Scored {
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

/** A line between the paragraphs of an article that nobody would take for a part of it. */
function isForeign({ page, score }: Scored, index: number): boolean {
  if (page.judged.has(index) || page.isMeta(index)) return false;
  const line = page.lines[index]!;
  return !isBody(line) && line.han >= FEWEST_HAN && score(index) >= SURE_INSIDE;
}

/**
 * The line over the article that is the likeliest title, or -1: one that another head line repeats; else the first whose
 * words the article uses or that reads like an author's, one without the name of a site sooner.
 */
function findTitle(
  { page, score }: Scored,
  head: readonly number[],
  below: ReadonlyMap<string, number>,
): number {
  const plains = head.map((index) => page.lines[index]!.plain);
  const candidates = head.flatMap((index, i) => {
    const line = page.lines[index]!;
    if (page.judged.has(index) || page.isMeta(index) || !isTitleLike(line)) return [];
    const isRepeated =
      line.plain.length >= SHORTEST_TITLE && plains.some((plain, k) => k !== i && plain.includes(line.plain));
    const shared = pairsOf(line.plain).filter((pair) => below.get(pair)! > index).length;
    return [{ index, isRepeated, merit: Math.min(MOST_SHARED, shared) - score(index) }];
  });
  const found =
    candidates.findLast(({ isRepeated }) => isRepeated) ??
    candidates.find(({ index, merit }) => merit >= LEAST_MERIT && !isJoined(page.lines[index]!)) ??
    candidates.find(({ merit }) => merit >= LEAST_MERIT);
  return (found ?? candidates.sort((a, b) => b.merit - a.merit)[0])?.index ?? -1;
}

const SHORTEST_TITLE = 6;
const MOST_SHARED = 4;
const LEAST_MERIT = 1.5;
const MOST_BODY = 20_000;

/** 標題_欄目_站名, 專利申請-商標註冊-版權登記: what a site sets for search engines; a title of its own stands elsewhere. */
function isJoined({ text }: Line): boolean {
  return [...text.matchAll(TITLE_JOINT)].length > 1;
}

/** The pairs of neighbouring Han characters of a folded text. */
function pairsOf(plain: string): string[] {
  return [...plain.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map(([, pair]) => pair!);
}

/** Each pair of characters, and the last line up to the end of the article that has it. */
function bodyPairs({ lines, judged }: Page, last: number): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  let looked = 0;
  for (let index = 0; index <= last && looked < MOST_BODY; index++) {
    const { plain } = lines[index]!;
    if (judged.has(index)) continue;
    for (const pair of pairsOf(plain.slice(0, MOST_BODY))) pairs.set(pair, index);
    looked += plain.length;
  }
  return pairs;
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
  const found: number[] = [];
  let isSite = site < author;
  for (let i = edge.length - 1; i >= 0; i--) {
    const index = edge[i]!;
    if (isSite && !page.judged.has(index) && !page.isMeta(index)) found.push(index);
    isSite = cameFromSite[i]![isSite ? 1 : 0];
  }
  return found;
}

function weigh(page: Page, index: number, title: number, score: Scored['score']): number {
  if (index === title) return Number.NEGATIVE_INFINITY;
  if (page.judged.has(index)) return REMOVED;
  if (page.isMeta(index)) return index < page.firstBody ? 0 : SIGNATURE;
  if (index > title && repeatsBody(page, index)) return Number.NEGATIVE_INFINITY;
  return score(index) + (index < title ? OVER_TITLE : 0);
}

/** A label may stand before an excerpt: 導讀. */
const LABEL = 4;
const EXCERPT = 16;
const MOST_LOOKED_AT = 40;

/** Does a line below have what stands near the beginning of this one? Then it is an excerpt, which the metadata wants. */
function repeatsBody({ lines }: Page, index: number): boolean {
  const { plain } = lines[index]!;
  if (plain.length < EXCERPT) return false;
  const beginning = plain.slice(LABEL, EXCERPT);
  return lines.slice(index + 1, index + MOST_LOOKED_AT).some((line) => line.plain.includes(beginning));
}

function toVerdict(line: number, score: number, type: Verdict['type']): Verdict {
  const reason = `Reads like a site's furniture (${score.toFixed(1)} nats), at the edge of a page of a site.`;
  return { type, line, kind: 'furniture', rule: 'reads-as-furniture', reason };
}
