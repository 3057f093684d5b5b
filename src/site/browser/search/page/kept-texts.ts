import type { Language } from '../../../../contract/schema.ts';
import { address, textAddresses } from '../../../addresses/addresses.ts';
import { opposite } from '../../../search/search-texts.ts';
import type { SearchText } from '../../../search/searched-blocks.ts';

/** A text that the browser has kept for reading without a network. */
export interface KeptText {
  text: SearchText;
  /** The script of `text`. */
  language: Language;
  /** Address of the page on which the browser can show it. */
  page: string;
}

/**
 * The texts of this site of which the service worker has kept both the words and a page to read them on, by slug: in the
 * script wanted, where that was kept. Slugs are as addresses have them.
 */
export async function keptTexts(wanted: Language): Promise<Map<string, KeptText>> {
  const texts = new Map<string, KeptText>();
  const kept = await keptAddresses();
  for (const slug of slugsAmong(kept)) {
    const text = await readKept(slug, wanted, kept);
    if (text) texts.set(slug, text);
  }
  return texts;
}

async function keptAddresses(): Promise<Set<string>> {
  const names = 'caches' in globalThis ? await caches.keys() : [];
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return new Set(requests.flat().map(({ url }) => url));
}

/** Other sites may stand under other paths of the same host. */
function slugsAmong(kept: ReadonlySet<string>): Set<string> {
  const folder = absolute(address('texts/'));
  const paths = [...kept].filter((url) => url.startsWith(folder)).map((url) => url.slice(folder.length));
  return new Set(paths.map((path) => path.replace(/\/.*/, '')));
}

async function readKept(
  slug: string,
  wanted: Language,
  kept: ReadonlySet<string>,
): Promise<KeptText | undefined> {
  const addresses = textAddresses(slug);
  const isKept = (path: string) => kept.has(absolute(path));
  const language = [wanted, opposite[wanted]].find((one) => isKept(addresses.plainText(one)));
  if (!language) return undefined;
  const pages = [addresses[language], addresses.parallel, addresses[opposite[language]]];
  const page = pages.find(isKept);
  if (page === undefined) return undefined;
  const response = await caches.match(absolute(addresses.plainText(language)));
  const text: SearchText | undefined = await response?.json().catch(() => undefined);
  return text && { text, language, page };
}

function absolute(path: string): string {
  return new URL(path, location.href).href;
}
