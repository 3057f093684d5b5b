/** Lines of link spam, by several kinds of evidence that each count for something. */
import type { RemovalKind } from '../../contract/schema.ts';
import { type Line, lineAt } from '../page/line.ts';
import * as limits from './constants.ts';
import { listItems, measureSpam, measureStuffing } from './spam.ts';
import type { StripRules } from './strip-rules.ts';
import { isEdge, isHead, isTail, type PageView, type Verdict } from './verdict.ts';

/** The evidence about one line. */
interface Evidence {
  readonly share: number;
  readonly strong: number;
  readonly items: number;
  /** See {@link measureStuffing}. */
  readonly stuffing: number;
  /** A Simplified line in a Traditional page: written by whoever put it there, not converted with the article. */
  readonly isMismatch: boolean;
  readonly isSentence: boolean;
  readonly isEdge: boolean;
  /** At the very top with another line to be the title, or after the end of the article. */
  readonly isOutside: boolean;
}

/** Judge every line that is left. Vocabulary alone never removes: an article about spam is not spam. */
export function findSpam(page: PageView, rules: StripRules): Verdict[] {
  const isTraditional = isTraditionalPage(page);
  const isMismatch = (line: Line) => isTraditional && line.simplified > 0 && line.traditional === 0;
  const judge = { page, rules, isMismatch };
  const verdicts = page.lines.flatMap((line, index): Verdict[] => {
    if (page.removed.has(index) || (line.isSentence && !isEdge(page, index))) return [];
    const evidence = readEvidence(judge, index);
    const type = decide(evidence);
    return type === undefined || page.isMeta(index)
      ? []
      : [{ ...toRemoval(page, index), type, reason: describeEvidence(evidence) }];
  });
  return [...verdicts, ...findCompany(judge, verdicts)];
}

function isTraditionalPage({ lines, removed }: PageView): boolean {
  let [simplified, traditional] = [0, 0];
  for (const [index, line] of lines.entries()) {
    if (removed.has(index)) continue;
    simplified += line.simplified;
    traditional += line.traditional;
  }
  return traditional > limits.TRADITIONAL_PAGE * simplified;
}

/** A page, and what its lines are judged by. */
interface Judge {
  readonly page: PageView;
  readonly rules: StripRules;
  isMismatch(line: Line): boolean;
}

function readEvidence({ page, rules, isMismatch }: Judge, index: number): Evidence {
  const line = lineAt(page.lines, index);
  const items = listItems(line);
  // Keywords have marks between them; words with blanks between them may be a table or verse.
  const isList = items.length >= limits.MANY_KEYWORDS && /[|_,、;/-]/.test(line.plain);
  const isTop = isHead(page, index) && index < limits.KEYWORDS_TOP && index + 1 < page.firstBody;
  return {
    ...measureSpam(line.plain, rules.spamLexicon),
    items: items.length,
    stuffing: isList ? measureStuffing(items, rules) : 0,
    isMismatch: isMismatch(line),
    isSentence: line.isSentence,
    isEdge: isEdge(page, index),
    isOutside: page.lastBody >= 0 && (isTop || (isTail(page, index) && page.enders.size > 0)),
  };
}

/** A keyword list full of the vocabulary at an edge goes; the same inside the body, or with less of it, is doubted. */
function decide(evidence: Evidence): Verdict['type'] | undefined {
  const { share, strong, items, isMismatch } = evidence;
  const isVocabulary = share >= limits.SPAM_SHARE && strong > 0;
  const isMany = items >= limits.MANY_KEYWORDS;
  const isDense = share >= limits.DENSE_SPAM_SHARE && strong >= limits.MANY_STRONG;
  if (evidence.isSentence) return isDense && evidence.isEdge ? 'removal' : undefined; // most spam has no sentences
  const isStuffed = isMany && evidence.stuffing >= limits.STUFFED_SHARE && evidence.isOutside;
  const isListed = isVocabulary && (items >= limits.FEWEST_KEYWORDS || isMismatch);
  const isSpam = isListed || isDense || (isMismatch && isMany) || isStuffed;
  if (isSpam && evidence.isEdge) return 'removal';
  return isSpam || (isVocabulary && strong >= limits.MANY_STRONG) ? 'doubt' : undefined;
}

/** Lines beside such a line, with some of the vocabulary or in the wrong script, were put there with it. */
function findCompany({ page, rules, isMismatch }: Judge, verdicts: readonly Verdict[]): Verdict[] {
  const gone = new Set(verdicts.flatMap(({ type, line }) => (type === 'removal' ? [line] : [])));
  const found: Verdict[] = [];
  const visit = (index: number, from: number) => {
    const line = page.lines[index];
    if (line === undefined || !gone.has(from) || gone.has(index) || page.removed.has(index)) return;
    if (!isEdge(page, index) || page.isMeta(index)) return;
    const { share } = measureSpam(line.plain, rules.spamLexicon);
    if (share < limits.SPAM_SHARE && !(isMismatch(line) && line.simplified > 1)) return;
    gone.add(index);
    found.push(toRemoval(page, index));
  };
  for (let index = 1; index < page.lines.length; index++) visit(index, index - 1);
  for (let index = page.lines.length - 2; index >= 0; index--) visit(index, index + 1);
  return found;
}

function toRemoval(page: PageView, line: number): Verdict {
  const reason = 'Beside a line of spam, in its words or its script.';
  return { type: 'removal', line, kind: kindOf(page, line), rule: 'keyword-list', reason };
}

function kindOf(page: PageView, index: number): RemovalKind {
  if (isHead(page, index) && index < page.lines.length / 2) return 'seo-title';
  return isTail(page, index) ? 'link-farm' : 'spam';
}

function describeEvidence({ share, strong, items, stuffing, isMismatch }: Evidence): string {
  const facts = [`${Math.round(share * 100)} % spam vocabulary, ${strong} strong`];
  if (items >= limits.FEWEST_KEYWORDS) facts.push(`a list of ${items} keywords`);
  if (stuffing >= limits.STUFFED_SHARE)
    facts.push(`${Math.round(stuffing * 100)} % of them with one word in common`);
  if (isMismatch) facts.push('Simplified in a Traditional page');
  return `${facts.join('; ')}.`;
}
