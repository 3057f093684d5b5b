import type { PhraseKey, Wording } from './phrases.ts';

/** The few words of header and footer, for the English overview. */
const english: Partial<Record<PhraseKey, string>> = {
  site: '正本',
  skip: 'Skip to the text',
  mainNavigation: 'Site',
  footNavigation: 'About this site',
  catalogue: 'Catalogue',
  search: 'Search',
  searchField: 'Search the texts',
  method: 'Method',
  guide: 'Guide',
  downloads: 'Downloads',
  publishers: 'Publishers',
  years: 'Years',
  offlineOff: 'Turn offline reading off',
  offlineStart: 'Turn offline reading on',
  footer: 'No character of a witness is changed; every emendation is on record.',
  diagramAuthor: 'Author',
  diagramWitness: 'Witness',
  diagramRestored: 'Restored',
  diagramChance: 'happens to be 驗, read yàn',
  diagramCaption:
    'What became of 因為在 crm. F2 9E belong to two characters but happen to be 驗, so its reading (yàn) was put in after them, and what follows is read one byte off: 因?yàn)樵赾rm. With the reading struck out, the bytes meet again.',
  collectionShort:
    '{texts} texts · {characters} characters · {emendations} emendations · {removals} removals',
};

/** {@link Wording} in English. Throws for a phrase that no English page shows. */
export const englishWording: Wording = (key, values = {}) => {
  const phrase = english[key];
  if (phrase === undefined) throw new Error(`The interface has no English for “${key}”.`);
  return phrase.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
};
