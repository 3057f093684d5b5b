/** Furniture glued to the author's words in one line: ……兩球取勝。（責任編輯：周全）, 首頁 > 新聞 > 正文 標題. */
import { foldPlain, isBody, type Line, lineAt, TITLE_JOINT } from '../page/line.ts';
import type { Edit } from '../reading.ts';
import { plainTable } from '../text/plain.ts';
import * as limits from './constants.ts';
import { splitMeta } from './glued-meta.ts';
import { findTail } from './glued-tail.ts';
import { findWords } from './lexicon.ts';
import { siteOf } from './own-name.ts';
import { hasInOrder } from './rule-index.ts';
import type { GluedRule, StripRules } from './strip-rules.ts';
import { type IsMeta, isEdge, type LineView, type PageView, type Verdict } from './verdict.ts';

/** Marks after which furniture may begin, and brackets it may be in; by unit. */
const BOUNDARY = 1;
const OPENING = 2;
const marks = new Uint8Array(0x10000);
for (const mark of '。！？!?…；;）)】]」』”" \t\u00a0\u3000') marks[mark.charCodeAt(0)] = BOUNDARY;
for (const mark of '（(【[〔') marks[mark.charCodeAt(0)] = OPENING;

/** Parts of lines to take out, or to set on a line of their own where they name author, date or source. */
export function findGlue(page: PageView, rules: StripRules, isMeta: IsMeta): Edit[] {
  const site = siteOf(page, rules);
  return page.lines.flatMap((line, index) => {
    if (page.removed.has(index) || page.isMeta(index)) return [];
    const view = { page, line, index, rules, isMeta };
    return (
      cutMeta(view) ??
      [
        ...cutStart(view),
        ...cutSite(view),
        ...cutCategory(line, rules),
        ...cutTail(view, site),
        ...splitMeta(view),
      ].filter(isAfterLast())
    );
  });
}

