/** What a search should find, worked out on plain text: every place of every text, one after another. */
import type { Language } from '../../src/contract/schema.ts';
import { searchedBlocks } from '../../src/site/search/searched-blocks.ts';
import type { Article } from './made-articles.ts';

/** Words to look for; whole ones must not begin or end inside a Latin word. */
export interface PlainTerm {
  text: string;
  isWhole?: boolean;
}

/** Texts that have all of the terms, the first two near each other, and none of `without`. */
export interface PlainQuery {
  terms: PlainTerm[];
  near?: number;
  without?: PlainTerm[];
}

/** A text, folded: its blocks in Simplified, which is read, and in Traditional. */
export interface PlainText {
  slug: string;
  date: string;
  blocks: Array<[hans: string, hant: string]>;
}

interface Span {
  start: number;
  end: number;
}

const LATIN = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{N}]/u;

/** Folds both scripts of an article. */
export function plainText(article: Article, fold: (text: string) => string): PlainText {
  const blocksIn = (language: Language) => searchedBlocks(article[language]).map(([, text]) => fold(text));
  const hans = blocksIn('zh-Hans');
  return {
    slug: article.slug,
    date: article['zh-Hant'].date ?? '',
    blocks: blocksIn('zh-Hant').map((block, n) => [hans[n] ?? block, block]),
  };
}

/** As a reader types it: `"whole"`, `甲 ~3 乙`, `-丙`. */
export function typed({ terms, near, without = [] }: PlainQuery): string {
  const [first = '', ...others] = terms.map(typedTerm);
  const parts = near === undefined ? [first, ...others] : [first, `~${near}`, ...others];
  return [...parts, ...without.map((term) => `-${typedTerm(term)}`)].join(' ');
}

function typedTerm({ text, isWhole }: PlainTerm): string {
  return isWhole ? `"${text}"` : text;
}

/**
 * In how many places a folded text has what is asked for in folded words; overlapping places are one. The places are those of
 * the script that is read; where it has nothing, those of either.
 */
export function countPlaces({ blocks }: PlainText, { without = [], ...query }: PlainQuery): number {
  if (without.some((term) => hasTerm(blocks, term))) return 0;
  const read = blocks.map(([hans]) => [hans]);
  return countIn(read, query) || countIn(blocks, query);
}

function hasTerm(blocks: readonly string[][], term: PlainTerm): boolean {
  return blocks.some((block) => spansIn(block, term).length > 0);
}

function countIn(blocks: readonly string[][], { terms, near }: PlainQuery): number {
  if (!terms.every((term) => hasTerm(blocks, term))) return 0;
  const [first, second, ...others] = terms;
  let places = 0;
  let isNear = near === undefined;
  for (const block of blocks) {
    const spans = (near === undefined ? terms : others).flatMap((term) => spansIn(block, term));
    if (near !== undefined && first && second) {
      const pairs = pairsNear(spansIn(block, first), spansIn(block, second), near);
      isNear ||= pairs.length > 0;
      spans.push(...pairs);
    }
    places += countApart(spans);
  }
  return isNear ? places : 0;
}

function spansIn(versions: readonly string[], { text, isWhole = false }: PlainTerm): Span[] {
  return versions
    .filter((block) => block.includes(text))
    .flatMap((block) => {
      const starts = Array.from({ length: block.length }, (_, start) => start);
      return starts
        .filter((start) => block.startsWith(text, start) && !(isWhole && isTorn(block, start, text)))
        .map((start) => ({ start, end: start + text.length }));
    });
}

/** Does a Latin word go on beyond the beginning or the end of `text`? */
function isTorn(block: string, start: number, text: string): boolean {
  const goesOn = (border: number) => [border - 1, border].every((place) => LATIN.test(block.charAt(place)));
  return goesOn(start) || goesOn(start + text.length);
}

function pairsNear(first: readonly Span[], second: readonly Span[], near: number): Span[] {
  const isNear = (a: Span, b: Span) => Math.max(a.start - b.end, b.start - a.end) <= near;
  return [
    ...first.filter((a) => second.some((b) => isNear(a, b))),
    ...second.filter((b) => first.some((a) => isNear(a, b))),
  ];
}

function countApart(spans: readonly Span[]): number {
  let [count, reached] = [0, 0];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start >= reached) count++;
    reached = Math.max(reached, end);
  }
  return count;
}
