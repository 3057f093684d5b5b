import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { readData } from '../../data/read-data.ts';
import { type FoldTable, parseFold } from '../../pipeline/text/fold.ts';
import { parseWordFiles } from '../../pipeline/text/parse-word-model.ts';
import { segment } from '../../pipeline/text/segment.ts';
import { type BuiltTexts, listTexts, readApparatus, readText } from './built-texts.ts';
import type { ConcordancePlan } from './concordance/manifest.ts';
import { streamOf } from './concordance/stream.ts';
import { ConcordanceWriter } from './concordance/write-concordance.ts';
import { foldText } from './fold-text.ts';
import { INDEX_FOLDER, INDEX_PLAN, type IndexPlan } from './index-plan.ts';
import { parseTypedReadings } from './pinyin/readings.ts';
import { PinyinWriter } from './pinyin/write-pinyin.ts';
import { RecordWriter } from './records/write-records.ts';
import { writeRegister } from './register/write-register.ts';
import type { SearchText } from './searched-blocks.ts';

/** For frequent words so many characters are listened to, in at most so many texts. */
const HEARD = 600_000;
const MOST_HEARD = 1000;

const FOLD_FILE = new URL('../../data/fold.txt', import.meta.url);

/**
 * Indexes the texts of the site at `dist` and says how many there are. `source`, where it is given, is another folder that
 * has `texts/` as the site will have it.
 */
export async function buildIndex(dist: URL, source = dist): Promise<number> {
  const table = parseFold(await readFile(FOLD_FILE, 'utf8'));
  const index = new URL(INDEX_FOLDER, dist);
  const texts = listTexts(source);
  const name = `${texts.sum.slice(0, 16)}/`;
  const folder = new URL(name, index);
  await rm(index, { recursive: true, force: true });
  await mkdir(new URL('text/', folder), { recursive: true });
  await writeRegister(folder, texts.entries);
  const sounds = await openPinyin(texts.entries);
  const text = writeTexts(source, { folder, texts, table, sounds });
  const pinyin = await sounds.write(folder);
  writeRecords(source, { folder, texts, table });
  const plan: IndexPlan = { folder: name, documents: texts.entries.length, text, pinyin };
  await writeFile(new URL(INDEX_PLAN, index), JSON.stringify(plan));
  return plan.documents;
}

interface IndexParts {
  folder: URL;
  texts: BuiltTexts;
  table: FoldTable;
  sounds: PinyinWriter;
}

function writeTexts(source: URL, { folder, texts, table, sounds }: IndexParts): ConcordancePlan {
  const writer = new ConcordanceWriter(new URL('text/', folder));
  const step = Math.ceil(texts.entries.length / MOST_HEARD);
  const heard = HEARD / Math.min(texts.entries.length, MOST_HEARD);
  for (const [number, { slug }] of texts.entries.entries()) {
    const { hant, hans } = readText(source, slug);
    writer.add(streamOf(hans, hant, (text) => foldText(text, table)));
    if (number % step === 0) sounds.addBody(bodyOf(hant, heard), bodyOf(hans, heard));
  }
  return writer.finish();
}

function writeRecords(source: URL, { folder, texts, table }: Omit<IndexParts, 'sounds'>): void {
  const writer = new RecordWriter(folder, (text) => foldText(text, table));
  for (const { slug } of texts.entries) writer.add(readApparatus(source, slug).emendations);
  writer.finish();
}

/** Titles are heard whole, of the bodies the beginnings, in as many texts as give a fair picture. */
async function openPinyin(entries: BuiltTexts['entries']): Promise<PinyinWriter> {
  const words = parseWordFiles(readData);
  const sounds = new PinyinWriter(parseTypedReadings(readData('readings.txt')), (text) =>
    segment(text, words),
  );
  for (const { hant, hans } of entries) sounds.addTitle(hant.title, hans.title);
  return sounds;
}

function bodyOf({ blocks }: SearchText, length: number): string {
  return blocks
    .map(([, text]) => text)
    .join('\n')
    .slice(0, length);
}
