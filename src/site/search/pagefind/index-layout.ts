import { FARTHEST } from '../query.ts';
import { HAS_CHARACTER, WORDS } from '../word-characters.ts';
import { spellPairs, spellWhole } from './spell.ts';

/** What is indexed of a text: folded blocks, by where they stand. */
export interface IndexedText {
  title: readonly string[];
  headings: readonly string[];
  /** And all that stands elsewhere, as the imprint does. */
  body: readonly string[];
  /** Of each emendation what was restored, and what the witness has instead. */
  corr: readonly string[];
  sic: readonly string[];
}

/** Where to look: in the texts, in what was restored, or in what the witnesses had instead. */
export const scopes = ['text', 'corr', 'sic'] as const;
export type Scope = (typeof scopes)[number];

/**
 * Before the words of a scope, a single character and a whole Latin word. No unit is spelt with such a letter first (see
 * `spellUnit`), so no word of one kind begins one of another: without quotation marks, as pairs are looked up, Pagefind would take
 * the longer for the shorter, or the shorter where the longer is in no text.
 */
const PREFIXES: Record<Scope, string> = { text: '', corr: 'r', sic: 's' };
const SINGLE = 'o';
const WHOLE = 'w';
/** A longer Latin word, in UTF-16 units, is found by its letters only. */
export const LONGEST_WORD = 40;

/** Where the headings and the body begin, in words of the index. A longer title reaches into what follows it. */
const HEADINGS_AT = 256;
const BODY_AT = 1024;

/** Pagefind counts a mark as a place and indexes nothing there. */
const NOTHING = '.';

/**
 * A text as Pagefind takes it. Its title comes first, its headings begin at a fixed place and its body at another, so
 * that a place tells where in the text it is. Blocks stand so far apart that nothing is near across their border.
 *
 * Of single characters and whole Latin words only the first is indexed: a search for them learns which texts have them,
 * and whether in the title.
 */
export function toContent({ title, headings, body, corr, sic }: IndexedText): string {
  const content = new Content();
  content.add(title, 'text');
  content.goTo(HEADINGS_AT);
  content.add(headings, 'text');
  content.goTo(BODY_AT);
  content.add(body, 'text');
  content.add(corr, 'corr');
  content.add(sic, 'sic');
  return content.toString();
}

/** Where a place is: 0 in the title, 1 in a heading, 2 elsewhere. */
export function rankOfPlace(place: number): 0 | 1 | 2 {
  if (place < HEADINGS_AT) return 0;
  return place < BODY_AT ? 1 : 2;
}

/** The word under which Pagefind has two units that stand side by side. */
export function toWord(pair: string, scope: Scope): string {
  return spellWhole(pair, PREFIXES[scope]);
}

/** The phrase under which Pagefind has a string of folded text, of one unit or more. */
export function toPhrase(text: string, scope: Scope): string {
  const prefix = PREFIXES[scope];
  const words = text.length === 1 ? [spellWhole(text, prefix + SINGLE)] : spellPairs(text, prefix);
  return `"${words.join(' ')}"`;
}

/** The phrase under which Pagefind has texts with a whole Latin word. */
export function toWholeWord(word: string, scope: Scope): string {
  return `"${spellWhole(word, PREFIXES[scope] + WHOLE)}"`;
}

class Content {
  readonly #words: string[] = [];
  readonly #known = new Set<string>();

  add(blocks: readonly string[], scope: Scope): void {
    const prefix = PREFIXES[scope];
    for (const block of blocks) {
      for (const word of spellPairs(block, prefix)) this.#words.push(word);
      this.#skip(FARTHEST + 2);
    }
    for (const block of blocks) {
      for (const character of block) if (character.length === 1) this.#addOnce(character, prefix + SINGLE);
      for (const [word] of block.matchAll(WORDS))
        if (word.length <= LONGEST_WORD) this.#addOnce(word, prefix + WHOLE);
    }
  }

  goTo(place: number): void {
    this.#skip(place - this.#words.length);
  }

  toString(): string {
    return this.#words.join(' ');
  }

  #skip(places: number): void {
    for (let i = 0; i < places; i++) this.#words.push(NOTHING);
  }

  #addOnce(text: string, prefix: string): void {
    const word = spellWhole(text, prefix);
    if (this.#known.has(word) || !HAS_CHARACTER.test(text)) return;
    this.#known.add(word);
    this.#words.push(word);
  }
}
