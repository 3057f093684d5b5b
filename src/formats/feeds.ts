/**
 * RSS and Atom with the full text, a feed for each script. They need the site's address: a feed is read elsewhere.
 *
 * Libraries lose something: `feed` (6.0.0) cannot say which language an Atom feed is in, has readers take titles for HTML,
 * dates texts without a date to 1970 in RSS, and names authors where RSS wants e-mail addresses; `@astrojs/rss` has no Atom.
 */
import type { Language } from '../contract/schema.ts';
import type { StoredEdition } from '../edition/load-edition.ts';
import { readBlocks } from '../edition/text-blocks.ts';
import { plainLines, toXhtml } from './block-markup.ts';
import { calendarDate, toTimestamp } from './calendar-date.ts';
import { addressOf, type Publication } from './publication.ts';
import { bookWordingIn } from './wording/book-phrases.ts';
import { element, type Markup, textElement, toDocument } from './xml.ts';

/** A feed is for news: so many texts are in one, the latest. */
export const TEXTS_PER_FEED = 30;

/** Texts without a date are as old as the clock of computers: Atom wants a date for each. */
const UNDATED = '1970-01-01T00:00:00Z';

export const feedFile = (language: Language, kind: 'atom' | 'rss') => `feeds/${language}.${kind}.xml`;

interface Item {
  readonly title: string;
  readonly address: string;
  readonly author: string | undefined;
  readonly date: string | undefined;
  readonly description: string | undefined;
  readonly content: string;
}

/** The feeds of both kinds for one script, by path below the site's root. */
export function toFeeds(
  editions: readonly StoredEdition[],
  language: Language,
  publication: Publication,
): Map<string, string> {
  const items = editions.map((edition) => toItem(edition, language, publication));
  return new Map([
    [feedFile(language, 'atom'), toAtom(items, language, publication)],
    [feedFile(language, 'rss'), toRss(items, language, publication)],
  ]);
}

function toItem(edition: StoredEdition, language: Language, publication: Publication): Item {
  const { title, author, date, description } = edition.frontMatter[language];
  const folder = language === 'zh-Hant' ? 'zh-hant' : 'zh-hans';
  const blocks = readBlocks(edition, language).map((block) => toXhtml(block, plainLines(block)));
  return {
    title,
    address: addressOf(publication, `texts/${edition.slug}/${folder}/`),
    author,
    date: calendarDate(date),
    description,
    content: element('div', { lang: language }, ...blocks).xml,
  };
}

function toAtom(items: readonly Item[], language: Language, publication: Publication): string {
  const word = bookWordingIn(language);
  const latest = items.find(({ date }) => date !== undefined)?.date;
  const home = addressOf(publication, language === 'zh-Hant' ? '' : 'zh-hans/');
  const self = addressOf(publication, feedFile(language, 'atom'));
  return toDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
      element('id', self),
      element('title', word('site')),
      element('subtitle', word('motto')),
      element('updated', latest ? toTimestamp(latest) : UNDATED),
      element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      element('link', { rel: 'alternate', type: 'text/html', href: home }),
      element('author', element('name', word('site'))),
      ...items.map(toEntry),
    ),
  );
}

function toEntry({ title, address, author, date, description, content }: Item): Markup {
  return element(
    'entry',
    element('id', address),
    element('title', title),
    element('link', { rel: 'alternate', type: 'text/html', href: address }),
    element('updated', date ? toTimestamp(date) : UNDATED),
    author && element('author', element('name', author)),
    textElement('summary', description),
    element('content', { type: 'html' }, content),
  );
}

function toRss(items: readonly Item[], language: Language, publication: Publication): string {
  const word = bookWordingIn(language);
  return toDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      element(
        'channel',
        element('title', word('site')),
        element('link', addressOf(publication, language === 'zh-Hant' ? '' : 'zh-hans/')),
        element('description', word('motto')),
        element('language', language),
        element('atom:link', {
          rel: 'self',
          type: 'application/rss+xml',
          href: addressOf(publication, feedFile(language, 'rss')),
        }),
        ...items.map(toRssItem),
      ),
    ),
  );
}

function toRssItem({ title, address, author, date, description, content }: Item): Markup {
  return element(
    'item',
    element('title', title),
    element('link', address),
    element('guid', { isPermaLink: 'true' }, address),
    textElement('pubDate', date && new Date(toTimestamp(date)).toUTCString()),
    textElement('dc:creator', author),
    element('description', description ?? title),
    element('content:encoded', content),
  );
}
