/** Prints how many milliseconds after its process began the first damaged line was repaired. */
import { loadRules } from '../../src/data/load.ts';
import { read } from '../../src/pipeline/reading.ts';
import { repair } from '../../src/pipeline/repair/repair.ts';

repair(
  read('網(wǎng)絡(luò)和電子商務(wù)，網(wǎng)絡(luò)是電子商務(wù)的平臺(tái)。'.repeat(3)),
  loadRules().repair,
);
console.log(performance.now());
