import type { Language } from '../../src/contract/schema.ts';
import { parseFold } from '../../src/pipeline/text/fold.ts';
import { foldText } from '../../src/site/search/fold-text.ts';
import { searchedBlocks } from '../../src/site/search/searched-blocks.ts';
import { found } from '../support/found.ts';
import type { Article } from '../support/made-articles.ts';
import { pick, seeded } from '../support/random.ts';

/** One word of a query: no blanks, none of the marks that have a meaning there. */
const TYPEABLE = /^[^\s"“”＂\0~～－-]+$/u;
const HAS_LETTERS = /[\p{L}\p{N}]{2}/u;
const HAN = /^\p{Script=Han}+$/u;

/** How right answers are. */
export interface Judgement {
  recall: number;
  precision: number;
  /** The queries with a wrong answer. */
  wrong: string[];
}

/** A plain test for substrings, in both scripts: what the index is held against. */
export class PlainSearch {
  readonly #fold: (text: string) => string;
  /** Per article both scripts folded, their blocks apart. */
  readonly #texts: Array<{ slug: string; folded: string; hans: string; hant: string }> = [];
  characters = 0;

  constructor(foldSource: string) {
    const table = parseFold(foldSource);
    this.#fold = (text) => foldText(text, table);
  }

  add(article: Article): void {
    const textIn = (language: Language) =>
      searchedBlocks(article[language])
        .map(([, block]) => block)
        .join('\0');
    const [hans, hant] = [textIn('zh-Hans'), textIn('zh-Hant')];
    const folded = [...new Set([this.#fold(hans), this.#fold(hant)])].join('\0');
    this.#texts.push({ slug: article.slug, folded, hans, hant });
    this.characters += hans.length;
  }

  /** Random substrings of 2 to 12 characters, a third in each script and a third mixed. */
  queries(count: number): string[] {
    const random = seeded(count + this.#texts.length);
    return distinct(count, () => {
      const { hans, hant } = pick(this.#texts, random);
      const start = Math.floor(random() * hans.length);
      const length = 2 + Math.floor(random() * 11);
      const kind = Math.floor(random() * 3);
      const isHant = () => (kind === 2 ? random() < 0.5 : kind === 1);
      const letters = Array.from({ length }, (_, n) => (isHant() ? hant : hans).charAt(start + n));
      const query = letters.join('');
      return TYPEABLE.test(query) && HAS_LETTERS.test(query) ? query : undefined;
    });
  }

  /** Random substrings of three Simplified characters, such as one asks a search that knows words. */
  phrases(count: number): string[] {
    const random = seeded(3 * count);
    return distinct(count, () => {
      const { hans } = pick(this.#texts, random);
      const start = Math.floor(random() * hans.length);
      const phrase = hans.slice(start, start + 3);
      return phrase.length === 3 && HAN.test(phrase) ? phrase : undefined;
    });
  }

  /** Holds the slugs that were found for each query against those that should have been. */
  judge(queries: readonly string[], answers: readonly string[][]): Judgement {
    let [right, named, having] = [0, 0, 0];
    const wrong: string[] = [];
    for (const [n, query] of queries.entries()) {
      const term = this.#fold(query);
      const expected = new Set(
        this.#texts.filter(({ folded }) => folded.includes(term)).map(({ slug }) => slug),
      );
      const answer = found(answers[n], `answer to ${query}`);
      const common = answer.filter((slug) => expected.has(slug)).length;
      right += common;
      named += answer.length;
      having += expected.size;
      if (common !== expected.size || common !== answer.length) wrong.push(query);
    }
    return { recall: right / having, precision: right / named, wrong };
  }
}

function distinct(count: number, make: () => string | undefined): string[] {
  const made = new Set<string>();
  while (made.size < count) {
    const query = make();
    if (query !== undefined) made.add(query);
  }
  return [...made];
}
