/** A title that the head of a page has several times: over the menu, in the breadcrumb, over the article. */
import type { Line } from './line.ts';
import { isHead, type Page, type Verdict } from './verdict.ts';

const SHORTEST = 6;
const LEAST_HAN = 4;

/**
 * All but the last of the head lines with the same letters: `_《一》`, `> 《一》`, `《一》` → the last stays. Something of
 * the site's must stand between them; an author repeats lines, too.
 */
export function findRepeatedTitle(page: Page): Verdict[] {
  const head = page.lines.flatMap((line, index) =>
    isHead(page, index) && !page.judged.has(index) && line.han >= LEAST_HAN
      ? [{ letters: lettersOf(line), index }]
      : [],
  );
  const judgedBefore = countJudged(page);
  return [...Map.groupBy(head, ({ letters }) => letters)].flatMap(([letters, group]) => {
    const [first, last] = [group[0]!.index, group.at(-1)!.index];
    const isTitle = letters.length >= SHORTEST && judgedBefore[first]! < judgedBefore[last]!;
    return isTitle ? group.slice(0, -1).map(({ index }) => toVerdict(index)) : [];
  });
}

/** By index: how many lines before it have been removed. */
function countJudged({ lines, judged }: Page): number[] {
  let count = 0;
  return lines.map((_, line) => (judged.has(line) ? count++ : count));
}

function lettersOf({ plain }: Line): string {
  return plain.replace(/[^\p{L}\p{N}]/gu, '');
}

function toVerdict(line: number): Verdict {
  const reason = 'The title, which stands again right over the article.';
  return { type: 'removal', line, kind: 'furniture', rule: 'repeated-title', reason };
}
