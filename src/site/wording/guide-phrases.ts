import type { Phrase } from '../../formats/wording/create-wording.ts';

/** The words of the guide, of the page on method and of the diagram on it. */
export const guidePhrases = {
  guide: ['指南', '指南'],
  guideDescription: [
    '如何刊布自己的文本，如何在命令行上復原語料。',
    '如何刊布自己的文本，如何在命令行上复原语料。',
  ],
  guideContents: ['本頁內容', '本页内容'],
  downloads: ['下載', '下载'],
  collection: [
    '今有 {texts} 篇，{characters} 字；校改 {emendations} 處，存疑 {cruces} 處，刪去 {removals} 處。',
    '今有 {texts} 篇，{characters} 字；校改 {emendations} 处，存疑 {cruces} 处，删去 {removals} 处。',
  ],
  collectionShort: [
    '{texts} 篇 · {characters} 字 · 校改 {emendations} 處 · 刪去 {removals} 處',
    '{texts} 篇 · {characters} 字 · 校改 {emendations} 处 · 删去 {removals} 处',
  ],
  footNavigation: ['關於本站', '关于本站'],
  untouchedTexts: ['其中 {n} 篇未損，無所校改。', '其中 {n} 篇未损，无所校改。'],
  kindsHeading: ['校改之類', '校改之类'],
  kindsCaption: [
    '墨為由字節可知者，朱為須裁斷者；長短依對數。',
    '墨为由字节可知者，朱为须裁断者；长短依对数。',
  ],
  certaintiesHeading: ['把握之等', '把握之等'],
  removalKindsHeading: ['刪去之類', '删去之类'],
  diagramAuthor: ['原文', '原文'],
  diagramWitness: ['底本', '底本'],
  diagramRestored: ['校改', '校改'],
  diagramChance: ['偶成「驗」字，其音 yàn', '偶成“验”字，其音 yàn'],
  diagramCaption: [
    '「因為在 crm」之損。F2 9E 分屬兩字，偶成「驗」之字節，讀音 (yàn) 遂插於其後；錯位一字節，讀作「因?yàn)樵赾rm」。去其讀音，字節相接，「為在」復出。',
    '“因為在 crm”之损。F2 9E 分属两字，偶成“驗”之字节，读音 (yàn) 遂插于其后；错位一字节，读作“因?yàn)樵赾rm”。去其读音，字节相接，“為在”复出。',
  ],
} as const satisfies Record<string, Phrase>;
