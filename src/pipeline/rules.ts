/** All that the phases know, as one value, parsed from the files of `src/data/`. */
import type { ReadFile } from '../data/read-rows.ts';
import { buildConvertRules, type ConvertRules, type OpenccDictionaries } from './convert/convert-rules.ts';
import type { DecodeRules } from './decode/decode.ts';
import { type PageRules, parsePageRules } from './page/page-rules.ts';
import { parseRepairFiles, type RepairRules } from './repair/rules.ts';
import { parseStripRules, type StripRules } from './strip/strip-rules.ts';
import { parseStructureRules, type StructureRules } from './structure/structure-rules.ts';
import { parseFold } from './text/fold.ts';
import { once } from './text/once.ts';
import { parseWordFiles } from './text/parse-word-model.ts';
import { parseScripts } from './text/script-table.ts';
import { createSegmenter } from './text/segment.ts';

/**
 * Everything the phases know, by the phase. A part is parsed from its files when it is first asked for, so that a tool
 * that only strips starts quickly.
 */
export interface Rules {
  readonly decode: DecodeRules;
  readonly repair: RepairRules;
  readonly page: PageRules;
  readonly strip: StripRules;
  readonly structure: StructureRules;
  readonly convert: ConvertRules;
}

/**
 * The rules. `read` gives the content of a file of `src/data/` by its name (`words.txt`), `opencc` a dictionary of OpenCC.
 * Asking for a part throws a sentence that names file and row when one is not as its header says.
 */
export function parseRules(read: ReadFile, opencc: OpenccDictionaries): Rules {
  const fold = once(() => parseFold(read('fold.txt')));
  const words = once(() => parseWordFiles(read, fold()));
  const scripts = once(() => parseScripts(read, fold()));
  const rules: Rules = lazily<Rules>({
    decode: () =>
      lazily<DecodeRules>({
        encodings: () => rules.repair.encodings,
        fold: () => rules.repair.fold,
        costs: () => rules.repair.costs,
      }),
    repair: () => parseRepairFiles(read, words()),
    page: () => parsePageRules(read, scripts()),
    strip: () => parseStripRules(read, scripts()),
    structure: () => parseStructureRules(read, rules.page),
    convert: () => buildConvertRules(read, opencc, { segment: createSegmenter(words()), scripts: scripts() }),
  });
  return rules;
}

/** An object whose parts are made when they are first asked for, once each. */
function lazily<T extends object>(makers: { readonly [Part in keyof T]: () => T[Part] }): T {
  const parts = {} as T;
  for (const name of Object.keys(makers) as (keyof T)[])
    Object.defineProperty(parts, name, { get: once(makers[name]), enumerable: true });
  return parts;
}
