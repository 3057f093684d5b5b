/**
 * The sitemap, with each page's other addresses, in as many files as the protocol asks for; and `robots.txt`.
 *
 * `@astrojs/sitemap` (3.7.4, by its source) pairs addresses by their beginning, each with each, where those of our texts
 * differ in their end; alternates and `x-default` would be ours to supply all the same. Its index is called
 * `sitemap-index.xml`, and `sitemap.xml` is the name that search engines have been given.
 */
import { addressOf, type Publication } from '../../formats/publication.ts';
import { element, type Markup, toDocument } from '../../formats/xml.ts';

/** A file may have 50,000 addresses and 50 MB; ours have alternates, so that the size counts. */
const TEXTS_PER_FILE = 10_000;

const namespaces = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
};

type Alternates = ReadonlyArray<readonly [hreflang: string, path: string]>;

/**
 * The files of the sitemap by path: `sitemap.xml`, which leads to `sitemap-1.xml` and so on. None without a site's address.
 * `paths` are the pages that were built, of which those of the texts are left to `slugs`.
 */
export function toSitemap(
  slugs: readonly string[],
  paths: readonly string[],
  publication: Publication,
): Map<string, string> {
  if (publication.site === undefined) return new Map();
  const urls = [groupTwins(paths).flatMap((twins) => toUrls(twins, publication))];
  for (let at = 0; at < slugs.length; at += TEXTS_PER_FILE) {
    const part = slugs.slice(at, at + TEXTS_PER_FILE);
    urls.push(part.flatMap((slug) => toUrls(textAlternates(slug), publication)));
  }
  const files = urls.map(
    (part, index) =>
      [`sitemap-${index + 1}.xml`, toDocument(element('urlset', namespaces, ...part))] as const,
  );
  const index = files.map(([name]) => element('sitemap', element('loc', addressOf(publication, name))));
  const root = element('sitemapindex', { xmlns: namespaces.xmlns }, ...index);
  return new Map([['sitemap.xml', toDocument(root)], ...files]);
}

/** Pages of texts are listed apart; parts that scripts fetch, and the page for lost readers, are not for finding. */
const ASIDE = /^(?:texts\/|404|(?:zh-hans\/)?panels\/)/;

/** Pages of the interface, those that stand in both scripts together: `method/` and `zh-hans/method/`. */
function groupTwins(paths: readonly string[]): Alternates[] {
  const pages = paths.filter((path) => !ASIDE.test(path)).sort();
  const groups = Map.groupBy(pages, (path) => path.replace(/^zh-hans\//, ''));
  return [...groups.values()].map((twins) => twins.map((path) => [languageOf(path), path]));
}

function languageOf(path: string): string {
  if (path.startsWith('en/')) return 'en';
  return path.startsWith('zh-hans/') ? 'zh-Hans' : 'zh-Hant';
}

function textAlternates(slug: string): Alternates {
  return [
    ['x-default', `texts/${slug}/`],
    ['zh-Hant', `texts/${slug}/zh-hant/`],
    ['zh-Hans', `texts/${slug}/zh-hans/`],
  ];
}

function toUrls(alternates: Alternates, publication: Publication): Markup[] {
  const links = (alternates.length > 1 ? alternates : []).map(([hreflang, path]) =>
    element('xhtml:link', { rel: 'alternate', hreflang, href: addressOf(publication, path) }),
  );
  return alternates.map(([, path]) => element('url', element('loc', addressOf(publication, path)), ...links));
}

/** Everything may be read by everybody. Where the site's address is known, the sitemap is named. */
export function toRobots(publication: Publication): string {
  const sitemap = publication.site ? `\nSitemap: ${addressOf(publication, 'sitemap.xml')}\n` : '';
  return `User-agent: *\nAllow: /\n${sitemap}`;
}
