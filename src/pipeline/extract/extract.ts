/** From a page in HTML to the text of its article, which then goes the way of every text. */
import type { Extraction } from '../../contract/vocabulary.ts';
import type { Decoded } from '../decode/codec.ts';
import { type Article, findArticle } from './article.ts';
import { cleanHtml } from './clean-html.ts';
import { htmlToText } from './html-text.ts';

/** A text as it was received, or as it was taken out of a page. */
export interface Extracted extends Pick<Decoded, 'text' | 'encoding'> {
  /** How it was taken out of a page; absent for a text that was none. */
  readonly extraction?: Extraction;
}

/** Elements and stretches of text from which on looking for the article takes longer than it is worth: it is quadratic. */
const MOST_NODES = 10_000;
/** The least Han characters of an article; with fewer, what was found is a box in the margin. */
const LEAST_HAN = 20;

/**
 * The text of a page in HTML, see {@link extractArticle}; any other text as it is. `file` is the name of its file, which is
 * believed where it says what it is; where it does not, the beginning of the text is looked at.
 */
export function extract({ text, encoding }: Decoded, file: string | undefined): Extracted {
  return file !== undefined && isHtml(file, text)
    ? { ...extractArticle(text), encoding }
    : { text, encoding };
}

function isHtml(file: string, text: string): boolean {
  const [, ending = ''] = /\.([a-z]+)(?:\.gz)?$/.exec(file.toLowerCase()) ?? [];
  if (/^x?html?$/.test(ending)) return true;
  return !/^(?:txt|md|markdown|jsonl)$/.test(ending) && looksLikeHtml(text);
}

/**
 * The text of the page `html`: title, byline and date where the page names them, then the article in lines. Where none is
 * found, all that the page shows. Throws a sentence, without its subject, at a page that no browser was meant to read.
 */
export function extractArticle(html: string): { readonly text: string; readonly extraction: Extraction } {
  const { html: clean, size, headings } = cleanHtml(html);
  const article = size > MOST_NODES ? undefined : attempt(clean);
  if (article !== undefined && countHan(article.text) >= LEAST_HAN)
    return { text: withHead(article, headings), extraction: 'article' };
  return { text: htmlToText(html), extraction: 'page' };
}

/** A page on which Readability itself gives up is taken whole; `extraction` says so. */
function attempt(html: string): Article | undefined {
  try {
    return findArticle(html);
  } catch {
    return undefined;
  }
}

const countHan = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0;

/** A `<title>` is written for search engines; where the page has one heading of the first level, that is the title. */
function withHead({ title, byline, date, text }: Article, headings: readonly string[]): string {
  const own = headings.length === 1 ? headings[0]! : title;
  const head = text.slice(0, own.length + 200);
  const lines = [own, nameAuthor(byline), date].filter((line) => line !== '' && !head.includes(line));
  return lines.length === 0 ? text : `${lines.join('\n')}\n\n${text}`;
}

/** A byline is a name or a whole line of the page: 葉開 → 作者：葉開, 作者：葉開 → 作者：葉開. */
function nameAuthor(byline: string): string {
  if (byline === '' || byline.length > 40) return '';
  return /[:：/]|\d{4}/.test(byline) ? byline : `作者：${byline}`;
}

/** Is `text` the source of a page? Told by how it begins, when its name does not say so. */
function looksLikeHtml(text: string): boolean {
  return /^\ufeff?\s*(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]/i.test(
    text.slice(0, 2000),
  );
}
