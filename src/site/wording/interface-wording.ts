import type { Language } from '../../contract/schema.ts';
import { englishWording } from './english-phrases.ts';
import { type Wording, wordingIn } from './phrases.ts';

/** Languages the interface can speak; English only on its one page. */
export type InterfaceLanguage = Language | 'en';

/** The words of header and footer. */
export function interfaceWording(language: InterfaceLanguage): Wording {
  return language === 'en' ? englishWording : wordingIn(language);
}

/** The script of the Chinese pages that a page leads to. */
export function scriptOf(language: InterfaceLanguage): Language {
  return language === 'en' ? 'zh-Hant' : language;
}
