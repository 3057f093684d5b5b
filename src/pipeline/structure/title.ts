/** The title line of a text. */
import { LONGEST_TITLE } from '../page/constants.ts';
import { foldPlain, isBody, type Line, lettersOf } from '../page/line.ts';
import { type MetaLine, readMetaLine } from '../page/meta-line.ts';
import { endingOf } from '../page/name.ts';
import * as limits from './constants.ts';
import { readNumber } from './marker.ts';
import type { Part, TitleCut, TitleParts } from './parts.ts';
import type { StructureRules } from './structure-rules.ts';

const SEPARATOR = /\s+[–—-]\s+|[_|｜]|\s+–|(?<=[\p{Script=Han}）】」》])-(?=\p{Script=Han})/gu;
/** No author writes a low line between two Han characters; sites set keywords and their name behind it. */
const LOW_LINE = /(?<=[\p{Script=Han}\p{Pe}\p{Pf}\d？！])\s*_\s*(?=[\p{Script=Han}\p{Ps}])/u;

/** Can this line be a title? Short, and no sentence: 一封信（一）：潑冷水 can, 尊敬的先生： and 您好！ cannot. */
export function isTitle({ text, han, plain }: Line): boolean {
  if (text.length > 2 * LONGEST_TITLE || text.includes('。')) return false;
  return han > 1 && plain.length <= LONGEST_TITLE && !/[。；;，,：:！!…]$/.test(text);
}

/**
 * `parts` with the title marked: the first line of the head that can be one. A site's name on a line of its own over
 * it goes, and so does the title where it stands a second time before the body.
 */
export function findTitle(parts: readonly Part[], rules: StructureRules): Part[] {
  const body = parts.findIndex(({ role, line }) => role === 'paragraph' && isBody(line));
  const group = parts.findIndex(({ role }) => role === 'group'); // a title stands over everything that stays
  const end = body < 0 ? Math.min(parts.length, 3) : body + 1;
  const head = group < 0 ? end : Math.min(end, group);
  const candidates = parts.slice(0, head).flatMap((part, index) => (isFree(part) ? [index] : []));
  const sites = takeSites(parts, candidates, rules);
  const at = candidates.find((index) => !sites.has(index)) ?? -1;
  const line = parts[at]?.line;
  if (line === undefined || parts.length < 2 || !isTitle(line)) return [...parts];
  const scheme = readNumber(line.text, rules)?.scheme;
  const isNumbered = (other: Line) => isTitle(other) && readNumber(other.text, rules)?.scheme === scheme;
  // 1 引言 over a text that goes on with 2 類型 is its first heading.
  if (scheme !== undefined && parts.slice(at + 1).some((part) => isNumbered(part.line))) return [...parts];
  const title = takeApart(line, rules);
  const words = foldPlain(line.text.slice(title.from, title.to), rules.scripts.fold);
  const letters = lettersOf({ plain: words });
  const isLong = letters.length >= limits.FEWEST_TITLE_LETTERS;
  return parts.map((part, index): Part => {
    if (index === at) return { role: 'title', line, title };
    const site = sites.get(index);
    if (site !== undefined) return { role: 'site-name', line: part.line, meta: site };
    const isAgain = isLong && index > at && index < head && isFree(part);
    return isAgain && lettersOf(part.line) === letters ? { role: 'repeated-title', line: part.line } : part;
  });
}

/** Not yet known to be anything: a byline, an excerpt, a list. */
const isFree = ({ role }: Part) => role === 'paragraph';

/** Lines over the title that are the name of a site, by index; the last candidate is left to be the title. */
function takeSites(
  parts: readonly Part[],
  candidates: readonly number[],
  rules: StructureRules,
): ReadonlyMap<number, MetaLine> {
  const sites = new Map<number, MetaLine>();
  for (const [i, index] of candidates.entries()) {
    const [line, next] = [parts[index]?.line, parts[candidates[i + 1] ?? -1]?.line];
    if (line === undefined || next === undefined) break;
    const ending = /[^\P{P}.]|\s/u.test(line.text) ? undefined : endingOf(line.plain, rules);
    const isSite =
      ending?.isLine && line.plain.length <= limits.LONGEST_TITLE_SITE && isTitle(next) && !isBody(next);
    if (!isSite) break;
    sites.set(index, ending.isPublisher ? { publisher: line.text } : {});
  }
  return sites;
}

/** The line as title and what stands around it. */
function takeApart({ text }: Line, rules: StructureRules): TitleParts {
  const start = cutBefore(text, rules);
  const from = start?.at ?? 0;
  const end = cutAfter(text.slice(from), rules);
  return {
    from,
    to: end === undefined ? text.length : from + end.at,
    ...(start && { before: start.cut }),
    ...(end && { after: end.cut }),
  };
}

