/** Takes out what is not the author's: spam, menus, labels, statements, adverts. */
import type { RemovalKind } from '../../contract/schema.ts';
import { type Line, lineAt, splitLines } from '../page/line.ts';
import type { Page } from '../page/page.ts';
import { amend, type Edit, type Reading, type Remark } from '../reading.ts';
import { findAdverts } from './advert.ts';
import { findEdges } from './edges.ts';
import { findFurniture } from './furniture.ts';
import { findGlue } from './glue.ts';
import { findInterface } from './interface.ts';
import { findMenus } from './menus.ts';
import { findOwnName } from './own-name.ts';
import { findRepeatedTitles } from './repeated-title.ts';
import { findResidue } from './residue.ts';
import { findSiteNames } from './site-name.ts';
import { findSpam } from './spam-lines.ts';
import { findStranded } from './stranded.ts';
import type { StripRules } from './strip-rules.ts';
import { findBody, isEndKind, type PageView, type Verdict } from './verdict.ts';

/** The detectors of whole lines, in order; a line that one of them removed is not shown to the next. */
const lineDetectors = [
  { name: 'residue', find: findResidue },
  { name: 'furniture', find: findFurniture },
  { name: 'spam', find: findSpam },
  { name: 'menus', find: findMenus },
  { name: 'interface', find: findInterface },
  { name: 'adverts', find: findAdverts },
  { name: 'ownName', find: findOwnName },
  { name: 'siteNames', find: findSiteNames },
  { name: 'stranded', find: findStranded },
  { name: 'repeatedTitles', find: findRepeatedTitles },
  { name: 'edges', find: findEdges },
] as const;

/** `glue` takes parts of lines, and is asked last. */
export type DetectorName = (typeof lineDetectors)[number]['name'] | 'glue';

/** The names of all detectors, in the order in which they are asked. */
export const detectorNames: readonly DetectorName[] = [...lineDetectors.map(({ name }) => name), 'glue'];

export interface StripOptions {
  /** Kinds of removals that are not made; nothing by default. */
  readonly keep?: ReadonlySet<RemovalKind>;
  /** Detectors by name, `false` for those that are not asked; all are by default. */
  readonly detectors?: Readonly<Partial<Record<DetectorName, boolean>>>;
}

/**
 * The reading of `page` without what is not the author's, each removal recorded; what may be the author's is kept and recorded as
 * a doubt. 随意打赏 at the end goes; an article about spam stays, its examples too. Lines that name author, date or source and
 * nothing else stay, for the metadata.
 */
export function strip(
  { reading, isMeta }: Omit<Page, 'site'>,
  rules: StripRules,
  { keep = new Set(), detectors = {} }: StripOptions = {},
): Reading {
  const lines = splitLines(reading.text, rules.scripts);
  const metas = new Map<number, boolean>();
  const isMetaLine = (index: number) => {
    const known = metas.get(index) ?? isMeta(lineAt(lines, index).text);
    metas.set(index, known);
    return known;
  };
  const verdicts: Verdict[] = [];
  let view = viewPage(lines, [], isMetaLine);
  for (const { name, find } of lineDetectors) {
    if (detectors[name] === false) continue;
    const fresh = find(view, rules).filter(isFirstRemoval(view.removed));
    for (const verdict of fresh) verdicts.push(verdict); // more than a call may have arguments
    if (fresh.some(({ type }) => type === 'removal')) view = viewPage(lines, verdicts, isMetaLine);
  }
  const glued = detectors.glue === false ? [] : findGlue(view, rules, isMeta);
  const made = [...toEdits(lines, verdicts), ...glued].filter(
    ({ note }) => note.type !== 'removal' || !keep.has(note.kind),
  );
  return amend(
    reading,
    made.sort((a, b) => a.start - b.start),
    toRemarks(lines, verdicts),
  );
}

/** Lets through what is not about a removed line, and one removal a line. */
function isFirstRemoval(removed: ReadonlySet<number>): (verdict: Verdict) => boolean {
  const added = new Set<number>();
  return ({ type, line }) => {
    if (removed.has(line) || added.has(line)) return false;
    if (type === 'removal') added.add(line);
    return true;
  };
}

/** The page as the next detector sees it: which lines are removed, and where the body begins and ends. */
function viewPage(
  lines: readonly Line[],
  verdicts: readonly Verdict[],
  isMeta: PageView['isMeta'],
): PageView {
  const removals = verdicts.filter(({ type }) => type === 'removal');
  const removed = new Set(removals.map(({ line }) => line));
  const enders = new Set(removals.flatMap(({ kind, line }) => (isEndKind(kind) ? [line] : [])));
  const body = findBody(
    lines,
    (index) => removed.has(index),
    (index) => enders.has(index),
  );
  let firstLeft = 0;
  while (removed.has(firstLeft)) firstLeft++;
  return { lines, removed, enders, ...body, firstLeft, isMeta };
}

/** Neighbouring lines that fell to the same rule become one removal. */
function toEdits(lines: readonly Line[], verdicts: readonly Verdict[]): Edit[] {
  const removals = verdicts.filter((verdict) => verdict.type === 'removal').sort((a, b) => a.line - b.line);
  const edits: Edit[] = [];
  let previous: Verdict | undefined;
  for (const verdict of removals) {
    const { start, end } = lineAt(lines, verdict.line);
    const { kind, rule, reason } = verdict;
    const last = edits.at(-1);
    if (last && previous?.rule === rule && previous.line === verdict.line - 1) {
      edits[edits.length - 1] = { ...last, end };
    } else {
      edits.push({ start, end, corr: '', note: { type: 'removal', kind, rule, reason } });
    }
    previous = verdict;
  }
  return edits;
}

function toRemarks(lines: readonly Line[], verdicts: readonly Verdict[]): Remark[] {
  const removed = new Set(verdicts.flatMap(({ type, line }) => (type === 'removal' ? [line] : [])));
  const doubts = new Map(
    verdicts.flatMap((verdict) =>
      verdict.type === 'doubt' && !removed.has(verdict.line) ? [[verdict.line, verdict] as const] : [],
    ),
  );
  return [...doubts.values()]
    .sort((a, b) => a.line - b.line)
    .map(({ line, rule, reason }) => {
      const { start, end } = lineAt(lines, line);
      return { start, end, note: { type: 'doubt' as const, rule, reason } };
    });
}
