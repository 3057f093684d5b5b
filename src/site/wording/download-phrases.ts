import type { Language } from '../../contract/schema.ts';

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

/** What is said of the whole collection's files: Traditional, Simplified. */
const collection = {
  lead: ['全部文本，繁簡兩體。各篇之檔案，見其篇末。', '全部文本，繁简两体。各篇之文件，见其篇末。'],
  guide: ['各種檔案之用法', '各种文件之用法'],
  feeds: ['訂閱', '订阅'],
  zip: ['各篇 Markdown，每篇兩體各一檔', '各篇 Markdown，每篇两体各一文件'],
  jsonl: ['每行一篇，附校記', '每行一篇，附校记'],
  sums: ['以上各檔之校驗值', '以上各文件之校验值'],
} as const;

/** The words about the collection's files: `collectionNotes('zh-Hans').of('zhengben.jsonl')` → `每行一篇，附校记`. */
export function collectionNotes(language: Language): {
  lead: string;
  guide: string;
  feeds: string;
  of: (file: string) => string;
} {
  const column = language === 'zh-Hant' ? 0 : 1;
  const keyOf = (file: string) =>
    file.endsWith('.zip') ? 'zip' : file.endsWith('.jsonl') ? 'jsonl' : 'sums';
  return {
    lead: collection.lead[column],
    guide: collection.guide[column],
    feeds: collection.feeds[column],
    of: (file) => collection[keyOf(file)][column],
  };
}
