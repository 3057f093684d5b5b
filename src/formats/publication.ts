/** Where a site is published: below which path, and at which address, if that is known. */
export interface Publication {
  /** Path of the site, with a slash at both ends. */
  readonly base: string;
  /** `https://example.org`, without a path; absent while nobody has said it. */
  readonly site?: string;
}

/**
 * The publication that `ZHENGBEN_BASE` and `ZHENGBEN_SITE` describe. Throws a sentence that says what is wrong with them:
 * a wrong address would stand in every page, feed and book.
 */
export function readPublication(env: Readonly<Record<string, string | undefined>>): Publication {
  const base = readBase(env.ZHENGBEN_BASE || '/');
  const site = env.ZHENGBEN_SITE;
  return site ? { base, site: readSite(site) } : { base };
}

function readSite(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isPlain = url && !url.search && !url.hash && !url.username && !url.password;
  if (!url || !isPlain || !/^https?:$/.test(url.protocol))
    throw new Error(
      `ZHENGBEN_SITE is “${address}”, which is no address of a site; write one such as https://example.org, or leave it out.`,
    );
  if (url.pathname !== '/')
    throw new Error(
      `ZHENGBEN_SITE is “${address}”; write it without the path, and the path as ZHENGBEN_BASE=${url.pathname}.`,
    );
  return url.origin;
}

function readBase(path: string): string {
  if (!/^\/?(?:[\w.~-]+\/)*[\w.~-]*$/.test(path) || /(?:^|\/)\.{1,2}(?:\/|$)/.test(path))
    throw new Error(
      `ZHENGBEN_BASE is “${path}”, which is no path; write one such as /texts/, of letters, digits and hyphens.`,
    );
  return `/${path}/`.replace(/\/{2,}/g, '/');
}

/** A path of the site, `texts/a/`, as an address: absolute where the site's is known, else from the host's root. */
export function addressOf({ base, site = '' }: Publication, path: string): string {
  return site + base + path;
}
