import type { Language } from '../../src/contract/schema.ts';
import { parseFold } from '../../src/pipeline/text/fold.ts';
import { foldText } from '../../src/site/search/fold-text.ts';
import { searchedBlocks } from '../../src/site/search/searched-blocks.ts';
import { found } from '../support/found.ts';
import type { Article } from '../support/made-articles.ts';
import { pick, seeded } from '../support/random.ts';

const PLAIN = /^[\p{Script=Han}，。、；：？！]+$/u;
const HAS_HAN = /\p{Script=Han}{2}/u;

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
    const queries = new Set<string>();
    while (queries.size < count) {
      const { hans, hant } = pick(this.#texts, random);
      const start = Math.floor(random() * hans.length);
      const length = 2 + Math.floor(random() * 11);
      const kind = Math.floor(random() * 3);
      const isHant = () => (kind === 2 ? random() < 0.5 : kind === 1);
      const letters = Array.from({ length }, (_, n) => (isHant() ? hant : hans).charAt(start + n));
      const query = letters.join('');
      if (PLAIN.test(query) && HAS_HAN.test(query)) queries.add(query);
    }
    return [...queries];
  }

  /** Texts that should have been found and were, texts that were found and should have been, over all queries. */
  judge(queries: readonly string[], answers: readonly string[][]) {
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
