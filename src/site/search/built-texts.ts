import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Apparatus, Language } from '../../contract/schema.ts';
import type { SearchText } from './searched-blocks.ts';

/** A text without its blocks. */
interface Entry {
  slug: string;
  hant: SearchText;
  hans: SearchText;
}

/** The texts of a built site. */
export interface BuiltTexts {
  entries: Entry[];
}

/** Lists the texts in the site at `dist`, the newest first. */
export function listTexts(dist: URL): BuiltTexts {
  const entries = slugsIn(dist).map((slug): Entry => {
    const { hant, hans } = readText(dist, slug);
    return { slug, hant: withoutBlocks(hant), hans: withoutBlocks(hans) };
  });
  const date = ({ hant }: Entry) => hant.date ?? '';
  return {
    entries: entries.sort((a, b) => (date(a) < date(b) ? 1 : date(a) > date(b) ? -1 : 0)),
  };
}

/** Both scripts of a text of the site at `dist`. */
export function readText(dist: URL, slug: string): Record<'hant' | 'hans', SearchText> {
  return { hant: read(dist, slug, 'zh-Hant'), hans: read(dist, slug, 'zh-Hans') };
}

/** The apparatus of a text of the site at `dist`; where there is none, nothing was emended. */
export function readApparatus(dist: URL, slug: string): Pick<Apparatus, 'emendations'> {
  const file = new URL(`texts/${slug}/apparatus.json`, dist);
  if (!existsSync(file)) return { emendations: [] };
  return JSON.parse(readFileSync(file, 'utf8')) as Apparatus;
}

function slugsIn(dist: URL): string[] {
  const folder = new URL('texts/', dist);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function read(dist: URL, slug: string, language: Language): SearchText {
  return JSON.parse(readFileSync(new URL(`texts/${slug}/${language}.json`, dist), 'utf8')) as SearchText;
}

function withoutBlocks(text: SearchText): SearchText {
  return { ...text, blocks: [] };
}
