import type { Language } from '../contract/schema.ts';
import type { StoredEdition } from '../edition/load-edition.ts';
import { isWebAddress } from './block-markup.ts';

/** A value as JSON that may stand in a `<script>`: nothing in it can end the script or begin a comment. */
export function toScriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * What a text is, in the words of schema.org: an `Article`, based on the page it was restored from. `address` is that of
 * the page; where the site's is not known, it is left out.
 */
export function toArticleData(
  { frontMatter, apparatus }: StoredEdition,
  language: Language,
  address?: string,
): object {
  const { title, author, publisher, date, description } = frontMatter[language];
  const { witness, witnesses = [] } = apparatus;
  const sources = [witness, ...witnesses].map(toSource);
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: title,
    inLanguage: language,
    ...(author && { author: { '@type': 'Person', name: author } }),
    ...(publisher && { publisher: { '@type': 'Organization', name: publisher } }),
    ...(date && { datePublished: date }),
    ...(description && { description }),
    ...(address && { url: address, mainEntityOfPage: address }),
    isBasedOn: sources.length === 1 ? sources[0] : sources,
  };
}

/** A page as it was received: where from, and which bytes. */
function toSource({ origin, sha256 }: { origin: string; sha256: string }): object {
  return {
    '@type': 'CreativeWork',
    ...(isWebAddress(origin) ? { url: origin } : { description: origin }),
    identifier: `sha256:${sha256}`,
  };
}
