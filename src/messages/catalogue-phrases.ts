import type { Phrase } from './interface-phrases.ts';

/** The words of the catalogue and of the lists that lead to a text. */
export const cataloguePhrases = {
  catalogueDescription: [
    '復原之網頁文字，凡 {n} 篇，繁簡並列，校改有記。',
    '复原之网页文字，凡 {n} 篇，繁简并列，校改有记。',
  ],
  orderBy: ['排次', '排次'],
  'order-date': ['年月', '年月'],
  'order-title': ['篇名', '篇名'],
  'order-publisher': ['刊者', '刊者'],
  publishers: ['刊者', '刊者'],
  years: ['年份', '年份'],
  indexes: ['分覽', '分览'],
  undated: ['年月未詳', '年月未详'],
  unknownPublisher: ['刊者未詳', '刊者未详'],
  latinTitles: ['西文、數字', '西文、数字'],
  minutes: ['{n} 分鐘', '{n} 分钟'],
  pagesNavigation: ['分頁', '分页'],
  page: ['第 {n} 頁', '第 {n} 页'],
  previousPage: ['上一頁', '上一页'],
  nextPage: ['下一頁', '下一页'],
  jumpTo: ['徑至', '径至'],
  filterLabel: ['本頁之內', '本页之内'],
  filterHint: ['篇名、作者、刊者', '篇名、作者、刊者'],
  filtered: ['本頁見 {n} 篇', '本页见 {n} 篇'],
  publisherDescription: ['「{name}」所刊，凡 {n} 篇。', '“{name}”所刊，凡 {n} 篇。'],
  listDescription: ['{title}之文，凡 {n} 篇。', '{title}之文，凡 {n} 篇。'],
  publishersCount: ['{n} 家', '{n} 家'],
  yearsCount: ['{n} 條', '{n} 条'],
  yearTitle: ['{year} 年', '{year} 年'],
  untouched: ['無校改', '无校改'],
} as const satisfies Record<string, Phrase>;
