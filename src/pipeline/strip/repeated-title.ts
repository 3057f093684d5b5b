/** A title that the head of a page has several times: over the menu, in the breadcrumb, over the article. */
import { lettersOf, lineAt } from '../page/line.ts';
import * as limits from './constants.ts';
import { isHead, type PageView, type Verdict } from './verdict.ts';

/**
 * All but the last of the head lines with the same letters: `_《一》`, `> 《一》`, `《一》` → the last stays. Something of
 * the site's must stand between them; an author repeats lines, too.
 */
export function findRepeatedTitles(page: PageView): Verdict[] {
  let removedBefore = 0;
  const head = page.lines.flatMap((line, index) => {
    if (page.removed.has(index)) removedBefore++;
    else if (isHead(page, index) && line.han >= limits.FEWEST_TITLE_HAN)
      return [{ letters: lettersOf(line), index, removedBefore }];
    return [];
  });
  const equal = [...Map.groupBy(head, ({ letters }) => letters)].flatMap(([letters, group]) => {
    const [first = 0, last = 0] = [group.at(0), group.at(-1)].map((line) => line?.removedBefore);
    const isTitle = letters.length >= limits.SHORTEST_TITLE && first < last;
    return isTitle ? group.slice(0, -1).map(({ index }) => toVerdict(index)) : [];
  });
  return [...equal, ...findLonger(page, head)];
}

/** A head line with its letters. */
interface HeadLine {
  readonly letters: string;
  readonly index: number;
}

/** What stands between a title and the name of a site: 標題_欄目_站名, 標題-站名. */
const JOINT = /^\s*[-_|｜—–]/u;

/** Head lines that begin with the title and go on with the name of a site: the title follows on a line of its own. */
function findLonger({ lines, removed }: PageView, head: readonly HeadLine[]): Verdict[] {
  if (removed.size === 0) return [];
  return head.slice(0, limits.LONGER_TITLE_LINES).flatMap(({ index }, i) => {
    const { text } = lineAt(lines, index);
    const isLonger = head.slice(i + 1, limits.LONGER_TITLE_LINES).some(({ index: later, letters }) => {
      const title = lineAt(lines, later).text;
      return (
        letters.length >= limits.SHORTEST_TITLE &&
        text.startsWith(title) &&
        JOINT.test(text.slice(title.length))
      );
    });
    const reason = 'The title with the name of the site behind it; it stands alone right over the article.';
    return isLonger ? [{ type: 'removal', line: index, kind: 'seo-title', rule: 'page-title', reason }] : [];
  });
}

function toVerdict(line: number): Verdict {
  const reason = 'The title, which stands again right over the article.';
  return { type: 'removal', line, kind: 'furniture', rule: 'repeated-title', reason };
}
