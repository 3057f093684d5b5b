import type { Language } from '../../contract/schema.ts';

/** Address of a page or file of this site, under whatever path it is published: `address('texts/a/')` → `/base/texts/a/`. */
export function address(path = ''): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}/${path}`;
}

/** Folder of the interface in each script: Traditional stands at the root. */
export const interfaceFolder: Record<Language, string> = { 'zh-Hant': '', 'zh-Hans': 'zh-hans/' };

/** Address of a page of the interface in one script: `pageAddress('zh-Hans', 'method/')` → `/zh-hans/method/`. */
export function pageAddress(language: Language, path = ''): string {
  return address(interfaceFolder[language] + path);
}

/** The addresses of one text. */
export function textAddresses(slug: string) {
  const at = (path: string) => address(`texts/${slug}/${path}`);
  return {
    parallel: at(''),
    'zh-Hant': at('zh-hant/'),
    'zh-Hans': at('zh-hans/'),
    apparatus: at('apparatus/'),
    /** Where a reader with the interface in `language` reads the text. */
    reading: (language: Language) => at(language === 'zh-Hans' ? 'zh-hans/' : ''),
    /** The apparatus with its interface in `language`. */
    apparatusIn: (language: Language) => at(language === 'zh-Hans' ? 'zh-hans/apparatus/' : 'apparatus/'),
    /** The witness as received, with its interface in `language`. */
    witnessIn: (language: Language) => at(language === 'zh-Hans' ? 'zh-hans/witness/' : 'witness/'),
    apparatusFile: at('apparatus.json'),
    markdown: (language: Language) => at(`${language}.md`),
    plainText: (language: Language) => at(`${language}.json`),
    shareImage: (language: Language) => at(`${language}.png`),
  };
}

/** The page whose panels a reading page in `language` fetches when the reader first asks for one. */
export function panelsIn(language: Language): string {
  return address(language === 'zh-Hans' ? 'zh-hans/panels/' : 'panels/');
}
