import type { Language } from '../../contract/schema.ts';
import { createWording, type Wording } from '../../formats/wording/create-wording.ts';
import { searchPhrases } from './search-phrases.ts';

/**
 * The words of search in one script; apart from the rest of the interface, for they go to the browser.
 *
 * `searchWordingIn('zh-Hans')('places', { n: 3 })` → `3 处`
 */
export function searchWordingIn(language: Language): Wording<keyof typeof searchPhrases> {
  return createWording(searchPhrases, language);
}
