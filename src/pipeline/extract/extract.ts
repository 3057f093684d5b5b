/** From a page in HTML to the text of its article, which the phases then read as they read every text. */
import type { Encoding, Extraction } from '../../contract/vocabulary.ts';
import type { Decoded } from '../decode/codec.ts';
import { amend, type Reading, type Remark, read } from '../reading.ts';
import { type Article, findArticle } from './article.ts';
import { cleanHtml } from './clean-html.ts';
import { AUTHOR_LABEL, BEGINNING, FEWEST_HAN, HEAD, LONGEST_BYLINE, MOST_NODES } from './constants.ts';
import { htmlToText } from './html-text.ts';

/** A text as it was received or as it was taken out of a page, and how it was had from the bytes. */
export interface Extracted {
  /** Nothing is changed in it yet. It has a doubt where Readability failed on the page. */
  readonly reading: Reading;
  readonly encoding: Encoding;
  /** What of a page in HTML the text is; absent where the witness is no such page. */
  readonly extraction?: Extraction;
}

/**
 * The text of a page in HTML: title, byline and date where the page names them, then the article in lines; where no
 * article is found, all that the page shows. Any other text as it is.
 *
 * `file` is the name of the witness's file, whose ending is believed (`.html`, `.txt`); where it has none that says what
 * it is, the beginning of the text is looked at, and without `file` the text is taken for no page. Throws a sentence,
 * without its subject, at a page that no browser was meant to read.
 */
export function extract({ text, encoding }: Decoded, file: string | undefined): Extracted {
  if (file === undefined || !isHtml(file, text)) return { reading: read(text), encoding };
  return { ...extractPage(text), encoding };
}

function isHtml(file: string, text: string): boolean {
  const [, ending = ''] = /\.([a-z]+)(?:\.gz)?$/.exec(file.toLowerCase()) ?? [];
  if (/^x?html?$/.test(ending)) return true;
  return !/^(?:txt|md|markdown|jsonl)$/.test(ending) && beginsAsHtml(text.slice(0, BEGINNING));
}

const beginsAsHtml = (text: string) =>
  /^\ufeff?\s*(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]/i.test(text);

function extractPage(html: string): { readonly reading: Reading; readonly extraction: Extraction } {
  const { html: clean, size, headings } = cleanHtml(html);
  const { article, failure } = size > MOST_NODES ? {} : findArticle(clean);
  if (article !== undefined && countHan(article.text) >= FEWEST_HAN)
    return { reading: read(withHead(article, headings)), extraction: 'article' };
  const doubts = failure === undefined ? [] : [doubtExtraction(failure)];
  return { reading: amend(read(htmlToText(html)), [], doubts), extraction: 'page' };
}

/** Tells whoever reviews the text why all of the page is in it; it stands at its beginning. */
function doubtExtraction(failure: string): Remark {
  const reason = `The article could not be told from the rest of its page: Readability failed (${failure}).`;
  return { start: 0, end: 0, note: { type: 'doubt', rule: 'extraction', reason } };
}

const countHan = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0;

/** A `<title>` is written for search engines; where the page has one heading of the first level, that is the title. */
function withHead({ title, byline, date, text }: Article, headings: readonly string[]): string {
  const [heading = title, ...others] = headings;
  const own = others.length === 0 ? heading : title;
  const head = text.slice(0, own.length + HEAD);
  const lines = [own, nameAuthor(byline), date].filter((line) => line !== '' && !head.includes(line));
  return lines.length === 0 ? text : `${lines.join('\n')}\n\n${text}`;
}

/** A byline is a name or a whole line of the page: 葉開 → 作者：葉開, 作者：葉開 → 作者：葉開. */
function nameAuthor(byline: string): string {
  if (byline === '' || byline.length > LONGEST_BYLINE) return '';
  return /[:：/]|\d{4}/.test(byline) ? byline : AUTHOR_LABEL + byline;
}
