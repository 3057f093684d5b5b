/** Links of a built site, checked on its files, without a browser and without the network. */
import { readFile } from 'node:fs/promises';
import { parseHTML } from 'linkedom';
import { filesOf } from './built-pages.ts';
import type { BuiltSite } from './global-setup.ts';

/** A page as links see it: the ids one can lead to, and where its own lead. */
interface LinkedPage {
  ids: ReadonlySet<string>;
  links: readonly Link[];
  /** Does it say that nobody need come to it? Parts that a script fetches do. */
  isAside: boolean;
}

interface Link {
  /** The attribute as it is written. */
  written: string;
  /** The element it stands on: `a`, `link`, `img`, … */
  element: string;
  target: URL;
}

/** All files of a site by address, the pages among them with their links. */
export interface SiteLinks {
  site: BuiltSite;
  files: ReadonlySet<string>;
  /** By address. */
  pages: ReadonlyMap<string, LinkedPage>;
}

/** Attributes that hold one address. */
const ATTRIBUTES = ['href', 'src', 'action', 'poster', 'cite', 'data'];
/** Addresses in `<meta>`: pictures and pages for those who quote the site. */
const METAS = /^(?:og:(?:image|url)|twitter:image)$/;

/** Reads every page of a site. */
export async function readLinks(site: BuiltSite): Promise<SiteLinks> {
  const files = filesOf(site);
  const addressOf = (file: string) => new URL(file.replace(/(^|\/)index\.html$/, '$1'), site.address).href;
  const pages = new Map<string, LinkedPage>();
  for (const file of files.filter((name) => name.endsWith('.html')))
    pages.set(addressOf(file), readPage(await readFile(site.folder + file, 'utf8'), addressOf(file)));
  return { site, files: new Set(files.map(addressOf)), pages };
}

function readPage(html: string, address: string): LinkedPage {
  const { document } = parseHTML(html);
  const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
  const links = [...document.querySelectorAll('*')].flatMap((element) =>
    addressesOn(element).map((written) => ({
      written,
      element: element.localName,
      target: new URL(written, address),
    })),
  );
  const isAside = document.querySelector('meta[name="robots"][content*="noindex"]') !== null;
  return { ids, links, isAside };
}

function addressesOn(element: Element): string[] {
  const name = element.getAttribute('property') ?? element.getAttribute('name') ?? '';
  if (element.localName === 'meta') return METAS.test(name) ? [element.getAttribute('content') ?? ''] : [];
  const candidates = (element.getAttribute('srcset') ?? '')
    .split(',')
    .map((one) => one.trim().replace(/\s.*/s, ''));
  const single = ATTRIBUTES.flatMap((attribute) => element.getAttribute(attribute) ?? []);
  return [...single, ...candidates.filter(Boolean)];
}

/** A sentence for every link of the site's own that leads nowhere, with the page it stands on. */
export function brokenLinks({ site, files, pages }: SiteLinks): string[] {
  const { origin } = new URL(site.address);
  return [...pages].flatMap(([page, { links }]) =>
    links.flatMap(({ target, written, element }) => {
      if (target.origin !== origin) return [];
      const trouble = troubleWith(target, files, pages);
      return trouble ? [`${page}: <${element}> “${written}” ${trouble}`] : [];
    }),
  );
}

function troubleWith(target: URL, files: ReadonlySet<string>, pages: SiteLinks['pages']): string | undefined {
  const address = target.origin + target.pathname;
  if (!files.has(address))
    return files.has(`${address}/`)
      ? 'lacks the slash at the end; give it one.'
      : 'leads to no built file; correct it, or build the page (address() puts the base before a path).';
  const id = decodeURIComponent(target.hash.slice(1).replace(/:~:.*/, ''));
  if (id === '' || id === 'top' || pages.get(address)?.ids.has(id) !== false) return undefined;
  return `leads to no id “${id}” there; give the element one, or correct the link.`;
}

/** Pages nobody comes to from the catalogue by links. `404.html` is shown by the server; parts say `noindex`. */
export function unreachedPages({ site, pages }: SiteLinks): string[] {
  const queue = [site.address];
  const reached = new Set<string>();
  for (let address = queue.pop(); address; address = queue.pop()) {
    if (reached.has(address)) continue;
    reached.add(address);
    const links = pages.get(address)?.links ?? [];
    const followed = links.filter(({ element }) => element === 'a').map(({ target }) => target);
    queue.push(...followed.map(({ origin, pathname }) => origin + pathname));
  }
  const unreached = [...pages].filter(([page, { isAside }]) => !isAside && !reached.has(page));
  return unreached.map(([page]) => page).filter((page) => !page.endsWith('/404.html'));
}
