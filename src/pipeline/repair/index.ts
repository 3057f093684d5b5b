/**
 * The repair on its own, for programs that bring their own files: no Node built-in, runs in a browser's worker.
 *
 *     const rules = parseRepairFiles((name) => contents[name]); // the files of `src/data/` named in `repairFiles`
 *     repair(read('電子商務(wù)…'), rules).text;
 */

export { type Edit, type Note, type Reading, type Remark, read, replay } from '../reading.ts';
export { repair } from './repair.ts';
export { parseRepairFiles, type RepairRules, repairFiles } from './rules.ts';
