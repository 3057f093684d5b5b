/**
 * The repair on its own, for programs that bring their own files: no Node built-in, runs in a browser's worker.
 *
 *     const rules = parseRepairFiles((name) => contents[name]); // the files of `src/data/` named in `repairFiles`
 *     repair(read('電子商務(wù)…'), rules).text;
 */
export { parseRepairFiles, repairFiles } from './data/repair-rules.ts';
export { type Edit, type Note, type Reading, type Remark, read, replay } from './pipeline/reading.ts';
export { repair } from './pipeline/repair/repair.ts';
export type { RepairRules } from './pipeline/repair/rules.ts';
