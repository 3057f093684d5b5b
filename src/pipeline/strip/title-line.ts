/** Which line over an article is its title, by what stands around it. */
import { isTitleLike, type Line, lettersOf, lineAt, TITLE_JOINT } from '../page/line.ts';
import * as limits from './constants.ts';
import type { PageView } from './verdict.ts';

/**
 * The line over the article that is the likeliest title, or -1: one that the title of the page or the way to it has,
 * whole or nearly so; else the one right over author and date; else the first whose words the article uses or that reads
 * like an author's, one without the name of a site sooner. `score` says how much a line of the page reads like a site's, in
 * nats; `head` are the lines over the article, `lastBody` is its last line.
 */
export function findTitle(
  { page, score }: { readonly page: PageView; readonly score: (index: number) => number },
  head: readonly number[],
  lastBody: number,
): number {
  const below = bodyPairs(page, lastBody);
  const furniture = head.filter((index) => page.removed.has(index) || score(index) >= limits.SURE_LINE);
  const candidates = head.flatMap((index) => {
    const line = lineAt(page.lines, index);
    if (page.removed.has(index) || page.isMeta(index) || !isTitleLike(line) || SPOKEN.test(line.text))
      return [];
    const shared = pairsOf(line.plain).filter((pair) => (below.get(pair) ?? -1) > index).length;
    const between = furniture.filter((other) => other > index).length;
    const merit = Math.min(limits.MOST_SHARED_PAIRS, shared) - score(index) - limits.LINE_BETWEEN * between;
    return [{ index, between, merit }];
  });
  const found =
    candidates.findLast(({ index }) => isRepeated(page, index, head)) ??
    candidates.findLast(({ index }) => isEchoed(page, index)) ??
    candidates.findLast(({ index, merit }) => merit >= 0 && isOverByline(page, index)) ??
    findBest(candidates, page);
  return found?.index ?? -1;
}

interface Candidate {
  readonly index: number;
  /** So many lines of a site's stand between it and the article. */
  readonly between: number;
  /** Nats, and pairs of characters that the article uses. */
  readonly merit: number;
}

/** The best, or one right over it that is good enough; one without the name of a site sooner. */
function findBest(candidates: readonly Candidate[], { lines }: PageView): Candidate | undefined {
  const best = candidates.toSorted((a, b) => b.merit - a.merit);
  const isGood = ({ index, merit }: Candidate) =>
    merit >= limits.LEAST_TITLE_MERIT && !isJoined(lineAt(lines, index));
  const first = best.find(isGood) ?? best[0];
  return candidates.find(
    (candidate) => candidate === first || (candidate.between === first?.between && isGood(candidate)),
  );
}

/** Does a line of the head begin with it, as the title of a page does, or end with it, as the way to a page does? */
function isRepeated({ lines }: PageView, index: number, head: readonly number[]): boolean {
  const title = lineAt(lines, index);
  const { plain } = title;
  if (lettersOf(title).length < limits.SHORTEST_TITLE) return false;
  return head.some((other) => {
    const line = lineAt(lines, other);
    if (other === index) return false;
    const isBegun = line.plain.startsWith(plain) && !LETTER.test(line.plain[plain.length] ?? '');
    return isBegun || (line.plain.endsWith(plain) && WAY.test(line.text));
  });
}

/** Does the title of the page, which stands at its very beginning, have most of its pairs of characters? */
function isEchoed({ lines }: PageView, index: number): boolean {
  const pairs = pairsOf(lineAt(lines, index).plain);
  if (pairs.length < limits.FEWEST_ECHOED_PAIRS) return false;
  return lines.slice(0, Math.min(index, limits.PAGE_TITLE_LINES)).some(({ plain }) => {
    const [stretch = ''] = plain.slice(0, limits.LONGEST_PAGE_TITLE).split(/[_|]/);
    return pairs.filter((pair) => stretch.includes(pair)).length >= limits.ECHOED_SHARE * pairs.length;
  });
}

function isOverByline(page: PageView, index: number): boolean {
  const line = lineAt(page.lines, index);
  if (lettersOf(line).length < limits.SHORTEST_TITLE || LABELLED.test(line.plain)) return false;
  let next = index + 1;
  while (page.removed.has(next)) next++;
  return next < page.firstBody && page.isMeta(next);
}

const SPOKEN = /^[“「『].*[”」』]$/u; // with which a story may begin
const LETTER = /[\p{L}\p{N}]/u;
const WAY = /[>＞»›→]/;
const LABELLED = /^\p{Script=Han}{2,5}:/u; // 軟件授權：免費 over 更新時間：2020-11-03

/** 標題_欄目_站名, 專利申請-商標註冊-版權登記: what a site sets for search engines; a title of its own stands elsewhere. */
function isJoined({ text }: Line): boolean {
  return [...text.matchAll(TITLE_JOINT)].length > 1;
}

/** The pairs of neighbouring Han characters of a folded text. */
function pairsOf(plain: string): string[] {
  return [...plain.matchAll(/(?=(\p{Script=Han}{2}))/gu)].flatMap(([, pair]) => pair ?? []);
}

/** Each pair of characters, and the last line up to the end of the article that has it. */
function bodyPairs({ lines, removed }: PageView, last: number): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  let looked = 0;
  for (const [index, { plain }] of lines.slice(0, last + 1).entries()) {
    if (looked >= limits.MOST_BODY_READ) break;
    if (removed.has(index)) continue;
    for (const pair of pairsOf(plain.slice(0, limits.MOST_BODY_READ))) pairs.set(pair, index);
    looked += plain.length;
  }
  return pairs;
}
