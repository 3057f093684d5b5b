/** A stand-in for Pagefind: what the site relies on in it, by the plainest means. */
import type { PagefindAnswer, PagefindResult } from '../../src/site/search/pagefind/pagefind-api.ts';

/** Texts as they were given to the index, by id: words between blanks. A mark is a place without a word. */
export type Contents = Readonly<Record<string, string>>;

/**
 * An index of some texts, which answers as Pagefind does.
 *
 * - Of a phrase in quotation marks only the first place in each text is told.
 * - Of words without quotation marks all places are, in the texts that have every one. A word stands for all that begin with
 *   it; where there is none, for the longest with which it begins; and where there is none of those either, it is passed over.
 */
export class PhraseIndex {
  readonly #texts: ReadonlyMap<string, readonly string[]>;
  readonly #words: ReadonlySet<string>;
  /** What was asked for so far. */
  readonly asked: string[] = [];

  constructor(contents: Contents) {
    this.#texts = new Map(Object.entries(contents).map(([id, content]) => [id, content.split(' ')]));
    this.#words = new Set([...this.#texts.values()].flat().filter((word) => word !== '.'));
  }

  readonly search = async (query: string): Promise<PagefindAnswer> => {
    this.asked.push(query);
    const wanted = query.replaceAll('"', '').split(' ');
    const placesIn = query.startsWith('"')
      ? (words: readonly string[]) => firstPlace(words, wanted)
      : allPlaces(wanted.map((word) => this.#meant(word)).filter((words) => words.length > 0));
    const results: PagefindResult[] = [];
    for (const [id, words] of this.#texts) {
      const places = placesIn(words);
      if (places.length > 0) results.push({ id, words: places, data: async () => ({ raw_url: id }) });
    }
    return { results, filters: {}, totalFilters: {} };
  };

  /** What a word without quotation marks stands for. */
  #meant(word: string): string[] {
    const longer = [...this.#words].filter((known) => known.startsWith(word));
    if (longer.length > 0) return longer;
    const shorter = [...this.#words].filter((known) => word.startsWith(known));
    return shorter.toSorted((a, b) => b.length - a.length).slice(0, 1);
  }
}

function firstPlace(words: readonly string[], wanted: readonly string[]): number[] {
  const start = words.findIndex((_, place) => wanted.every((word, n) => words[place + n] === word));
  return start < 0 ? [] : wanted.map((_, n) => start + n);
}

/** Of each word that is wanted, what it stands for. */
function allPlaces(wanted: ReadonlyArray<readonly string[]>): (words: readonly string[]) => number[] {
  const all = new Set(wanted.flat());
  return (words) => {
    if (!wanted.every((meant) => meant.some((word) => words.includes(word)))) return [];
    return words.flatMap((word, place) => (all.has(word) ? [place] : []));
  };
}
