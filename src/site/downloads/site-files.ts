import { languages } from '../../contract/schema.ts';
import type { StoredEdition } from '../../edition/load-edition.ts';
import { toFeeds } from '../../formats/feeds.ts';
import { toLlms } from '../../formats/llms.ts';
import type { Publication } from '../../formats/publication.ts';
import type { TextEntry } from '../../formats/text-entry.ts';
import { wordingIn } from '../wording/phrases.ts';
import { toHeadersFile } from './headers.ts';
import { toRobots } from './sitemap.ts';

/**
 * What stands at the site's root for programs, by path. `entries` are all texts, the latest first; `latest` those that go
 * into the feeds, which are there only when the site's address is known: they make no sense without.
 */
export function siteFiles(
  entries: readonly TextEntry[],
  latest: readonly StoredEdition[],
  publication: Publication,
): Map<string, string> {
  const feeds = publication.site ? languages.map((language) => toFeeds(latest, language, publication)) : [];
  return new Map([
    ['_headers', toHeadersFile(publication)],
    ['llms.txt', toLlms(entries, publication)],
    ['manifest.webmanifest', toManifest(publication)],
    ['robots.txt', toRobots(publication)],
    ...feeds.flatMap((files) => [...files]),
  ]);
}

/** What a device needs to keep the site among its programs. */
function toManifest({ base }: Publication): string {
  const word = wordingIn('zh-Hant');
  const manifest = {
    id: base,
    name: word('site'),
    description: word('motto'),
    lang: 'zh-Hant',
    start_url: base,
    scope: base,
    display: 'minimal-ui',
    background_color: '#fbf8f1',
    theme_color: '#fbf8f1',
    icons: [{ src: `${base}favicon.svg`, sizes: 'any', type: 'image/svg+xml' }],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
