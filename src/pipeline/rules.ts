/** All that the phases know, as one value, parsed from the files of `src/data/`. */
import type { ReadFile } from '../data/read-rows.ts';
import { buildConvertRules, type ConvertRules, type OpenccDictionaries } from './convert/convert-rules.ts';
import type { DecodeRules } from './decode/decode.ts';
import { type PageRules, parsePageRules } from './page/page-rules.ts';
import { parseRepairFiles } from './repair/parse-repair-files.ts';
import type { RepairRules } from './repair/rules.ts';
import { parseStripRules, type StripRules } from './strip/strip-rules.ts';
import { parseStructureRules, type StructureRules } from './structure/structure-rules.ts';
import { parseFold } from './text/fold.ts';
import { once } from './text/once.ts';
import { parseWordFiles } from './text/parse-word-model.ts';
import { parseScripts } from './text/script-table.ts';
import { createSegmenter } from './text/segment.ts';

/** Everything the phases know, each part parsed when it is first asked for. */
export interface Rules {
  readonly decode: DecodeRules;
  readonly repair: RepairRules;
  readonly page: PageRules;
  readonly strip: StripRules;
  readonly structure: StructureRules;
  readonly convert: ConvertRules;
}

/**
 * The rules, each part parsed when it is first asked for, so that a tool that only strips starts quickly. `read` gives
 * the content of a file of `src/data/` by its name (`words.txt`), `opencc` a dictionary of OpenCC. Throws a sentence that
 * names file and row when one is not as its header says.
 */
export function parseRules(read: ReadFile, opencc: OpenccDictionaries): Rules {
  const fold = once(() => parseFold(read('fold.txt')));
  const words = once(() => parseWordFiles(read, fold()));
  const scripts = once(() => parseScripts(read, fold()));
  const repair = once(() => parseRepairFiles(read, words()));
  const page = once(() => parsePageRules(read, scripts()));
  const strip = once(() => parseStripRules(read, scripts()));
  const structure = once(() => parseStructureRules(read, page()));
  const convert = once(() => {
    const shared = { segment: createSegmenter(words()), scripts: scripts() };
    return buildConvertRules(read, opencc, shared);
  });
  return {
    decode: {
      encodings: () => repair().encodings(),
      get fold() {
        return repair().fold;
      },
      get costs() {
        return repair().costs;
      },
    },
    get repair() {
      return repair();
    },
    get page() {
      return page();
    },
    get strip() {
      return strip();
    },
    get structure() {
      return structure();
    },
    get convert() {
      return convert();
    },
  };
}
