import type { Language } from '../../../../contract/schema.ts';
import { address, textAddresses } from '../../../addresses/addresses.ts';
import { table } from '../../../search/fold/browser-fold.ts';
import { INDEX_FOLDER } from '../../../search/index-plan.ts';
import { loadOnce } from '../../../search/load-once.ts';
import { type OpenIndex, openIndex } from '../../../search/open-index.ts';
import type { Library } from '../../../search/search-texts.ts';
import type { SearchText } from '../../../search/searched-blocks.ts';

/** The built site, as the search page reads it. */
export type SiteLibrary = OpenIndex & Library;

const KEPT = 200;
const texts = new Map<string, Promise<SearchText>>();

/** Opens the library at the first search. */
export const openLibrary = loadOnce(async (): Promise<SiteLibrary> => {
  const text = (slug: string, language: Language) => read(textAddresses(slug).plainText(language));
  return { ...(await openIndex(address(INDEX_FOLDER))), table, text };
});

/** Keeps what was read last: while the reader types on, much the same texts are looked at. */
function read(file: string): Promise<SearchText> {
  const known = texts.get(file) ?? readJson(file);
  texts.delete(file);
  texts.set(file, known);
  known.catch(() => texts.delete(file));
  const oldest = texts.keys().next().value;
  if (texts.size > KEPT && oldest !== undefined) texts.delete(oldest);
  return known;
}

async function readJson(file: string): Promise<SearchText> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return (await response.json()) as SearchText;
}
