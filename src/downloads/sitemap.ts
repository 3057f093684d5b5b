/** The sitemap, with each page's other addresses, in as many files as the protocol asks for; and `robots.txt`. */
import { languages } from '../edition/schema.ts';
import { addressOf, type Publication } from './publication.ts';
import type { ShelfEntry } from './shelf.ts';
import { element, type Markup, toDocument } from './xml.ts';

/** A file may have 50,000 addresses and 50 MB; ours have alternates, so that the size counts. */
const TEXTS_PER_FILE = 10_000;

const namespaces = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
};

type Alternates = ReadonlyArray<readonly [hreflang: string, path: string]>;

/** Pages of the interface, in both scripts: the catalogue and what stands beside it. */
const pages: readonly string[] = ['', 'method/'];

/** The files of the sitemap by path: `sitemap.xml`, which leads to `sitemap-1.xml` and so on. None without a site's address. */
export function toSitemap(entries: readonly ShelfEntry[], publication: Publication): Map<string, string> {
  if (publication.site === undefined) return new Map();
  const urls = [pages.flatMap((path) => toUrls(interfaceAlternates(path), publication))];
  for (let at = 0; at < entries.length; at += TEXTS_PER_FILE) {
    const part = entries.slice(at, at + TEXTS_PER_FILE);
    urls.push(part.flatMap(({ slug }) => toUrls(textAlternates(slug), publication)));
  }
  const files = urls.map(
    (part, index) =>
      [`sitemap-${index + 1}.xml`, toDocument(element('urlset', namespaces, ...part))] as const,
  );
  const index = files.map(([name]) =>
    element('sitemap', {}, element('loc', {}, addressOf(publication, name))),
  );
  const root = element('sitemapindex', { xmlns: namespaces.xmlns }, ...index);
  return new Map([['sitemap.xml', toDocument(root)], ...files]);
}

function interfaceAlternates(path: string): Alternates {
  return languages.map((language) => [language, (language === 'zh-Hant' ? '' : 'zh-hans/') + path]);
}

function textAlternates(slug: string): Alternates {
  return [
    ['x-default', `texts/${slug}/`],
    ['zh-Hant', `texts/${slug}/zh-hant/`],
    ['zh-Hans', `texts/${slug}/zh-hans/`],
  ];
}

function toUrls(alternates: Alternates, publication: Publication): Markup[] {
  const links = alternates.map(([hreflang, path]) =>
    element('xhtml:link', { rel: 'alternate', hreflang, href: addressOf(publication, path) }),
  );
  return alternates.map(([, path]) =>
    element('url', {}, element('loc', {}, addressOf(publication, path)), ...links),
  );
}

/** Everything may be read by everybody. Where the site's address is known, the sitemap is named. */
export function toRobots(publication: Publication): string {
  const sitemap = publication.site ? `\nSitemap: ${addressOf(publication, 'sitemap.xml')}\n` : '';
  return `User-agent: *\nAllow: /\n${sitemap}`;
}
