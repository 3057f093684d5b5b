/** The project's rules, parsed once for all tests of a file. */
import { loadRules } from '../../src/corpus/load-rules.ts';

export const rules = loadRules();
