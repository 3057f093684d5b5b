/** From a page in HTML to the text of its article, which then goes the way of every text. */
import { type Article, findArticle } from './article.ts';
import { cleanHtml } from './clean-html.ts';
import type { Extraction } from './extractions.ts';
import { htmlToText } from './html-text.ts';

export interface Extracted {
  readonly text: string;
  readonly extraction: Extraction;
}

/** Elements and stretches of text from which on looking for the article takes longer than it is worth: it is quadratic. */
const MOST_NODES = 10_000;
/** The least Han characters of an article; with fewer, what was found is a box in the margin. */
const LEAST_HAN = 20;

/**
 * The text of the page `html`: title, byline and date where the page names them, then the article in lines. Where none is
 * found, all that the page shows. Throws a sentence, without its subject, at a page that no browser was meant to read.
 */
export function extract(html: string): Extracted {
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
export function looksLikeHtml(text: string): boolean {
  return /^\ufeff?\s*(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]/i.test(
    text.slice(0, 2000),
  );
}
