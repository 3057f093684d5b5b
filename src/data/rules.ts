/** All rules as one value, parsed from the contents of the files beside this one. */

import { buildConvertRules, type OpenccDictionaries } from '../pipeline/convert/convert-rules.ts';
import type { Rules } from '../pipeline/index.ts';
import { once } from '../pipeline/once.ts';
import type { ScriptTable } from '../pipeline/strip/line.ts';
import { parseStripRules } from '../pipeline/strip/strip-rules.ts';
import { parseStructureRules } from '../pipeline/structure/structure-rules.ts';
import { parseFold } from '../pipeline/words/fold.ts';
import { createSegmenter } from '../pipeline/words/segment.ts';
import { readRows } from './read-rows.ts';
import { parseRepairFiles, parseWordFiles, type ReadFile } from './repair-rules.ts';

/**
 * The rules, each part parsed when it is first asked for, so that a tool that only strips starts quickly. `read` gives
 * the content of a file of `src/data/` by its name (`words.txt`), `opencc` a dictionary of OpenCC.
 */
export function parseRules(read: (name: string) => string, opencc: OpenccDictionaries): Rules {
  const fold = once(() => parseFold(read('fold.txt')));
  const words = once(() => parseWordFiles(read, fold()));
  const scripts = once(() => parseScripts(read, fold()));
  const parts = {
    repair: once(() => parseRepairFiles(read, words())),
    strip: once(() => parseStripRules(read, scripts())),
    structure: once(() => parseStructureRules(read, scripts())),
    convert: once(() => {
      const shared = { segment: createSegmenter(words()), scripts: scripts() };
      return buildConvertRules(read, opencc, shared);
    }),
  };
  return {
    get repair() {
      return parts.repair();
    },
    get strip() {
      return parts.strip();
    },
    get structure() {
      return parts.structure();
    },
    get convert() {
      return parts.convert();
    },
  };
}

/** Which characters only one script has: those of `simplified-only.txt`, and those that fold to another but for 著. */
function parseScripts(read: ReadFile, fold: ScriptTable['fold']): ScriptTable {
  const side = new Uint8Array(0x10000);
  for (let unit = 0; unit < side.length; unit++) if (fold[unit] !== unit) side[unit] = 2;
  for (const [unit] of readRows('both-scripts.txt', read, 2)) side[unit!.charCodeAt(0)] = 0;
  for (const line of read('simplified-only.txt').split('\n'))
    if (line.length === 1) side[line.charCodeAt(0)] = 1;
  return { fold, side };
}
