import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Apparatus, Language } from '../../contract/schema.ts';
import type { SearchText } from './searched-blocks.ts';

/** Belongs to the sum, so that files of another form have other addresses. */
const FORMAT = 'pagefind 1.6.0, bigrams 2';

/** A text without its blocks. */
interface Entry {
  slug: string;
  hant: SearchText;
  hans: SearchText;
}

/** The texts of a built site, and a sum over everything that is searched. */
export interface BuiltTexts {
  entries: Entry[];
  sum: string;
}

/** Lists the texts in the site at `dist`, the newest first. */
export function listTexts(dist: URL): BuiltTexts {
  const hash = createHash('sha256').update(FORMAT);
  const entries: Entry[] = [];
  for (const slug of slugsIn(dist)) {
    const [hant, hans] = [read(dist, slug, 'zh-Hant'), read(dist, slug, 'zh-Hans')];
    hash.update(slug).update(hant).update(hans).update(readApparatusFile(dist, slug));
    entries.push({ slug, hant: withoutBlocks(hant), hans: withoutBlocks(hans) });
  }
  const date = ({ hant }: Entry) => hant.date ?? '';
  return {
    entries: entries.sort((a, b) => (date(a) < date(b) ? 1 : date(a) > date(b) ? -1 : 0)),
    sum: hash.digest('hex'),
  };
}

/** Both scripts of a text of the site at `dist`. */
export function readText(dist: URL, slug: string): Record<'hant' | 'hans', SearchText> {
  return { hant: parse(read(dist, slug, 'zh-Hant')), hans: parse(read(dist, slug, 'zh-Hans')) };
}

/** The apparatus of a text of the site at `dist`; where there is none, nothing was emended. */
export function readApparatus(dist: URL, slug: string): Pick<Apparatus, 'emendations'> {
  return JSON.parse(readApparatusFile(dist, slug)) as Pick<Apparatus, 'emendations'>;
}

function readApparatusFile(dist: URL, slug: string): string {
  const file = new URL(`texts/${slug}/apparatus.json`, dist);
  return existsSync(file) ? readFileSync(file, 'utf8') : '{"emendations":[]}';
}

function slugsIn(dist: URL): string[] {
  const folder = new URL('texts/', dist);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Bytes, for a sum over strings takes longer. */
function read(dist: URL, slug: string, language: Language): Buffer {
  return readFileSync(new URL(`texts/${slug}/${language}.json`, dist));
}

function parse(json: Buffer): SearchText {
  return JSON.parse(json.toString()) as SearchText;
}

function withoutBlocks(json: Buffer): SearchText {
  return { ...parse(json), blocks: [] };
}
