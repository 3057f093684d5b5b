/** Prints how many milliseconds of processor time its process had taken when the first damaged line was repaired. */
import { readFileSync } from 'node:fs';
import { parseRepairFiles, read, repair } from '../../src/repair.ts';

const data = new URL('../../src/data/', import.meta.url);
const rules = parseRepairFiles((name) => readFileSync(new URL(name, data), 'utf8'));
repair(read('網(wǎng)絡(luò)和電子商務(wù)，網(wǎng)絡(luò)是電子商務(wù)的平臺(tái)。'.repeat(3)), rules);
console.log(process.cpuUsage().user / 1000);
