/** What the report calls things: Chinese as editors say it, and English. */

/** Statuses, kinds and certainties → label. */
const labels: Readonly<Record<string, string>> = {
  failed: '未成 failed',
  review: '待審 review',
  repaired: '已校 repaired',
  untouched: '無改 untouched',
  high: '確 high',
  medium: '近確 medium',
  low: '疑 low',
  crux: '存疑 crux',
  doubt: '疑留 doubt',
  gloss: '注音 gloss',
  'torn-gloss': '注音斷字 torn gloss',
  'torn-mark': '標點斷字 torn mark',
  unencodable: '不可編 unencodable',
  control: '控制符 control',
  watermark: '水印 watermark',
  emoji: '表情 emoji',
  entity: '實體 entity',
  mojibake: '亂碼 mojibake',
  'seo-title': '關鍵詞標題 SEO title',
  'link-farm': '鏈接 link farm',
  spam: '廣告 spam',
  'self-promotion': '自薦 self-promotion',
  'share-widget': '分享 share widget',
  'site-statement': '聲明 site statement',
  navigation: '導航 navigation',
  catalogue: '目錄 catalogue',
  'related-reading': '相關閱讀 related reading',
  'duplicate-excerpt': '重複提要 repeated excerpt',
  byline: '署名 byline',
  furniture: '頁面雜項 furniture',
  'entity-residue': '實體殘餘 entity residue',
};

/** The label of `name`; the name itself where there is none. */
export const labelOf = (name: string) => (Object.hasOwn(labels, name) ? labels[name] : undefined) ?? name;
