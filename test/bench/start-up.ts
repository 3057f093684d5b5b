/** Prints how many milliseconds of processor time its process had taken when the first damaged line was repaired. */
import { loadRepairRules } from '../../src/corpus/load-repair-rules.ts';
import { read, repair } from '../../src/pipeline/repair/index.ts';

const rules = loadRepairRules();
repair(read('網(wǎng)絡(luò)和電子商務(wù)，網(wǎng)絡(luò)是電子商務(wù)的平臺(tái)。'.repeat(3)), rules);
const { user, system } = process.cpuUsage();
console.log((user + system) / 1000);
