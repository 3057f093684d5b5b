import type { Phrase } from '../../formats/wording/create-wording.ts';

const notes = {
  noteSic: ['底本作「', '底本作“'],
  noteCorr: ['」，校作「', '”，校作“'],
  noteEnd: ['」。', '”。'],
  noteGone: ['」，刪之。', '”，删之。'],
  noteLeft: ['」，損而不可定，仍其舊。', '”，损而不可定，仍其旧。'],
  noteOr: ['或作「{value}」', '或作“{value}”'],
  noteWhy: ['因{why}。', '因{why}。'],
  noteRemoved: ['此處刪去{kind}，{n} 字：{why}。', '此处删去{kind}，{n} 字：{why}。'],
  noteTitle: ['題下校記', '题下校记'],
  toMark: ['回原處', '回原处'],
  toEntry: ['校記', '校记'],
} as const satisfies Record<string, Phrase>;

const tools = {
  marks: ['校改', '校改'],
  marksOff: ['不標', '不标'],
  marksOn: ['標記', '标记'],
  marksFull: ['全注', '全注'],
  panelsHint: ['設置在各篇正文之旁。', '设置在各篇正文之旁。'],
  settings: ['設置', '设置'],
  theme: ['紙色', '纸色'],
  themeAuto: ['隨系統', '随系统'],
  themeLight: ['日', '日'],
  themeDark: ['夜', '夜'],
  themeSepia: ['舊紙', '旧纸'],
  size: ['字號', '字号'],
  leading: ['行距', '行距'],
  measure: ['行長', '行长'],
  face: ['字形', '字形'],
  faceSong: ['宋', '宋'],
  faceHei: ['黑', '黑'],
  first: ['左欄', '左栏'],
  vertical: ['繁體豎排', '繁体竖排'],
  horizontal: ['橫', '横'],
  upright: ['豎', '竖'],
  differ: ['繁簡異字', '繁简异字'],
  off: ['不標', '不标'],
  on: ['標出', '标出'],
  small: ['小', '小'],
  medium: ['中', '中'],
  large: ['大', '大'],
  larger: ['特大', '特大'],
  tight: ['密', '密'],
  loose: ['疏', '疏'],
  narrow: ['短', '短'],
  wide: ['長', '长'],
  reset: ['復原設置', '复原设置'],
  close: ['關閉', '关闭'],
} as const satisfies Record<string, Phrase>;

const keys = {
  shortcuts: ['快捷鍵', '快捷键'],
  keyParagraph: ['下一段、上一段', '下一段、上一段'],
  keyMark: ['下一處、上一處校改', '下一处、上一处校改'],
  keyMarks: ['不標、標記、全注', '不标、标记、全注'],
  keyScript: ['換字體', '换字体'],
  keyVertical: ['橫排、豎排', '横排、竖排'],
  keyNeighbour: ['前篇、後篇', '前篇、后篇'],
  keySettings: ['設置', '设置'],
  keyHelp: ['本表', '本表'],
  keyEscape: ['收起校記', '收起校记'],
} as const satisfies Record<string, Phrase>;

const taking = {
  paragraphMenu: ['本段', '本段'],
  copyLink: ['複製鏈接', '复制链接'],
  copyText: ['複製文字', '复制文字'],
  copyCitation: ['複製引文（GB/T 7714）', '复制引文（GB/T 7714）'],
  copyBibtex: ['複製 BibTeX', '复制 BibTeX'],
  copyMarkdown: ['複製 Markdown', '复制 Markdown'],
  copied: ['已複製', '已复制'],
  notCopied: ['未能複製', '未能复制'],
  cite: ['引用', '引用'],
  share: ['分享', '分享'],
  shareThis: ['分享本篇', '分享本篇'],
  qrCode: ['本頁網址的二維碼', '本页网址的二维码'],
  shareImage: ['{title}（篇首書影）', '{title}（篇首书影）'],
  previous: ['前篇', '前篇'],
  next: ['後篇', '后篇'],
  neighbours: ['前後篇', '前后篇'],
  printed: ['列印於 {date}', '打印于 {date}'],
} as const satisfies Record<string, Phrase>;

const witness = {
  asReceived: ['底本', '底本'],
  asReceivedLong: ['底本原貌', '底本原貌'],
  asReceivedLead: [
    '底本逐字如收到時。朱線為校改處，可至正文；刪線為刪去處；垃圾文字不錄，只記其類與字數。不可見之字以碼位示之。',
    '底本逐字如收到时。朱线为校改处，可至正文；删线为删去处；垃圾文字不录，只记其类与字数。不可见之字以码位示之。',
  ],
  asReceivedWithheld: ['⸺ {kind}，{n} 字，不錄', '⸺ {kind}，{n} 字，不录'],
} as const satisfies Record<string, Phrase>;

/** The words of the reading page. */
export const readingPhrases = { ...notes, ...tools, ...keys, ...taking, ...witness } as const;
