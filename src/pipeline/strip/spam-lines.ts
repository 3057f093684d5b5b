/** Lines of link spam, by several kinds of evidence that each count for something. */
import type { RemovalKind } from '../../edition/schema.ts';
import { countItems, measureSpam } from './spam.ts';
import type { StripRules } from './strip-rules.ts';
import { isHead, isTail, type Page, type Verdict } from './verdict.ts';

/** The evidence about one line. */
interface Evidence {
  readonly share: number;
  readonly strong: number;
  readonly items: number;
  /** A Simplified line in a Traditional page: written by whoever put it there, not converted with the article. */
  readonly isMismatch: boolean;
  readonly isEdge: boolean;
}

/** Judge every line that is left. Vocabulary alone never removes: an article about spam is not spam. */
export function findSpam(page: Page, rules: StripRules): Verdict[] {
  const isTraditional = isTraditionalPage(page);
  return page.lines.flatMap((line, index) => {
    if (page.judged.has(index) || line.isSentence) return []; // spam has no sentences
    const evidence = weigh(
      page,
      index,
      rules,
      isTraditional && line.simplified > 0 && line.traditional === 0,
    );
    const type = decide(evidence);
    if (type === undefined) return [];
    return [
      { type, line: index, kind: kindOf(page, index), rule: 'keyword-list', reason: describe(evidence) },
    ];
  });
}

function isTraditionalPage({ lines, judged }: Page): boolean {
  const rest = lines.filter((_, index) => !judged.has(index));
  const sum = (side: 'simplified' | 'traditional') => rest.reduce((total, line) => total + line[side], 0);
  return sum('traditional') > 2 * sum('simplified');
}

function weigh(page: Page, index: number, rules: StripRules, isMismatch: boolean): Evidence {
  const line = page.lines[index]!;
  const isEdge = isHead(page, index) || isTail(page, index);
  return { ...measureSpam(line.plain, rules.spamWords), items: countItems(line), isMismatch, isEdge };
}

/** A keyword list full of the vocabulary at an edge goes; the same inside the body, or with less of it, is doubted. */
function decide({ share, strong, items, isMismatch, isEdge }: Evidence): Verdict['type'] | undefined {
  const isVocabulary = share >= 0.25 && strong > 0;
  const isList = items >= 3;
  const isSpam = (isVocabulary && (isList || isMismatch)) || (isMismatch && items >= 4);
  if (isSpam && isEdge) return 'removal';
  return isSpam || (isVocabulary && strong > 1) ? 'doubt' : undefined;
}

function kindOf(page: Page, index: number): RemovalKind {
  if (isHead(page, index) && index < page.lines.length / 2) return 'seo-title';
  return isTail(page, index) ? 'link-farm' : 'spam';
}

function describe({ share, strong, items, isMismatch }: Evidence): string {
  const facts = [`${Math.round(share * 100)} % spam vocabulary, ${strong} strong`];
  if (items > 2) facts.push(`a list of ${items} keywords`);
  if (isMismatch) facts.push('Simplified in a Traditional page');
  return `${facts.join('; ')}.`;
}
