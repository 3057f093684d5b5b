/** What the repair alone needs, parsed from the contents of files of `src/data/`. */
import type { ReadFile } from '../../data/read-rows.ts';
import { parseWordFiles } from '../text/parse-word-model.ts';
import type { WordModel } from '../text/word-model.ts';
import { parseRepairRules, type RepairRules } from './rules.ts';

/** The files of `src/data/` that {@link parseRepairFiles} asks for; the last four only for text read in a wrong encoding. */
export const repairFiles = [
  ...['fold.txt', 'words.txt', 'pairs.txt', 'gbk.txt', 'readings.txt', 'marks.txt', 'simplified-only.txt'],
  ...['channel.txt', 'big5.txt', 'single-byte.txt', 'entities.txt', 'encodings.txt'],
] as const;

/** The tables of the repair: `repair(read('電子商務(wù)…'), parseRepairFiles(read))`. */
export function parseRepairFiles(read: ReadFile, words: WordModel = parseWordFiles(read)): RepairRules {
  const now = {
    gbk: read('gbk.txt'),
    readings: read('readings.txt'),
    marks: read('marks.txt'),
    channel: read('channel.txt'),
  };
  const later = {
    big5: () => read('big5.txt'),
    singleByte: () => read('single-byte.txt'),
    entities: () => read('entities.txt'),
    encodings: () => read('encodings.txt'),
  };
  return parseRepairRules({ ...now, ...later, simplifiedOnly: read('simplified-only.txt') }, words);
}
