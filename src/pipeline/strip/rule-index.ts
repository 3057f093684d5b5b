/** The line rules, so that a line meets only those it can hold. */
import type { Line } from './line.ts';
import type { LineRule } from './strip-rules.ts';

export interface RuleIndex {
  /** Rules of a whole line or its beginning, by the first two units of their words; the one with most words first. */
  readonly byStart: ReadonlyMap<string, readonly LineRule[]>;
  /** Rules whose words may stand anywhere. */
  readonly anywhere: readonly LineRule[];
}

export function indexRules(rules: readonly LineRule[]): RuleIndex {
  const sorted = rules.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  const starting = sorted.filter(({ match }) => match !== 'has');
  return {
    byStart: Map.groupBy(starting, ({ parts }) => parts[0]!.slice(0, 2)),
    anywhere: sorted.filter(({ match }) => match === 'has'),
  };
}

function lengthOf({ parts }: LineRule): number {
  return parts.join('').length;
}

const DECORATION = /^[^\p{L}\p{N}[(<&]+/u;
const LONGEST_DECORATION = 4;
const DIGIT = /\d/g;
const LONGEST_LINE = 2000;

/** The first rule whose words are in `line`; marks before them do not count: ▶ 相關閱讀. */
export function findRule(line: Line, index: RuleIndex): LineRule | undefined {
  const plain = hideDigits(line.plain);
  const bare = plain.slice(0, LONGEST_DECORATION).replace(DECORATION, '') + plain.slice(LONGEST_DECORATION);
  return (
    index.byStart.get(plain.slice(0, 2))?.find((rule) => hasWords(plain, rule)) ??
    (bare === plain
      ? undefined
      : index.byStart.get(bare.slice(0, 2))?.find((rule) => hasWords(bare, rule))) ??
    index.anywhere.find((rule) => hasWords(plain, rule))
  );
}

/** Rules write `#` for any digit: 電話:# is a number, 電話:誰打來的 a title. */
function hideDigits(plain: string): string {
  return plain.length > LONGEST_LINE ? plain : plain.replace(DIGIT, '#');
}

/** Do the parts follow one another in the line, as the rule's match says? */
export function hasWords(plain: string, { match, parts, longest }: LineRule): boolean {
  if (plain.length > longest) return false;
  if (match === 'is') return plain === parts[0];
  if (match === 'starts' && !plain.startsWith(parts[0]!)) return false;
  let at = 0;
  for (const part of parts) {
    const found = plain.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}
