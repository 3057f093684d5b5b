/** What the phase `convert` knows: OpenCC's dictionaries and our reviewed exceptions. */
import type { Standard } from '../../contract/vocabulary.ts';
import { type ReadFile, readRows } from '../../data/read-rows.ts';
import { once } from '../text/once.ts';
import type { ScriptTable } from '../text/script-table.ts';
import type { Segmenter } from '../text/segment.ts';
import { buildDictionary, type Dictionary, isOne, type Pairs } from './dictionary.ts';
import { createDisambiguator } from './disambiguator.ts';

/** OpenCC's dictionaries by their names, as pairs. */
export type OpenccDictionaries = (name: OpenccName) => Iterable<readonly [string, string]>;
export type OpenccName =
  | `${'TW' | 'HK'}Variants${'' | 'Phrases'}`
  | `${'ST' | 'TS'}${'Characters' | 'Phrases'}`
  | 'STPhrases_GeneratedFromRegionalPhrases';

export interface ConvertRules {
  readonly t2s: Dictionary;
  /** Simplified → the Traditional of a region; each is built when it is first asked for. */
  readonly s2t: (standard: Standard) => Dictionary;
  /** Characters by which a half-converted text is known; see `split-characters.txt`. */
  readonly splitCharacters: ReadonlySet<string>;
  /** 1 for a character that only Hong Kong's standard has (裏), −1 for one that only Taiwan's has (裡). */
  readonly regional: ReadonlyMap<string, number>;
  readonly segment: Segmenter;
  readonly scripts: ScriptTable;
}

/** Build the dictionaries from OpenCC's and from `src/data/convert/`. Throws when a row is not as its header says. */
export function buildConvertRules(
  read: ReadFile,
  opencc: OpenccDictionaries,
  shared: Pick<ConvertRules, 'segment' | 'scripts'>,
): ConvertRules {
  const own = (name: string) =>
    readRows(`convert/${name}`, read, 2).map(([from = '', to = '']) => [from, to] as const);
  const characters = (name: string) => readRows(`convert/${name}`, read, 1).flat();
  // OpenCC's phrases are spelled its own way (藉着); people write them as their region does (藉著), too.
  const spelled = (['TW', 'HK'] as const).map((region) =>
    mapKeys(opencc('TSPhrases'), replaceCharacters(new Map(opencc(`${region}Variants`)))),
  );
  const t2s = buildDictionary([
    own('t2s.tsv'),
    opencc('TSPhrases'),
    ...spelled,
    opencc('TSCharacters'),
    listFolds(shared.scripts),
  ]);
  const counting = { counters: own('counters.tsv'), numerals: characters('numerals.txt') };
  const sources = { own, opencc, t2s };
  const dictionaries = {
    s2tw: once(() => {
      const rows = readRows('convert/contexts.tsv', read, 4);
      const disambiguator = createDisambiguator(rows, listReviewed(own));
      return buildDictionary(taiwanPairs(sources), { ...counting, disambiguator });
    }),
    s2hk: once(() => buildDictionary(regionalPairs('HK', sources), counting)),
  };
  return {
    ...shared,
    t2s,
    s2t: (standard) => dictionaries[standard](),
    splitCharacters: new Set(characters('split-characters.txt')),
    regional: signRegions(opencc, characters('both-regions.txt')),
  };
}

/** Of each pair of forms, which region writes which; 着, which Mandarin of the mainland has too, counts in Traditional. */
function signRegions(opencc: OpenccDictionaries, inBoth: readonly string[]): Map<string, number> {
  const taiwan = new Map(opencc('TWVariants'));
  const hongKong = new Map(opencc('HKVariants'));
  const signs = new Map<string, number>();
  for (const form of new Set([...taiwan.keys(), ...hongKong.keys()])) {
    const forms = [taiwan.get(form) ?? form, hongKong.get(form) ?? form] as const;
    if (forms[0] === forms[1]) continue;
    signs.set(forms[0], -1);
    signs.set(forms[1], 1);
  }
  for (const form of inBoth) signs.delete(form);
  return signs;
}

/** What folds to Simplified, and is not among OpenCC's own Traditional characters: 簷, 啟, 衞. */
function* listFolds({ fold }: ScriptTable): Pairs {
  for (const [unit, folded] of fold.entries()) {
    if (unit !== folded) yield [String.fromCharCode(unit), String.fromCharCode(folded)];
  }
}

/** What the dictionaries of a region are made of. `own` gives the pairs of a file of `src/data/convert/`. */
interface Sources {
  readonly own: (name: string) => readonly (readonly [from: string, to: string])[];
  readonly opencc: OpenccDictionaries;
  readonly t2s: Dictionary;
}

/** The words of which someone decided how they are written. */
function listReviewed(own: Sources['own']): Set<string> {
  const words = ['taiwan.tsv', 's2t.tsv'].flatMap((name) => own(name).map(([from]) => from));
  return new Set(words.filter((word) => !isOne(word)));
}

/** OpenCC's Taiwan standard, and on top of it what people there most often write: 臺灣, but 台灣. */
function taiwanPairs(sources: Sources): Pairs[] {
  const common = sources.own('taiwan.tsv');
  const words = common.filter(([from]) => !isOne(from));
  const toCommon = replaceCharacters(new Map(common.filter(([from]) => isOne(from))));
  return [words, ...regionalPairs('TW', sources).map((pairs) => mapValues(pairs, toCommon))];
}

/** Simplified → OpenCC's own Traditional → the characters of a region, in one step. */
function regionalPairs(region: 'TW' | 'HK', { own, opencc, t2s }: Sources): Pairs[] {
  const variants = new Map(opencc(`${region}Variants`));
  const toRegion = replaceCharacters(variants);
  const s2t = [
    own('s2t.tsv'),
    opencc('STPhrases'),
    opencc('STPhrases_GeneratedFromRegionalPhrases'),
    opencc('STCharacters'),
  ];
  // A region's names are listed in Traditional, and looked up in Simplified.
  const simplify = (text: string) =>
    text.replace(/./gs, (unit) => String.fromCharCode(t2s.units[unit.charCodeAt(0)] ?? 0));
  return [
    mapKeys(opencc(`${region}VariantsPhrases`), simplify),
    ...s2t.map((pairs) => mapValues(pairs, toRegion)),
    variants,
  ];
}

function replaceCharacters(table: ReadonlyMap<string, string>): (text: string) => string {
  if (table.size === 0) return (text) => text;
  const any = new RegExp(`[${[...table.keys()].join('')}]`, 'gu');
  return (text) => text.replace(any, (character) => table.get(character) ?? character);
}

function* mapValues(pairs: Pairs, map: (text: string) => string): Pairs {
  for (const [from, to] of pairs) yield [from, map(to)];
}

function* mapKeys(pairs: Pairs, map: (text: string) => string): Pairs {
  for (const [from, to] of pairs) yield [map(from), to];
}
