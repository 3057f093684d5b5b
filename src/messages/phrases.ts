import type { Language } from '../edition/schema.ts';
import { apparatusPhrases } from './apparatus-phrases.ts';
import { cataloguePhrases } from './catalogue-phrases.ts';
import { guidePhrases } from './guide-phrases.ts';
import { interfacePhrases } from './interface-phrases.ts';
import { readingPhrases } from './reading-phrases.ts';

const phrases = {
  ...interfacePhrases,
  ...apparatusPhrases,
  ...cataloguePhrases,
  ...guidePhrases,
  ...readingPhrases,
};

/** Name of a phrase of the interface. */
export type PhraseKey = keyof typeof phrases;

/** Words a phrase in one script; `{name}` is replaced by the value of that name. */
export type Wording = (key: PhraseKey, values?: Record<string, string | number>) => string;

/**
 * The interface in one script.
 *
 * `wordingIn('zh-Hans')('paragraphs', { n: 22 })` → `22 段`.
 */
export function wordingIn(language: Language): Wording {
  const column = language === 'zh-Hant' ? 0 : 1;
  return (key, values = {}) => {
    const phrase: string = phrases[key][column];
    if (!phrase.includes('{')) return phrase; // as most do; pages have hundreds
    return phrase.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}