/** Keeps edits that begin after the ones before. */
function isAfterLast(): (edit: Edit) => boolean {
  let last = -1;
  return ({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  };
}

/** Removes the line's text from `from` to `to`. */
function removal(
  { start }: Line,
  [from, to]: readonly [number, number],
  why: Pick<Verdict, 'kind' | 'rule' | 'reason'>,
): Edit {
  return { start: start + from, end: start + to, corr: '', note: { type: 'removal', ...why } };
}

/** What a rule knows at the end of the line, or else what reads like a site's. */
function cutTail(view: LineView, site: string | undefined): Edit[] {
  const { line, rules, isMeta } = view;
  const known = cutEnd(line, rules);
  if (known.length > 0) return known;
  return findTail(view, site).filter(({ start }) => !isMeta(line.text.slice(start - line.start)));
}

/** The last stretch of the line that a rule knows: （責任編輯：…） at the end of the text. */
function cutEnd(line: Line, rules: StripRules): Edit[] {
  const { text } = line;
  if (line.plain.length < limits.SHORTEST_GLUED_LINE) return [];
  const table = plainTable(rules.scripts.fold);
  const findAt = (at: number) => {
    const unit = table[text.charCodeAt(at)];
    const candidates = unit === undefined ? undefined : rules.gluedByUnit.get(unit);
    if (candidates === undefined) return undefined;
    const rest = foldPlain(text.slice(at), rules.scripts.fold);
    const isHeld = ({ parts, longest }: GluedRule) =>
      rest.length <= longest && rest.startsWith(parts[0] ?? '') && hasInOrder(rest, parts);
    return candidates.find(isHeld);
  };
  for (let at = Math.max(1, text.length - limits.LONGEST_TAIL); at < text.length; at++) {
    const isOpening = marks[text.charCodeAt(at)] === OPENING;
    if (!isOpening && marks[text.charCodeAt(at - 1)] !== BOUNDARY) continue;
    const rule = findAt(at) ?? (isOpening ? findAt(at + 1) : undefined);
    if (rule === undefined) continue;
    const reason = `Glued to the end of a sentence: begins “${rule.parts.join('…')}”.`;
    return [removal(line, [at, text.length], { kind: rule.kind, rule: rule.rule, reason })];
  }
  return [];
}

const STEP = /[>›»]|&gt;/;

/** A breadcrumb before the title or the first sentence: 首頁 > 新聞 > 正文 標題. */
function cutStart({ page, line, index, rules }: LineView): Edit[] {
  if (index > page.firstBody || !rules.patterns.home.test(line.plain.slice(0, limits.HOME_DEPTH))) return [];
  const opening = line.text.slice(0, limits.LONGEST_TAIL);
  const steps = opening.split(STEP);
  const last = steps.at(-1);
  if (last === undefined || steps.length < 2) return [];
  const blank = /^\s*\S{1,14}[\s\u3000]+(?=\S)/.exec(last);
  const isShort = steps.slice(1, -1).every((step) => step.trim().length <= limits.LONGEST_GLUED_STEP);
  if (blank === null || !isShort) return [];
  const rest = foldPlain(last.slice(blank[0].length), rules.scripts.fold);
  if (rest.length < limits.SHORTEST_AFTER_PATH) return [];
  const end = opening.length - last.length + blank[0].length;
  const reason = 'The way to the page, glued to its beginning.';
  return [removal(line, [0, end], { kind: 'navigation', rule: 'breadcrumb', reason })];
}

/** [閒話] 新橋通車了 [複製鏈接]: forums set their category before a title that they let one copy. */
function cutCategory(line: Line, { patterns }: StripRules): Edit[] {
  if (line.text.length > limits.LONGEST_TAIL || !patterns.copyLink.test(line.text.slice(-6))) return [];
  const category = /^\[[^[\]]{1,12}\]\s*/.exec(line.text)?.[0];
  const reason = 'The category of a forum before the title.';
  const why = { kind: 'navigation', rule: 'forum-category', reason } as const;
  return category ? [removal(line, [0, category.length], why)] : [];
}

/** Column and site behind a title, where a line that has been removed names the site, too: 標題-欄目-某某網校. */
function cutSite({ page, line, index, rules }: LineView): Edit[] {
  if (index >= Math.min(page.firstBody, limits.TITLE_HEAD) || line.text.length > limits.LONGEST_TAIL)
    return [];
  const joints = [...line.text.matchAll(TITLE_JOINT)];
  const [first, last] = [joints[0], joints.at(-1)];
  if (first === undefined || last === undefined || first.index < limits.SHORTEST_JOINED_TITLE) return [];
  const site = foldPlain(line.text.slice(last.index + last[0].length), rules.scripts.fold);
  const isNaming = (other: Line) => !isBody(other) && other.plain.includes(site.slice(0, limits.SITE_STEM));
  const isNamed = [...page.removed].some((other) => isNaming(lineAt(page.lines, other)));
  if (site.length < limits.SITE_STEM || !isNamed) return [];
  const reason = 'The name of the site behind the title; a line of the site has it, too.';
  return [removal(line, [first.index, line.text.length], { kind: 'seo-title', rule: 'site-suffix', reason })];
}

/** Buttons beside author and date: 2015-06-03 | 只看該作者. Cut out when what is left is the metadata of a text. */
function cutMeta({ page, line, index, rules, isMeta }: LineView): Edit[] | undefined {
  const { text, plain, isSentence } = line;
  if (!isEdge(page, index)) return undefined;
  if (text.length > limits.LONGEST_META || isSentence || page.isMeta(index)) return undefined;
  const { found } = findWords(plain, rules.interfaceWords);
  if (found.length === 0) return undefined;
  const parts = cutAtSeparators(text, rules);
  const kept = parts.filter(({ isButton }) => !isButton).map((part) => text.slice(part.from, part.to));
  const rest = kept.join(' ');
  if (kept.length === 0 || kept.length === parts.length || !isMeta(rest)) return undefined;
  const why = { kind: 'furniture', rule: 'button', reason: 'A button beside author and date.' } as const;
  return parts.filter(({ isButton }) => isButton).map(({ from, to }) => removal(line, [from, to], why));
}

const BRACKETED = /^[【[（(].*[】\])）]\s*$/;

interface Part {
  readonly from: number;
  readonly to: number;
  readonly isButton: boolean;
}

/** The parts of a line between strokes and blanks; a stroke goes with the button after or before it. */
function cutAtSeparators(text: string, rules: StripRules): Part[] {
  const parts: Part[] = [];
  for (const { index, 0: part } of text.matchAll(/[^|｜\s\u3000]+[|｜\s\u3000]*/g)) {
    const plain = foldPlain(part, rules.scripts.fold).replace(/[\d.:|()]+|[^\p{L}\p{N}]/gu, '');
    const { share } = findWords(plain, rules.interfaceWords);
    const isAmount = plain === '' && /^\d+$/.test(part.trim()) && parts.at(-1)?.isButton === true;
    const least = BRACKETED.test(part) ? limits.BRACKETED_SHARE : limits.BUTTON_SHARE;
    const isButton = isAmount || (plain !== '' && share >= least);
    parts.push({ from: index, to: index + part.length, isButton });
  }
  return parts;
}
