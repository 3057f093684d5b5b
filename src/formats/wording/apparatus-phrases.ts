import type { Cert, EmendationKind, NormalisationKind, RemovalKind } from '../../contract/schema.ts';
import type { Phrase } from './create-wording.ts';

const kinds = {
  'kind-gloss': ['夾注', '夹注'],
  'kind-torn-gloss': ['注音裂字', '注音裂字'],
  'kind-torn-mark': ['標點裂字', '标点裂字'],
  'kind-unencodable': ['失字問號', '失字问号'],
  'kind-control': ['控制符', '控制符'],
  'kind-watermark': ['僻字水印', '僻字水印'],
  'kind-emoji': ['表情符號', '表情符号'],
  'kind-entity': ['字符實體', '字符实体'],
  'kind-mojibake': ['亂碼', '乱码'],
} as const satisfies Record<`kind-${EmendationKind}`, Phrase>;

const reasons = {
  'why-gloss': ['讀音注於字後，字未損，刪之', '读音注于字后，字未损，删之'],
  'why-torn-gloss': ['讀音插入字中，字節分離，合之', '读音插入字中，字节分离，合之'],
  'why-torn-mark': ['標點前之首字節脫離，合之', '标点前之首字节脱离，合之'],
  'why-unencodable': ['編碼所無之字化為問號，依上下文復之', '编码所无之字化为问号，依上下文复之'],
  'why-control': ['控制符誤留文中，刪之', '控制符误留文中，删之'],
  'why-watermark': ['標點前夾入生僻字，刪之', '标点前夹入生僻字，删之'],
  'why-emoji': ['轉載者夾入表情符號，刪之', '转载者夹入表情符号，删之'],
  'why-entity': ['字符實體未解，解之', '字符实体未解，解之'],
  'why-mojibake': ['編碼誤讀，依原編碼復之', '编码误读，依原编码复之'],
} as const satisfies Record<`why-${EmendationKind}`, Phrase>;

const certainties = {
  'cert-high': ['確', '确'],
  'cert-medium': ['近是', '近是'],
  'cert-low': ['推測', '推测'],
  'cert-high-long': ['確：由字節可知', '确：由字节可知'],
  'cert-medium-long': ['近是：諸讀中一讀顯優', '近是：诸读中一读显优'],
  'cert-low-long': ['推測：待考', '推测：待考'],
} as const satisfies Record<`cert-${Cert}` | `cert-${Cert}-long`, Phrase>;

const evidence = {
  'evidence-bytes': ['字節 {value}', '字节 {value}'],
  'evidence-reading': ['讀音 {value}', '读音 {value}'],
  'evidence-inferred': ['推補 {value} 字節', '推补 {value} 字节'],
  'evidence-margin': ['較次優讀法高 {value} 奈特', '较次优读法高 {value} 奈特'],
  'evidence-rule': ['規則 {value}', '规则 {value}'],
} as const satisfies Record<string, Phrase>;

const removals = {
  'removal-seo-title': ['堆砌之題', '堆砌之题'],
  'removal-link-farm': ['外鏈堆砌', '外链堆砌'],
  'removal-spam': ['垃圾廣告', '垃圾广告'],
  'removal-self-promotion': ['自我推介', '自我推介'],
  'removal-share-widget': ['分享部件', '分享部件'],
  'removal-site-statement': ['本站聲明', '本站声明'],
  'removal-navigation': ['站內導覽', '站内导览'],
  'removal-catalogue': ['他文目錄', '他文目录'],
  'removal-related-reading': ['相關閱讀', '相关阅读'],
  'removal-duplicate-excerpt': ['重出提要', '重出提要'],
  'removal-byline': ['署名，移入題錄', '署名，移入题录'],
  'removal-furniture': ['頁面雜件', '页面杂件'],
  'removal-entity-residue': ['實體殘餘', '实体残余'],
} as const satisfies Record<`removal-${RemovalKind}`, Phrase>;

const removalReasons = {
  'removed-seo-title': ['堆砌檢索用詞，非題', '堆砌检索用词，非题'],
  'removed-link-farm': ['與本文無涉之鏈接', '与本文无涉之链接'],
  'removed-spam': ['與本文無涉之廣告', '与本文无涉之广告'],
  'removed-self-promotion': ['轉載者或原站自薦', '转载者或原站自荐'],
  'removed-share-widget': ['網頁按鈕之字', '网页按钮之字'],
  'removed-site-statement': ['網站格式聲明', '网站格式声明'],
  'removed-navigation': ['網站導覽之字', '网站导览之字'],
  'removed-catalogue': ['他文之目', '他文之目'],
  'removed-related-reading': ['他文之薦', '他文之荐'],
  'removed-duplicate-excerpt': ['與正文首段重出，存為提要', '与正文首段重出，存为提要'],
  'removed-byline': ['作者、日期、刊者，存於題錄', '作者、日期、刊者，存于题录'],
  'removed-furniture': ['網頁雜件之字', '网页杂件之字'],
  'removed-entity-residue': ['空行所餘之字符', '空行所余之字符'],
} as const satisfies Record<`removed-${RemovalKind}`, Phrase>;

const normalisations = {
  'normal-hard-wrap': ['折行空白', '折行空白'],
  'normal-indent': ['行首縮排', '行首缩排'],
  'normal-line-break': ['換行', '换行'],
  'normal-blank': ['空白', '空白'],
  'normal-width': ['標點全形', '标点全角'],
  'normal-marker': ['版式記號', '版式记号'],
} as const satisfies Record<`normal-${NormalisationKind}`, Phrase>;

/** The words of the apparatus. */
export const apparatusPhrases = {
  ...kinds,
  ...reasons,
  ...certainties,
  ...evidence,
  ...removals,
  ...removalReasons,
  ...normalisations,
  found: ['底本作', '底本作'],
  restored: ['校改', '校改'],
  deleted: ['刪', '删'],
  kind: ['類', '类'],
  allKinds: ['各類', '各类'],
  alternatives: ['或作 {value}', '或作 {value}'],
  title: ['題', '题'],
  emendationsHeading: ['校改', '校改'],
  crucesHeading: ['存疑', '存疑'],
  removalsHeading: ['刪去', '删去'],
  normalisationsHeading: ['整齊', '整齐'],
  cruxNote: ['損而不可定，仍底本之舊', '损而不可定，仍底本之旧'],
  glossRun: ['夾注 {n} 處', '夹注 {n} 处'],
  glossRunWhy: ['讀音注於字後，字未損，刪之；皆確。', '读音注于字后，字未损，删之；皆确。'],
  histogram: ['各類校改之數；墨為確，朱為須裁斷者。', '各类校改之数；墨为确，朱为须裁断者。'],
  withheld: ['原文不錄', '原文不录'],
  normalisationsNote: [
    '空白、換行與標點寬窄，共 {n} 處，不逐一列出；全文見校記 JSON。',
    '空白、换行与标点宽窄，共 {n} 处，不逐一列出；全文见校记 JSON。',
  ],
  apparatusLead: [
    '「］」前為底本文字，後為校改。底本文字依其原有字形。',
    '“］”前为底本文字，后为校改。底本文字依其原有字形。',
  ],
  none: ['無', '无'],
  times: ['{n} 處', '{n} 处'],
} as const satisfies Record<string, Phrase>;
