/** What the repair alone needs, parsed from the contents of the files beside this one. */
import { parseRepairRules, type RepairRules } from '../pipeline/repair/rules.ts';
import { type FoldTable, parseFold } from '../pipeline/words/fold.ts';
import { parseWordModel } from '../pipeline/words/parse-word-model.ts';
import type { WordModel } from '../pipeline/words/word-model.ts';

/** The files of `src/data/` that {@link parseRepairFiles} asks for; the last four only for text read in a wrong encoding. */
export const repairFiles = [
  ...['fold.txt', 'words.txt', 'pairs.txt', 'gbk.txt', 'readings.txt', 'marks.txt', 'simplified-only.txt'],
  ...['channel.txt', 'big5.txt', 'single-byte.txt', 'entities.txt', 'encodings.txt'],
] as const;

/** Gives the content of a file of `src/data/` by its name. */
export type ReadFile = (name: string) => string;

/** The word model and the table it folds by. */
export function parseWordFiles(read: ReadFile, fold: FoldTable = parseFold(read('fold.txt'))): WordModel {
  return parseWordModel(read('words.txt'), read('pairs.txt'), fold);
}

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
