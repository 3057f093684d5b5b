/** The project's rules, parsed once for all tests of a file. */
import { loadRules } from '../../src/data/load.ts';

export const rules = loadRules();