interface Found {
  readonly at: number;
  readonly cut: TitleCut;
}

function cutBefore(text: string, rules: StructureRules): Found | undefined {
  const hashes = /^#[ \t]+(?=\S)/.exec(text);
  if (hashes) return { at: hashes[0].length, cut: { rule: 'hashes', meta: {} } };
  return cutBreadcrumb(text, rules) ?? cutLabel(text, rules) ?? cutSite(text, rules);
}

/** 首頁 > 園藝 > 怎樣養好一盆蘭花: the path before its last step. */
function cutBreadcrumb(text: string, rules: StructureRules): Found | undefined {
  const plain = foldPlain(text, rules.scripts.fold);
  if (!rules.breadcrumbRoots.some((root) => plain.startsWith(root))) return undefined;
  const steps = [...text.matchAll(rules.structurePatterns.step)];
  const last = steps.at(-1);
  if (last === undefined || steps.length < 2) return undefined;
  const at = last.index + last[0].length;
  const title = lettersOf({ plain: foldPlain(text.slice(at), rules.scripts.fold) });
  const isName = title.length >= limits.FEWEST_TITLE_LETTERS;
  return isName ? { at, cut: { rule: 'breadcrumb', meta: {} } } : undefined;
}

function cutLabel(text: string, rules: StructureRules): Found | undefined {
  const [label, word = ''] = /^[【[]?([^：:\s【】[\]]{2,4})[】\]]?[：:]\s*(?=\S)/.exec(text) ?? [];
  if (label === undefined || !rules.titleLabels.includes(foldPlain(word, rules.scripts.fold)))
    return undefined;
  return { at: label.length, cut: { rule: 'title-label', meta: {} } };
}

/** 柳下日報 | 河上的新橋通車了: only before a bar, a dash or a low line, which is where sites set their names. */
function cutSite(text: string, rules: StructureRules): Found | undefined {
  const first = [...text.matchAll(SEPARATOR)][0];
  if (first === undefined || first.index === 0) return undefined;
  const at = first.index + first[0].length;
  const meta = readSite(text.slice(0, first.index), rules);
  return meta && at < text.length ? { at, cut: { rule: 'title-prefix', meta } } : undefined;
}

function cutAfter(text: string, rules: StructureRules): Found | undefined {
  const separators = [...text.matchAll(SEPARATOR)].filter(({ index }) => index > 0);
  for (const { index, 0: separator } of separators.toReversed()) {
    const meta = readSite(text.slice(index + separator.length), rules);
    if (meta) return { at: separatorBefore(text, index, separators), cut: { rule: 'title-suffix', meta } };
  }
  return cutLowLine(text, rules) ?? cutByline(text, rules);
}

/** 標題_園藝_柳下網: the column between title and site goes with it, when it is no longer than one. */
function separatorBefore(text: string, at: number, separators: readonly RegExpExecArray[]): number {
  const before = separators.findLast(({ index }) => index < at);
  if (before === undefined || !/[_|｜-]/.test(before[0]) || !hasTitleBefore(text, before.index)) return at;
  const column = text.slice(before.index + before[0].length, at).trim();
  return column.length <= limits.LONGEST_TITLE_COLUMN ? before.index : at;
}

function hasTitleBefore(text: string, at: number): boolean {
  return lettersOf({ plain: text.slice(0, at) }).length >= limits.FEWEST_TITLE_LETTERS;
}

/** 家常蘿蔔糕的做法_蘿蔔糕怎麼做好吃_每天吃 */
function cutLowLine(text: string, rules: StructureRules): Found | undefined {
  const at = text.search(LOW_LINE);
  if (at < 0 || !hasTitleBefore(text, at)) return undefined;
  const meta = readSite(text.slice(text.lastIndexOf('_') + 1), rules) ?? {};
  return { at, cut: { rule: 'title-suffix', meta } };
}

/** The name of a site, as metadata; nothing is known of a company but that it is no part of the title. */
function readSite(name: string, rules: StructureRules): MetaLine | undefined {
  const text = name.trim();
  const plain = foldPlain(text, rules.scripts.fold);
  if (plain.length > limits.LONGEST_TITLE_SITE) return undefined;
  const ending = endingOf(plain, rules);
  return ending && (ending.isPublisher ? { publisher: text } : {});
}

/** Date and source on the title's own line: 河上的新橋通車了 2021-05-08 09:30 來源：柳下日報. */
function cutByline(text: string, rules: StructureRules): Found | undefined {
  for (const { index, 0: blank } of text.matchAll(/[\s\u3000]+/g)) {
    const meta = readMetaLine(text.slice(index + blank.length), rules);
    if (meta?.date !== undefined && index > 0) return { at: index, cut: { rule: 'title-byline', meta } };
  }
  return undefined;
}
