/**
 * The repair on its own, for programs that bring their own files: no Node built-in, runs in a browser's worker.
 *
 *     const rules = parseRepairFiles((name) => contents[name]); // the files of `src/data/` named in `repairFiles`
 *     repair(read('電子商務(wù)…'), rules).text;
 */

export { type Edit, type Note, type Reading, type Remark, read, replay } from '../reading.ts';
export { parseRepairFiles, repairFiles } from './parse-repair-files.ts';
export { repair } from './repair.ts';
export type { RepairRules } from './rules.ts';
