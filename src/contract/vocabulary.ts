/**
 * The words of the contract in `schema.ts`, apart from the schema, so that the pipeline, which writes records and never
 * checks them, starts without the library that does.
 */

/** BCP 47 tags of the two scripts an edition is published in. */
export const languages = ['zh-Hant', 'zh-Hans'] as const;
export type Language = (typeof languages)[number];

/** What `make` gives for each of the two, by its tag. */
export function byLanguage<T>(make: (language: Language) => T): Record<Language, T> {
  return { 'zh-Hant': make('zh-Hant'), 'zh-Hans': make('zh-Hans') };
}

/** Degree of certainty, as TEI's `@cert`. */
export const certainties = ['high', 'medium', 'low'] as const;
export type Cert = (typeof certainties)[number];

/** What an emendation undoes. Each kind is a step of the damage. */
export const emendationKinds = [
  'gloss', // a reading put after a whole character: 服務(wù) → 服務
  'torn-gloss', // a reading put inside a character: 因?yàn)樵赾rm → 因為在crm
  'torn-mark', // a lead byte torn off before a mark: 務(wù)?;ヂ?lián) → 務。互聯
  'unencodable', // what GBK cannot hold, such as a no-break blank, become ? at the beginning of a line
  'control', // control characters left standing: U+0005–U+0008
  'watermark', // rare characters put before punctuation: 發布刽漂，
  'emoji', // emoji sprinkled by a mirror
  'entity', // character references left in the text: #xff0c;
  'mojibake', // a run read in the wrong encoding: 鍥犱负 → 因为
] as const;
export type EmendationKind = (typeof emendationKinds)[number];

/** Removal kinds whose words are never shown and never put in a download. */
const withheldKinds = ['seo-title', 'link-farm', 'spam'] as const;

/** Are the words of removals of this kind never shown? */
export function isWithheld(kind: RemovalKind): boolean {
  return (withheldKinds as readonly string[]).includes(kind);
}

/** What a removal takes out; the order is the order of views. */
export const removalKinds = [
  ...withheldKinds,
  'self-promotion',
  'share-widget',
  'site-statement',
  'navigation',
  'catalogue',
  'related-reading',
  'duplicate-excerpt',
  'byline', // author, date, publisher: kept as metadata
  'furniture',
  'entity-residue',
] as const;
export type RemovalKind = (typeof removalKinds)[number];

/** Changes to blanks, line breaks, signs of layout and the width of punctuation, which views may hide. */
export const normalisationKinds = [
  'hard-wrap',
  'indent',
  'line-break',
  'blank',
  'width',
  'marker', // the sign before an item, a quotation or a title, or round a link: • → -
] as const;
export type NormalisationKind = (typeof normalisationKinds)[number];

export const blockKinds = ['heading', 'paragraph', 'list', 'quotation', 'verse', 'code', 'table'] as const;
export type BlockKind = (typeof blockKinds)[number];

/** How the script of a witness was judged. `mixed`: half-converted by a mirror. */
export const scripts = ['hans', 'hant', 'mixed'] as const;
export type Script = (typeof scripts)[number];

/** Where a title is from: the page states it, or it is made of the text's first words. */
export const titleSources = ['stated', 'first-words'] as const;
export type TitleSource = (typeof titleSources)[number];

/** How a text was taken out of a page in HTML: the article that was found in it, or all that the page shows. */
export const extractions = ['article', 'page'] as const;
export type Extraction = (typeof extractions)[number];

/** The encodings a witness can be in. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5-hkscs', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** The OpenCC configurations of the Traditional text: Taiwan's forms, or Hong Kong's. */
export const standards = ['s2tw', 's2hk'] as const;
export type Standard = (typeof standards)[number];

/** `untouched`: nothing was changed; `review`: somebody should look at it, see {@link statusOf}; else `repaired`. */
export const statuses = ['untouched', 'repaired', 'review'] as const;
export type Status = (typeof statuses)[number];

/** Records of a text that was restored, or of one that was only repaired, which has no removals and no doubts. */
interface Changes {
  readonly emendations: ReadonlyArray<{ readonly cert: Cert }>;
  readonly cruces: readonly unknown[];
  readonly removals?: readonly unknown[];
  readonly doubts?: readonly unknown[];
}

/** The status of a text: a crux, a doubt or an emendation of low certainty asks for review. */
export function statusOf({ emendations, cruces, removals = [], doubts = [] }: Changes): Status {
  if (cruces.length > 0 || doubts.length > 0 || emendations.some(({ cert }) => cert === 'low'))
    return 'review';
  return emendations.length > 0 || removals.length > 0 ? 'repaired' : 'untouched';
}
