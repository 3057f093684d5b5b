import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Apparatus, Language } from '../edition/schema.ts';
import type { Entry } from './register/write-register.ts';
import type { SearchText } from './searched-blocks.ts';

/** The texts of a built site: what the register holds of them, without their blocks, and a sum over everything. */
export interface BuiltTexts {
  entries: Entry[];
  sum: string;
}

/** Lists the texts in the site at `dist`, the newest first. */
export async function listTexts(dist: URL): Promise<BuiltTexts> {
  const hash = createHash('sha256');
  const entries: Entry[] = [];
  for (const slug of await slugsIn(dist)) {
    const [hant, hans] = [await read(dist, slug, 'zh-Hant'), await read(dist, slug, 'zh-Hans')];
    hash.update(slug).update(hant).update(hans);
    entries.push({ slug, hant: withoutBlocks(hant), hans: withoutBlocks(hans) });
  }
  const date = ({ hant }: Entry) => hant.date ?? '';
  return {
    entries: entries.sort((a, b) => (date(a) < date(b) ? 1 : date(a) > date(b) ? -1 : 0)),
    sum: hash.digest('hex'),
  };
}

/** Both scripts of a text of the site at `dist`. */
export async function readText(dist: URL, slug: string): Promise<Record<'hant' | 'hans', SearchText>> {
  const [hant, hans] = await Promise.all([read(dist, slug, 'zh-Hant'), read(dist, slug, 'zh-Hans')]);
  return { hant: JSON.parse(hant) as SearchText, hans: JSON.parse(hans) as SearchText };
}

/** The apparatus of a text of the site at `dist`; where there is none, nothing was emended. */
export async function readApparatus(dist: URL, slug: string): Promise<Pick<Apparatus, 'emendations'>> {
  const file = new URL(`texts/${slug}/apparatus.json`, dist);
  const json = await readFile(file, 'utf8').catch(() => '{"emendations":[]}');
  return JSON.parse(json) as Pick<Apparatus, 'emendations'>;
}

async function slugsIn(dist: URL): Promise<string[]> {
  const entries = await readdir(new URL('texts/', dist), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function read(dist: URL, slug: string, language: Language): Promise<string> {
  return readFile(new URL(`texts/${slug}/${language}.json`, dist), 'utf8');
}

function withoutBlocks(json: string): SearchText {
  return { ...(JSON.parse(json) as SearchText), blocks: [] };
}
