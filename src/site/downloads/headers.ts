import type { Publication } from '../../formats/publication.ts';

/**
 * What every answer should say, wherever the site is hosted. The policy for content stands in the pages themselves, where
 * it knows their scripts; here is only what a page cannot say of itself.
 */
const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** Texts are in UTF-8; without a word about it, browsers read plain text as they please. */
const types: ReadonlyArray<readonly [path: string, type: string]> = [
  ['texts/*.md', 'text/markdown; charset=utf-8'],
  ['texts/*.txt', 'text/plain; charset=utf-8'],
  ['texts/*.epub', 'application/epub+zip'],
  ['texts/*.tei.xml', 'application/tei+xml'],
  ['downloads/*.jsonl', 'application/jsonl; charset=utf-8'],
  ['feeds/*.atom.xml', 'application/atom+xml; charset=utf-8'],
  ['feeds/*.rss.xml', 'application/rss+xml; charset=utf-8'],
];

/** A file with this header is never asked for again: another content has another address. */
const unchanging = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/**
 * Where such files are. For Netlify a `*` at the end stands for nothing, too, so that `search-index/:folder/*` would mean the
 * plan `search-index/index.json` as well, which must not grow old.
 */
const unchangingPaths = ['_astro/*', 'search-index/:folder/pagefind/*', 'search-index/:folder/*.bin'];

/** `_headers`, as Cloudflare Pages and Netlify read it. */
export function toHeadersFile({ base }: Publication): string {
  const rule = (path: string, headers: Readonly<Record<string, string>>) =>
    [base + path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const rules = [
    rule('*', securityHeaders),
    ...unchangingPaths.map((path) => rule(path, unchanging)),
    rule('service-worker.js', { 'Cache-Control': 'no-cache' }),
    ...types.map(([path, type]) => rule(path, { 'Content-Type': type })),
  ];
  return `${rules.join('\n\n')}\n`;
}
