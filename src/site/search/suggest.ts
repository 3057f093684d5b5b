import type { FoldTable } from '../../pipeline/text/fold.ts';
import { parseQuery, type Query } from './query.ts';

/** Another query, and how many texts it finds. */
export interface Suggestion {
  query: string;
  count: number;
}

const SHOWN = 4;
/** At the ends of a word that is cut. */
const QUOTATION_MARKS = /^["“”＂]+|["“”＂]+$/g;
const HAN = /\p{Script=Han}/u;

/**
 * What comes nearest to a query that finds nothing: without one of its words; a single long word without its beginning
 * or its end. `社會化電商平臺` → 社會化電商
 */
export async function suggest(
  query: Query,
  { table, countTexts }: { table: FoldTable; countTexts: (query: Query) => Promise<number> },
): Promise<Suggestion[]> {
  const count = async (source: string) => {
    const other = parseQuery(source, table);
    return { query: source, count: other.terms.length > 0 ? await countTexts(other) : 0 };
  };
  const [only] = query.terms;
  const nearest =
    query.terms.length > 1 || query.without.length > 0
      ? await Promise.all(withoutOne(query).map(count))
      : await shortened(only?.source.replace(QUOTATION_MARKS, '') ?? '', count);
  const distinct = new Map(nearest.filter((one) => one.count > 0).map((one) => [one.query, one]));
  return [...distinct.values()].slice(0, SHOWN);
}

/** Everything but one of what must occur; or everything, but what must not is allowed. */
function withoutOne({ terms, without }: Query): string[] {
  const negated = without.map(({ source }) => `-${source}`);
  const all = terms.map(({ source }) => source);
  const fewer = all.map((_, index) => [...all.filter((__, other) => other !== index), ...negated]);
  return [...(negated.length > 0 ? [all] : []), ...fewer].map((parts) => parts.join(' '));
}

/** The longest beginning and the longest end of a word that some text has. */
async function shortened(
  word: string,
  count: (source: string) => Promise<Suggestion>,
): Promise<Suggestion[]> {
  const characters = [...word];
  const enough = characters.some((character) => HAN.test(character)) ? 2 : 3;
  const found: Suggestion[] = [];
  for (const cut of [(n: number) => characters.slice(0, n), (n: number) => characters.slice(-n)]) {
    for (let length = Math.min(characters.length - 1, 12); length >= enough; length--) {
      const suggestion = await count(cut(length).join('').replace(QUOTATION_MARKS, ''));
      if (suggestion.count === 0) continue;
      found.push(suggestion);
      break;
    }
  }
  return found.sort((a, b) => b.query.length - a.query.length);
}
