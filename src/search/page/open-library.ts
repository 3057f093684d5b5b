import type { Apparatus, Language } from '../../edition/schema.ts';
import { address, textAddresses } from '../../library/addresses.ts';
import { table } from '../fold/browser-fold.ts';
import { INDEX_FOLDER } from '../index-plan.ts';
import { type OpenIndex, openIndex } from '../open-index.ts';
import type { Library } from '../search-texts.ts';
import type { SearchText } from '../searched-blocks.ts';

/** The built site, as the search page reads it. */
export interface SiteLibrary extends OpenIndex, Library {
  apparatus: (slug: string) => Promise<Apparatus>;
}

const KEPT = 200;
const texts = new Map<string, Promise<unknown>>();
let opening: Promise<SiteLibrary> | undefined;

/** Opens the library at the first search; should that fail, the next search tries again. */
export function openLibrary(): Promise<SiteLibrary> {
  opening ??= open().catch((error) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function open(): Promise<SiteLibrary> {
  return {
    ...(await openIndex(address(INDEX_FOLDER))),
    table,
    text: (slug: string, language: Language) =>
      read(textAddresses(slug).plainText(language)) as Promise<SearchText>,
    apparatus: (slug) => read(textAddresses(slug).apparatusFile) as Promise<Apparatus>,
  };
}

/** Keeps what was read last: while the reader types on, much the same texts are looked at. */
function read(file: string): Promise<unknown> {
  const known = texts.get(file) ?? readJson(file);
  texts.delete(file);
  texts.set(file, known);
  known.catch(() => texts.delete(file));
  const oldest = texts.keys().next().value;
  if (texts.size > KEPT && oldest !== undefined) texts.delete(oldest);
  return known;
}

async function readJson(file: string): Promise<unknown> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.json();
}
