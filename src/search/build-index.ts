import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { readData } from '../data/read-data.ts';
import { parseWordFiles } from '../data/repair-rules.ts';
import { type FoldTable, parseFold } from '../pipeline/words/fold.ts';
import { segment } from '../pipeline/words/segment.ts';
import { type BuiltTexts, listTexts, readApparatus, readText } from './built-texts.ts';
import type { ConcordancePlan } from './concordance/manifest.ts';
import { plainStream, streamOf } from './concordance/stream.ts';
import { ConcordanceWriter } from './concordance/write-concordance.ts';
import { packedFold } from './fold/vite-fold.ts';
import { foldText } from './fold-text.ts';
import { INDEX_FOLDER, INDEX_PLAN, type IndexPlan } from './index-plan.ts';
import { parseReadings } from './pinyin/readings.ts';
import { PinyinWriter } from './pinyin/write-pinyin.ts';
import { writeRegister } from './register/write-register.ts';
import type { SearchText } from './searched-blocks.ts';

/** For frequent words so many characters are listened to, in at most so many texts. */
const HEARD = 600_000;
const MOST_HEARD = 1000;

const FOLD_FILE = new URL('../data/fold.txt', import.meta.url);

/** Astro integration: writes the search index from the texts in the built site, and packs what scripts need for it. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'zhengben-search',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [packedFold()] } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const count = await buildIndex(dir);
        logger.info(`${count} texts indexed.`);
      },
    },
  };
}

/** Indexes the site at `dist` and says how many texts there are. */
export async function buildIndex(dist: URL): Promise<number> {
  const table = parseFold(await readFile(FOLD_FILE, 'utf8'));
  const index = new URL(INDEX_FOLDER, dist);
  const texts = listTexts(dist);
  const name = `${texts.sum.slice(0, 16)}/`;
  const folder = new URL(name, index);
  await rm(index, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeRegister(folder, texts.entries);
  const sounds = await openPinyin(texts.entries);
  const text = await writeTexts(dist, { folder, texts, table, sounds });
  const pinyin = await sounds.write(folder);
  const records = await writeRecords(dist, folder, texts, table);
  const plan: IndexPlan = { folder: name, documents: texts.entries.length, text, ...records, pinyin };
  await writeFile(new URL(INDEX_PLAN, index), JSON.stringify(plan));
  return plan.documents;
}

interface Shelf {
  folder: URL;
  texts: BuiltTexts;
  table: FoldTable;
  sounds: PinyinWriter;
}

async function writeTexts(dist: URL, { folder, texts, table, sounds }: Shelf): Promise<ConcordancePlan> {
  const writer = await openWriter(new URL('text/', folder));
  const step = Math.ceil(texts.entries.length / MOST_HEARD);
  const heard = HEARD / Math.min(texts.entries.length, MOST_HEARD);
  for (const [number, { slug }] of texts.entries.entries()) {
    const { hant, hans } = readText(dist, slug);
    writer.add(streamOf(hans, hant, (text) => foldText(text, table)));
    if (number % step === 0) sounds.addBody(bodyOf(hant, heard), bodyOf(hans, heard));
  }
  return writer.finish();
}

/** The emendations, by what stands in the edition and by what stands in the witness. */
async function writeRecords(dist: URL, folder: URL, { entries }: BuiltTexts, table: FoldTable) {
  const corr = await openWriter(new URL('corr/', folder));
  const sic = await openWriter(new URL('sic/', folder));
  for (const { slug } of entries) {
    const { emendations } = readApparatus(dist, slug);
    const written = (key: 'corr' | 'sic') => emendations.map((record) => foldText(record[key], table));
    corr.add(plainStream(written('corr')));
    sic.add(plainStream(written('sic')));
  }
  return { corr: corr.finish(), sic: sic.finish() };
}

async function openWriter(folder: URL): Promise<ConcordanceWriter> {
  await mkdir(folder);
  return new ConcordanceWriter(folder);
}

/** Titles are heard whole, of the bodies the beginnings, in as many texts as give a fair picture. */
async function openPinyin(entries: BuiltTexts['entries']): Promise<PinyinWriter> {
  const words = parseWordFiles(readData);
  const sounds = new PinyinWriter(parseReadings(readData('readings.txt')), (text) => segment(text, words));
  for (const { hant, hans } of entries) sounds.addTitle(hant.title, hans.title);
  return sounds;
}

function bodyOf({ blocks }: SearchText, length: number): string {
  return blocks
    .map(([, text]) => text)
    .join('\n')
    .slice(0, length);
}
