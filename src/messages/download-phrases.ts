import type { Language } from '../edition/schema.ts';

/** Names of the files of a text, by how their names end: Traditional, Simplified. The longest ending that fits is meant. */
const names = [
  ['zh-Hant.md', '繁體 Markdown', '繁体 Markdown'],
  ['zh-Hans.md', '簡體 Markdown', '简体 Markdown'],
  ['zh-Hant.txt', '繁體純文字', '繁体纯文本'],
  ['zh-Hans.txt', '簡體純文字', '简体纯文本'],
  ['.epub', 'EPUB 電子書', 'EPUB 电子书'],
  ['.tei.xml', 'TEI XML', 'TEI XML'],
  ['apparatus.json', '校記 JSON', '校记 JSON'],
] as const;

/** What a file is called on the page: `downloadName('zh-Hant.txt', 'zh-Hans')` → `繁体纯文本`. */
export function downloadName(file: string, language: Language): string {
  const found = names.find(([ending]) => file.endsWith(ending));
  return found?.[language === 'zh-Hant' ? 1 : 2] ?? file;
}
