/** Furniture glued to the author's words in one line: ……兩球取勝。（責任編輯：周全）, 首頁 > 新聞 > 正文 標題. */
import type { RemovalKind } from '../../contract/schema.ts';
import { foldPlain, isBody, type Line, TITLE_JOINT } from '../page/line.ts';
import type { Edit } from '../reading.ts';
import { plainTable } from '../text/plain.ts';
import { type IsMeta, LONGEST_META, splitMeta } from './glued-meta.ts';
import { findTail, LONGEST_TAIL } from './glued-tail.ts';
import { findWords } from './lexicon.ts';
import { siteOf } from './own-name.ts';
import type { GluedRule, StripRules } from './strip-rules.ts';
import { isEdge, type PageView } from './verdict.ts';

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
    if (page.judged.has(index) || page.isMeta(index)) return [];
    return (
      cutMeta(page, line, index, rules, isMeta) ??
      [
        ...cutStart(page, line, index, rules),
        ...cutSite(page, line, index, rules),
        ...cutCategory(line),
        ...cutTail(page, line, index, rules, isMeta, site),
        ...splitMeta(page, line, index, isMeta),
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

function removal(start: number, end: number, kind: RemovalKind, rule: string, reason: string): Edit {
  return { start, end, corr: '', note: { type: 'removal', kind, rule, reason } };
}

/** What a rule knows at the end of the line, or else what reads like a site's. */
function cutTail(
  page: PageView,
  line: Line,
  index: number,
  rules: StripRules,
  isMeta: IsMeta,
  site: string | undefined,
): Edit[] {
  const known = cutEnd(line, rules);
  if (known.length > 0) return known;
  return findTail(page, line, index, rules, site).filter(
    ({ start }) => !isMeta(line.text.slice(start - line.start)),
  );
}

/** The last stretch of the line that a rule knows: （責任編輯：…） at the end of the text. */
function cutEnd({ text, start, plain }: Line, rules: StripRules): Edit[] {
  if (plain.length < 8) return [];
  const table = plainTable(rules.scripts.fold);
  const findAt = (at: number) => {
    const candidates = rules.gluedByUnit.get(table[text.charCodeAt(at)]!);
    if (candidates === undefined) return undefined;
    const rest = foldPlain(text.slice(at), rules.scripts.fold);
    return candidates.find((candidate) => isHeld(rest, candidate));
  };
  for (let at = Math.max(1, text.length - LONGEST_TAIL); at < text.length; at++) {
    const isOpening = marks[text.charCodeAt(at)] === OPENING;
    if (!isOpening && marks[text.charCodeAt(at - 1)] !== BOUNDARY) continue;
    const rule = findAt(at) ?? (isOpening ? findAt(at + 1) : undefined);
    if (rule === undefined) continue;
    const reason = `Glued to the end of a sentence: begins “${rule.parts.join('…')}”.`;
    return [removal(start + at, start + text.length, rule.kind, rule.rule, reason)];
  }
  return [];
}

function isHeld(rest: string, { parts, longest }: GluedRule): boolean {
  if (rest.length > longest || !rest.startsWith(parts[0]!)) return false;
  let at = 0;
  for (const part of parts) {
    const found = rest.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

const STEP = /[>›»]|&gt;/;
const LONGEST_STEP = 14;
const HOME =
  /^\[?(?:(?:您|你)?(?:现|所)?在?的?(?:当前)?位置(?:是)?:?|当前位置:?)?(?:网站|本站)?(?:首页|主页|home)/;

/** A breadcrumb before the title or the first sentence: 首頁 > 新聞 > 正文 標題. */
function cutStart(page: PageView, line: Line, index: number, rules: StripRules): Edit[] {
  if (index > page.firstBody || !HOME.test(line.plain.slice(0, 24))) return [];
  const opening = line.text.slice(0, LONGEST_TAIL);
  const steps = opening.split(STEP);
  if (steps.length < 2) return [];
  const last = steps.at(-1)!;
  const blank = /^\s*\S{1,14}[\s\u3000]+(?=\S)/.exec(last);
  const isShort = steps.slice(1, -1).every((step) => step.trim().length <= LONGEST_STEP);
  if (blank === null || !isShort) return [];
  const rest = foldPlain(last.slice(blank[0].length), rules.scripts.fold);
  if (rest.length < 4) return [];
  const end = opening.length - last.length + blank[0].length;
  const reason = 'The way to the page, glued to its beginning.';
  return [removal(line.start, line.start + end, 'navigation', 'breadcrumb', reason)];
}

/** [閒話] 新橋通車了 [複製鏈接]: forums set their category before a title that they let one copy. */
function cutCategory({ text, start }: Line): Edit[] {
  if (text.length > LONGEST_TAIL || !/\[[复複][制製][链鏈連][接結]\]$/u.test(text.slice(-6))) return [];
  const category = /^\[[^[\]]{1,12}\]\s*/.exec(text)?.[0];
  const reason = 'The category of a forum before the title.';
  return category ? [removal(start, start + category.length, 'navigation', 'forum-category', reason)] : [];
}

const STEM = 4;
/** Titles stand among so many first lines. */
const MOST_HEAD = 80;
const FEWEST_LETTERS = 6;

/** Column and site behind a title, where a line that has been removed names the site, too: 標題-欄目-某某網校. */
function cutSite(
  { lines, judged, firstBody }: PageView,
  line: Line,
  index: number,
  rules: StripRules,
): Edit[] {
  if (index >= Math.min(firstBody, MOST_HEAD) || line.text.length > LONGEST_TAIL) return [];
  const joints = [...line.text.matchAll(TITLE_JOINT)];
  const [first, last] = [joints[0], joints.at(-1)];
  if (first === undefined || last === undefined || first.index < FEWEST_LETTERS) return [];
  const site = foldPlain(line.text.slice(last.index + last[0].length), rules.scripts.fold);
  const isNamed = [...judged].some(
    (other) => !isBody(lines[other]!) && lines[other]!.plain.includes(site.slice(0, STEM)),
  );
  if (site.length < STEM || !isNamed) return [];
  const reason = 'The name of the site behind the title; a line of the site has it, too.';
  return [removal(line.start + first.index, line.end, 'seo-title', 'site-suffix', reason)];
}

/** Buttons beside author and date: 2015-06-03 | 只看該作者. Cut out when what is left is the metadata of a text. */
function cutMeta(
  page: PageView,
  line: Line,
  index: number,
  rules: StripRules,
  isMeta: IsMeta,
): Edit[] | undefined {
  const { text, plain, isSentence } = line;
  if (!isEdge(page, index)) return undefined;
  if (text.length > LONGEST_META || isSentence || page.isMeta(index)) return undefined;
  const { found } = findWords(plain, rules.interfaceWords);
  if (found.length === 0) return undefined;
  const parts = cutAtSeparators(text, rules);
  const kept = parts.filter(({ isButton }) => !isButton).map((part) => text.slice(part.from, part.to));
  const rest = kept.join(' ');
  if (kept.length === 0 || kept.length === parts.length || !isMeta(rest)) return undefined;
  return parts
    .filter(({ isButton }) => isButton)
    .map(({ from, to }) =>
      removal(line.start + from, line.start + to, 'furniture', 'button', 'A button beside author and date.'),
    );
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
    parts.push({
      from: index,
      to: index + part.length,
      isButton: isAmount || (plain !== '' && share >= (BRACKETED.test(part) ? 0.5 : 0.6)),
    });
  }
  return parts;
}
