import { concordance } from '../concordance/concordance.ts';
import { fetchPacked } from '../fetch-packed.ts';
import type { SearchIndex } from '../search-index.ts';
import {
  RECORDS_PLAN,
  type RecordRow,
  type RecordsPlan,
  recordsName,
  type SearchRecord,
} from './record-files.ts';

/** The emendations of all texts. */
export interface Records {
  /** By what was restored, and by what the witnesses have instead. */
  index: Record<'corr' | 'sic', SearchIndex>;
  /** Those of a text, by its number. */
  of: (document: number) => Promise<SearchRecord[]>;
}

/** Opens the records in `folder` (an address ending in a slash). */
export async function openRecords(folder: string): Promise<Records> {
  const { corr, sic, firstTexts } = (await readJson(folder + RECORDS_PLAN)) as RecordsPlan;
  const files = new Map<number, Promise<RecordRow[][]>>();
  const read = (number: number) => {
    const file = files.get(number) ?? (readJson(folder + recordsName(number)) as Promise<RecordRow[][]>);
    files.set(number, file);
    file.catch(() => files.delete(number));
    return file;
  };
  return {
    index: { corr: concordance(`${folder}corr/`, corr), sic: concordance(`${folder}sic/`, sic) },
    of: async (document) => {
      const first = firstTexts.findLast((text) => text <= document) ?? 0;
      const rows = (await read(firstTexts.indexOf(first)))[document - first] ?? [];
      return rows.map(([id, sic, corr, block, start, end]) => ({
        id,
        sic,
        corr,
        place: { block, start, end },
      }));
    },
  };
}

async function readJson(address: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await fetchPacked(address)));
}
