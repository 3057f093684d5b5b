import type { Language } from '../edition/schema.ts';
import { searchPhrases } from './search-phrases.ts';

/**
 * The words of search in one script; apart from the rest of the interface, for they go to the browser.
 *
 * `searchWordingIn('zh-Hans')('places', { n: 3 })` → `3 处`
 */
export function searchWordingIn(
  language: Language,
): (key: keyof typeof searchPhrases, values?: Record<string, string | number>) => string {
  const column = language === 'zh-Hant' ? 0 : 1;
  return (key, values = {}) =>
    searchPhrases[key][column].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
