/** Reads the rules from disk, for Node. */
import { createRequire } from 'node:module';
import { readData } from '../data/read-data.ts';
import type { OpenccName } from '../pipeline/convert/convert-rules.ts';
import { parseRules, type Rules } from '../pipeline/rules.ts';
import { type FoldTable, parseFold } from '../pipeline/text/fold.ts';

const require = createRequire(import.meta.url);

/** The rules of `src/data/`, each part read when it is first used. */
export function loadRules(): Rules {
  return parseRules(readData, readOpencc);
}

/** The table that folds to Simplified, alone. */
export function loadFold(): FoldTable {
  return parseFold(readData('fold.txt'));
}

/** The pairs of a dictionary of opencc-js, which is one string: `被发 被髮|被发左衽 被髮左衽`. */
export function* readOpencc(name: OpenccName): Iterable<readonly [string, string]> {
  const { default: pairs } = require(`opencc-js/dict/${name}`) as { default: string };
  for (const pair of pairs.split('|')) {
    const [from, to] = pair.split(' ') as [string, string];
    yield [from, to];
  }
}
