/** A title that the head of a page has several times: over the menu, in the breadcrumb, over the article. */
import { lettersOf } from '../page/line.ts';
import { isHead, type PageView, type Verdict } from './verdict.ts';

const SHORTEST = 6;
const LEAST_HAN = 4;

/**
 * All but the last of the head lines with the same letters: `_《一》`, `> 《一》`, `《一》` → the last stays. Something of
 * the site's must stand between them; an author repeats lines, too.
 */
export function findRepeatedTitle(page: PageView): Verdict[] {
  const head = page.lines.flatMap((line, index) =>
    isHead(page, index) && !page.judged.has(index) && line.han >= LEAST_HAN
      ? [{ letters: lettersOf(line), index }]
      : [],
  );
  const judgedBefore = countJudged(page);
  const equal = [...Map.groupBy(head, ({ letters }) => letters)].flatMap(([letters, group]) => {
    const [first, last] = [group[0]!.index, group.at(-1)!.index];
    const isTitle = letters.length >= SHORTEST && judgedBefore[first]! < judgedBefore[last]!;
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
const MOST_LINES = 60;

/** Head lines that begin with the title and go on with the name of a site: the title follows on a line of its own. */
function findLonger({ lines, judged }: PageView, head: readonly HeadLine[]): Verdict[] {
  if (judged.size === 0) return [];
  return head.slice(0, MOST_LINES).flatMap(({ index }, i) => {
    const { text } = lines[index]!;
    const isLonger = head.slice(i + 1, MOST_LINES).some(({ index: later, letters }) => {
      const title = lines[later]!.text;
      return letters.length >= SHORTEST && text.startsWith(title) && JOINT.test(text.slice(title.length));
    });
    const reason = 'The title with the name of the site behind it; it stands alone right over the article.';
    return isLonger ? [{ type: 'removal', line: index, kind: 'seo-title', rule: 'page-title', reason }] : [];
  });
}

/** By index: how many lines before it have been removed. */
function countJudged({ lines, judged }: PageView): number[] {
  let count = 0;
  return lines.map((_, line) => (judged.has(line) ? count++ : count));
}

function toVerdict(line: number): Verdict {
  const reason = 'The title, which stands again right over the article.';
  return { type: 'removal', line, kind: 'furniture', rule: 'repeated-title', reason };
}
