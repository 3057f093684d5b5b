import type { Language } from '../../contract/schema.ts';
import { bookPhrases } from '../../formats/wording/book-phrases.ts';
import { createWording, type Wording as WordingOf } from '../../formats/wording/create-wording.ts';
import { cataloguePhrases } from './catalogue-phrases.ts';
import { guidePhrases } from './guide-phrases.ts';
import { interfacePhrases } from './interface-phrases.ts';
import { readingPhrases } from './reading-phrases.ts';

const phrases = {
  ...bookPhrases,
  ...interfacePhrases,
  ...cataloguePhrases,
  ...guidePhrases,
  ...readingPhrases,
};

/** Name of a phrase of the interface. */
export type PhraseKey = keyof typeof phrases;

/** Words a phrase of the interface in one script; `{name}` is replaced by the value of that name. */
export type Wording = WordingOf<PhraseKey>;

/** The interface in one script: `wordingIn('zh-Hans')('paragraphs', { n: 22 })` → `22 段`. */
export function wordingIn(language: Language): Wording {
  return createWording(phrases, language);
}
