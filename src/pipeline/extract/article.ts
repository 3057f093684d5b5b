/** Where the article of a page is, by Mozilla's Readability on a DOM. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { BEFORE_BODY, SHORT_ARTICLE } from './constants.ts';
import { htmlToText } from './html-text.ts';

export interface Article {
  readonly title: string;
  readonly byline: string;
  /** ISO 8601 calendar date, or nothing. */
  readonly date: string;
  readonly text: string;
}

/**
 * The article in `html`, which {@link cleanHtml} must have made harmless; no `article` where Readability finds none.
 * `failure` is the message of an error that was thrown on the way: Readability stumbles over text behind `</body>`, for
 * one. The page is then to be taken whole.
 */
export function findArticle(html: string): { readonly article?: Article; readonly failure?: string } {
  try {
    const article = parseArticle(html);
    return article ? { article } : {};
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

function parseArticle(html: string): Article | undefined {
  const { document } = parseHTML(isWhole(html) ? html : `<html><body>${html}</body></html>`);
  const found = new Readability(document, { charThreshold: SHORT_ARTICLE }).parse();
  if (!found?.content) return undefined;
  const { title, byline, publishedTime, content } = found;
  return {
    title: toOneLine(title),
    byline: toOneLine(byline),
    date: /^\d{4}-\d\d-\d\d/.exec(publishedTime ?? '')?.[0] ?? '',
    text: htmlToText(content),
  };
}

const isWhole = (html: string) => /<html[\s>]/i.test(html.slice(0, BEFORE_BODY)) && /<body[\s>]/i.test(html);

const toOneLine = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
