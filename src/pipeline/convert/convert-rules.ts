/** What the phase `convert` knows: OpenCC's dictionaries and our reviewed exceptions. */
import { readRows } from '../../data/read-rows.ts';
import type { ScriptTable } from '../strip/line.ts';
import { buildDictionary, type Dictionary } from './dictionary.ts';
import type { Segmenter } from './translate.ts';

/** OpenCC's dictionaries by their names, as pairs. */
export type OpenccDictionaries = (name: OpenccName) => Iterable<readonly [string, string]>;
export const openccNames = [
  'HKVariants',
  'HKVariantsPhrases',
  'STCharacters',
  'STPhrases',
  'STPhrases_GeneratedFromRegionalPhrases',
  'TSCharacters',
  'TSPhrases',
  'TWVariants',
  'TWVariantsPhrases',
] as const;
export type OpenccName = (typeof openccNames)[number];

export interface ConvertRules {
  /** Simplified → OpenCC's own Traditional. */
  readonly s2t: Dictionary;
  readonly t2s: Dictionary;
  /** OpenCC's own Traditional → the standard of a region. */
  readonly variants: Readonly<Record<'s2tw' | 's2hk', Dictionary>>;
  /** Characters by which a half-converted text is known; see `split-characters.txt`. */
  readonly splitCharacters: ReadonlySet<string>;
  readonly segment: Segmenter;
  readonly scripts: ScriptTable;
}

/** Build the dictionaries from OpenCC's and from `src/data/convert/`. Throws when a row is not as its header says. */
export function buildConvertRules(
  read: (name: string) => string,
  opencc: OpenccDictionaries,
  shared: Pick<ConvertRules, 'segment' | 'scripts'>,
): ConvertRules {
  const own = (name: string) => readRows(name, read, 2).map(([from, to]) => [from!, to!] as const);
  const s2t = ['STPhrases', 'STPhrases_GeneratedFromRegionalPhrases', 'STCharacters'] as const;
  return {
    s2t: buildDictionary([own('convert/s2t.tsv'), ...s2t.map(opencc)]),
    t2s: buildDictionary([own('convert/t2s.tsv'), opencc('TSPhrases'), PARTICLE, opencc('TSCharacters')]),
    variants: {
      s2tw: buildDictionary([opencc('TWVariantsPhrases'), opencc('TWVariants')]),
      s2hk: buildDictionary([opencc('HKVariantsPhrases'), opencc('HKVariants')]),
    },
    splitCharacters: new Set(
      readRows('convert/split-characters.txt', read, 1).map(([character]) => character!),
    ),
    ...shared,
  };
}

/** Mirrors write 著 for every 着, and so does Taiwan; words that keep 著 are in `t2s.tsv`. */
const PARTICLE = [['著', '着']] as const;
