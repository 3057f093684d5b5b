/** Site menus: runs of short lines without punctuation at an edge of the page. */

import { lineAt } from '../page/line.ts';
import * as limits from './constants.ts';
import { findWords } from './lexicon.ts';
import { listItems } from './spam.ts';
import type { StripRules } from './strip-rules.ts';
import { isEdge, type PageView, type Verdict } from './verdict.ts';

const PUNCTUATION = /\p{P}/u;

/** A run of five or more short lines at an edge, two of them labels every site has, is a menu. Verse is not. */
export function findMenus(page: PageView, { menuLabels, interfaceWords }: StripRules): Verdict[] {
  const runs = [
    ...findMenuRuns(page, menuLabels),
    ...findMenuLines(page, interfaceWords),
    ...findPaths(page),
  ];
  const taken = new Set([...page.removed, ...runs.map(({ line }) => line)]);
  return [...runs, ...findStrays(page, menuLabels, taken)];
}

/** A single label of a menu beside what has been removed: 技術文章 over a breadcrumb. */
function findStrays(page: PageView, labels: ReadonlySet<string>, taken: ReadonlySet<number>): Verdict[] {
  return page.lines.flatMap(({ plain }, line): Verdict[] => {
    const isStray = isEdge(page, line) && labels.has(plain) && (taken.has(line - 1) || taken.has(line + 1));
    if (!isStray || taken.has(line)) return [];
    const reason = 'A label of site menus, beside what was removed.';
    return [{ type: 'removal', line, kind: 'navigation', rule: 'menu', reason }];
  });
}

/** A menu in one line: 網站首頁 | 建築 | 歷史 | 關於本站. Two of its items are labels that sites have. */
function findMenuLines(page: PageView, lexicon: StripRules['interfaceWords']): Verdict[] {
  return page.lines.flatMap((line, index): Verdict[] => {
    if (!isEdge(page, index) || page.removed.has(index)) return [];
    if (line.isSentence || line.plain.length > limits.LONGEST_MENU_LINE) return [];
    const items = line.text.split(/[|｜/·>»\s\u3000]+/).filter((item) => item !== '');
    const isItem = (item: string) => item.length <= limits.LONGEST_MENU_ITEM && LETTER.test(item);
    if (items.length < limits.FEWEST_MENU_ITEMS || !items.every(isItem)) return [];
    const isKnown = (item: string) => findWords(item, lexicon).share >= limits.MENU_ITEM_SHARE;
    const known = listItems(line).filter(isKnown).length;
    if (known < limits.FEWEST_MENU_WORDS || page.isMeta(index)) return [];
    const reason = `${items.length} short items in a line, ${known} of them labels of site menus.`;
    return [{ type: 'removal', line: index, kind: 'navigation', rule: 'menu-line', reason }];
  });
}

const LETTER = /[\p{L}\p{N}]/u;
const PATH = /\s*(?:[>›»]|&gt;)+\s*/;
const NAME = /^[\p{L}\p{N} ·:：/]+$/u;
const MARKUP = /[<`"'“”‘’「」{}=。，]/;

/** The way to a page, whatever its first step is called: 作文網 > 小學作文 > 寫作指導. Over another line only. */
function findPaths(page: PageView): Verdict[] {
  if (page.lastBody < 0) return [];
  return page.lines.slice(0, page.firstBody).flatMap((line, index): Verdict[] => {
    if (page.removed.has(index) || line.isSentence || line.text.length > limits.LONGEST_MENU_LINE) return [];
    const steps = line.text.split(PATH).filter((step) => step !== '');
    const isPath =
      steps.length > 2 &&
      steps.slice(0, -1).every((step) => step.length <= limits.LONGEST_PATH_STEP && NAME.test(step)) &&
      !MARKUP.test(line.text);
    if (!isPath || line.han < limits.FEWEST_PATH_HAN || index + 1 >= page.firstBody) return [];
    const reason = `The way to the page, in ${steps.length} steps.`;
    return [{ type: 'removal', line: index, kind: 'navigation', rule: 'path', reason }];
  });
}

function findMenuRuns(page: PageView, menuLabels: ReadonlySet<string>): Verdict[] {
  const isKnown = (line: number) => menuLabels.has(lineAt(page.lines, line).plain);
  return findRuns(page).flatMap((found) => {
    // The line right before the body may be a short title: it stays unless every site has such a label.
    const run = found.filter((line) => line !== page.firstBody - 1 || isKnown(line));
    const known = run.filter(isKnown).length;
    if (run.length < limits.SHORTEST_MENU || known < limits.FEWEST_MENU_WORDS) return [];
    const reason = `${run.length} short lines in a row, ${known} of them labels of site menus.`;
    return run.map((line): Verdict => ({ type: 'removal', line, kind: 'navigation', rule: 'menu', reason }));
  });
}

function findRuns(page: PageView): number[][] {
  let run: number[] = [];
  const runs = [run];
  for (const [index, line] of page.lines.entries()) {
    if (page.removed.has(index)) continue;
    const isShort = line.plain.length <= limits.LONGEST_MENU_LABEL && !PUNCTUATION.test(line.plain);
    if (isShort && isEdge(page, index)) run.push(index);
    else {
      run = [];
      runs.push(run);
    }
  }
  return runs;
}
