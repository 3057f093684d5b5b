import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { readData } from '../../data/read-data.ts';
import { type FoldTable, parseFold } from '../../pipeline/text/fold.ts';
import { parseWordFiles } from '../../pipeline/text/parse-word-model.ts';
import { segment } from '../../pipeline/text/segment.ts';
import { type BuiltTexts, listTexts, readApparatus, readText } from './built-texts.ts';
import { type Facet, type FacetValue, facetOf, facets } from './facets.ts';
import { foldText } from './fold-text.ts';
import { INDEX_FOLDER, INDEX_PLAN, type IndexPlan } from './index-plan.ts';
import type { IndexedText } from './pagefind/index-layout.ts';
import { type PagefindRecord, type PagefindSettings, writePagefind } from './pagefind/write-pagefind.ts';
import { parseTypedReadings } from './pinyin/readings.ts';
import { PinyinWriter } from './pinyin/write-pinyin.ts';
import { rankOf, type SearchText, searchedBlocks } from './searched-blocks.ts';
import { sumOfFiles } from './sum-of-files.ts';

/** For frequent words so many characters are listened to, in at most so many texts. */
const HEARD = 600_000;
const MOST_HEARD = 1000;

const FOLD_FILE = new URL('../../data/fold.txt', import.meta.url);

/** Where the texts are, and how the index is written. */
export interface IndexSettings extends PagefindSettings {
  /** A folder that has `texts/` as the site will have it; by default the site itself. */
  source?: URL;
}

/** Indexes the texts of the site at `dist` and says how many there are. */
export async function buildIndex(
  dist: URL,
  { source = dist, ...settings }: IndexSettings = {},
): Promise<number> {
  const table = parseFold(await readFile(FOLD_FILE, 'utf8'));
  const index = new URL(INDEX_FOLDER, dist);
  const texts = listTexts(source);
  const folder = new URL('new/', index);
  await rm(index, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const sounds = await openPinyin(texts.entries);
  const records = new TextRecords(source, { texts, table, sounds });
  if (texts.entries.length > 0) await writePagefind(new URL('pagefind/', folder), records, settings);
  const pinyin = await sounds.write(folder);
  const name = `${sumOfFiles(folder)}/`;
  await rename(folder, new URL(name, index));
  const plan: IndexPlan = {
    folder: name,
    isAligned: records.isAligned,
    pinyin,
  };
  await writeFile(new URL(INDEX_PLAN, index), JSON.stringify(plan));
  return texts.entries.length;
}

interface IndexParts {
  texts: BuiltTexts;
  table: FoldTable;
  sounds: PinyinWriter;
}

/** The texts as the index takes them, the oldest first, each read when it is asked for. */
class TextRecords implements Iterable<PagefindRecord> {
  readonly #source: URL;
  readonly #parts: IndexParts;
  /** So far: did both scripts of each block fold to the same? */
  isAligned = true;

  constructor(source: URL, parts: IndexParts) {
    this.#source = source;
    this.#parts = parts;
  }

  *[Symbol.iterator](): Generator<PagefindRecord> {
    const { entries } = this.#parts.texts;
    const step = Math.ceil(entries.length / MOST_HEARD);
    const heard = HEARD / Math.min(entries.length, MOST_HEARD);
    for (const [number, { slug }] of entries.toReversed().entries()) {
      const { hant, hans } = readText(this.#source, slug);
      if (number % step === 0) this.#parts.sounds.addBody(bodyOf(hant, heard), bodyOf(hans, heard));
      yield { slug, text: this.#index(slug, hant, hans), facets: facetsOf(hant, hans), date: dateOf(hant) };
    }
  }

  #index(slug: string, hant: SearchText, hans: SearchText): IndexedText {
    const fold = (text: string) => foldText(text, this.#parts.table);
    const { emendations } = readApparatus(this.#source, slug);
    const regions: [title: string[], headings: string[], body: string[]] = [[], [], []];
    const others = new Map(searchedBlocks(hans));
    for (const [id, text] of searchedBlocks(hant)) {
      const versions = new Set([text, others.get(id) ?? text].map(fold));
      if (versions.size > 1) this.isAligned = false;
      regions[rankOf(id)].push(...versions);
    }
    const [title, headings, body] = regions;
    return {
      title,
      headings,
      body,
      corr: emendations.map(({ corr }) => fold(corr)),
      sic: emendations.map(({ sic }) => fold(sic)),
    };
  }
}

function facetsOf(hant: SearchText, hans: SearchText): Partial<Record<Facet, FacetValue>> {
  const values: Partial<Record<Facet, FacetValue>> = {};
  for (const facet of facets) {
    const value = facetOf(hant, facet);
    if (value !== undefined) values[facet] = [value, facetOf(hans, facet) ?? value];
  }
  return values;
}

/** The digits of a day, by which Pagefind sorts as numbers; what a date leaves open counts as its beginning. */
function dateOf({ date = '' }: SearchText): string {
  return date.replace(/\D/g, '').slice(0, 8).padEnd(8, '0');
}

/** Titles and authors are heard whole, of the bodies the beginnings, in as many texts as give a fair picture. */
async function openPinyin(entries: BuiltTexts['entries']): Promise<PinyinWriter> {
  const words = parseWordFiles(readData);
  const sounds = new PinyinWriter(parseTypedReadings(readData('readings.txt')), (text) =>
    segment(text, words),
  );
  for (const { hant, hans } of entries) {
    sounds.addTitle(hant.title, hans.title);
    if (hant.author && hans.author) sounds.addTitle(hant.author, hans.author);
  }
  return sounds;
}

function bodyOf({ blocks }: SearchText, length: number): string {
  return blocks
    .map(([, text]) => text)
    .join('\n')
    .slice(0, length);
}
