import type { Apparatus, Emendation, Language } from '../../../../contract/schema.ts';
import { address, textAddresses } from '../../../addresses/addresses.ts';
import { fetchInTime } from '../../../search/fetch-in-time.ts';
import { table } from '../../../search/fold/browser-fold.ts';
import { INDEX_FOLDER } from '../../../search/index-plan.ts';
import { type OpenIndex, openIndex } from '../../../search/open-index.ts';
import type { Library } from '../../../search/search-texts.ts';
import type { SearchText } from '../../../search/searched-blocks.ts';

/** The built site, as the search page reads it. */
export interface SiteLibrary extends OpenIndex, Library {
  /** The emendations of a text. */
  emendations: (slug: string) => Promise<Emendation[]>;
}

const KEPT = 200;
const files = new Map<string, Promise<unknown>>();

let opened: Promise<SiteLibrary> | undefined;

/** Opens the library at the first search. */
export function openLibrary(): Promise<SiteLibrary> {
  opened ??= open();
  return opened;
}

/**
 * Closes it after a failure. The next search reads the plan of the index again: the site may have been published anew since
 * this page was opened, and the files that the old plan names are gone.
 */
export function closeLibrary(): void {
  opened = undefined;
  files.clear();
}

async function open(): Promise<SiteLibrary> {
  return {
    ...(await openIndex(address(INDEX_FOLDER))),
    table,
    text: (slug, language) => readText(slug, language),
    emendations: async (slug) => (await read<Apparatus>(textAddresses(slug).apparatusFile)).emendations,
  };
}

function readText(slug: string, language: Language): Promise<SearchText> {
  return read(textAddresses(slug).plainText(language));
}

/** Keeps what was read last: while the reader types on, much the same texts are looked at. */
function read<Content>(file: string): Promise<Content> {
  const known = files.get(file) ?? readJson(file);
  files.delete(file);
  files.set(file, known);
  known.catch(() => files.delete(file));
  const oldest = files.keys().next().value;
  if (files.size > KEPT && oldest !== undefined) files.delete(oldest);
  return known as Promise<Content>;
}

async function readJson(file: string): Promise<unknown> {
  return (await fetchInTime(file)).json();
}
