/** Where the article of a page is, by Mozilla's Readability on a DOM. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { htmlToText } from './html-text.ts';

export interface Article {
  readonly title: string;
  readonly byline: string;
  /** ISO 8601 calendar date, or nothing. */
  readonly date: string;
  readonly text: string;
}

/** An article of fewer characters makes Readability look again with less strictness; Chinese says much in few. */
const SHORT = 140;

/** The article in `html`, which must be clean: `cleanHtml`. Nothing where Readability finds none. */
export function findArticle(html: string): Article | undefined {
  const { document } = parseHTML(isWhole(html) ? html : `<html><body>${html}</body></html>`);
  const found = new Readability(document, { charThreshold: SHORT }).parse();
  if (!found?.content) return undefined;
  const { title, byline, publishedTime, content } = found;
  return {
    title: oneLine(title),
    byline: oneLine(byline),
    date: /^\d{4}-\d\d-\d\d/.exec(publishedTime ?? '')?.[0] ?? '',
    text: htmlToText(content),
  };
}

const isWhole = (html: string) => /<html[\s>]/i.test(html.slice(0, 5000)) && /<body[\s>]/i.test(html);

const oneLine = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
