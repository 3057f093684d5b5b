/** What the phase `convert` knows: OpenCC's dictionaries and our reviewed exceptions. */
import type { Standard } from '../../contract/vocabulary.ts';
import { readRows } from '../../data/read-rows.ts';
import { once } from '../text/once.ts';
import type { ScriptTable } from '../text/script-table.ts';
import type { Segmenter } from '../text/segment.ts';
import { createJudge } from './contexts.ts';
import { buildDictionary, type Dictionary, isOne, type Pairs } from './dictionary.ts';

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
  read: (name: string) => string,
  opencc: OpenccDictionaries,
  shared: Pick<ConvertRules, 'segment' | 'scripts'>,
): ConvertRules {
  const own = (name: string) => readRows(name, read, 2).map(([from, to]) => [from!, to!] as const);
  const t2s = buildDictionary([
    own('convert/t2s.tsv'),
    opencc('TSPhrases'),
    ...(['TW', 'HK'] as const).map((region) => asWrittenIn(opencc('TSPhrases'), region, opencc)),
    PARTICLE,
    opencc('TSCharacters'),
    listFolds(shared.scripts),
  ]);
  const counters = own('convert/counters.tsv');
  const dictionaries = {
    s2tw: once(() => {
      const judge = createJudge(readRows('convert/contexts.tsv', read, 4), reviewedWords(own));
      return buildDictionary(taiwanSources(own, opencc, t2s), counters, judge);
    }),
    s2hk: once(() => buildDictionary(regionalSources('HK', own, opencc, t2s), counters)),
  };
  return {
    t2s,
    s2t: (standard) => dictionaries[standard](),
    splitCharacters: new Set(
      readRows('convert/split-characters.txt', read, 1).map(([character]) => character!),
    ),
    regional: weighRegions(opencc),
    segment: shared.segment,
    scripts: shared.scripts,
  };
}

/** Of each pair of forms, which region writes which; 着, which Mandarin of the mainland has too, counts in Traditional. */
function weighRegions(opencc: OpenccDictionaries): Map<string, number> {
  const taiwan = new Map(opencc('TWVariants'));
  const hongKong = new Map(opencc('HKVariants'));
  const weights = new Map<string, number>();
  for (const form of new Set([...taiwan.keys(), ...hongKong.keys()])) {
    const forms = [taiwan.get(form) ?? form, hongKong.get(form) ?? form] as const;
    if (forms[0] === forms[1]) continue;
    weights.set(forms[0], -1);
    weights.set(forms[1], 1);
  }
  weights.delete('台'); // Taiwan's common form as well
  return weights;
}

/** Mirrors write 著 for every 着, and so does Taiwan; words that keep 著 are in `t2s.tsv`. */
const PARTICLE = [['著', '着']] as const;

/** OpenCC's phrases are spelled its own way (藉着); people write them as their region does (藉著). */
function* asWrittenIn(pairs: Pairs, region: 'TW' | 'HK', opencc: OpenccDictionaries): Pairs {
  const write = replaceCharacters(new Map(opencc(`${region}Variants`)));
  for (const [from, to] of pairs) yield [write(from), to];
}

/** What folds to Simplified, and is not among OpenCC's own Traditional characters: 簷, 啟, 衞. */
function* listFolds({ fold }: ScriptTable): Pairs {
  for (const [unit, folded] of fold.entries()) {
    if (unit !== folded) yield [String.fromCharCode(unit), String.fromCharCode(folded)];
  }
}

type OwnRows = (name: string) => readonly (readonly [string, string])[];

/** The words of which someone decided how they are written. */
function reviewedWords(own: OwnRows): Set<string> {
  const words = ['convert/taiwan.tsv', 'convert/s2t.tsv'].flatMap((name) => own(name).map(([from]) => from));
  return new Set(words.filter((word) => !isOne(word)));
}

/** OpenCC's Taiwan standard, and on top of it what people there most often write: 臺灣, but 台灣. */
function taiwanSources(own: OwnRows, opencc: OpenccDictionaries, t2s: Dictionary): Pairs[] {
  const common = own('convert/taiwan.tsv');
  const toCommon = replaceCharacters(new Map(common.filter(([from]) => isOne(from))));
  const sources = regionalSources('TW', own, opencc, t2s);
  const words = common.filter(([from]) => !isOne(from));
  return [words, ...sources.map((pairs) => mapValues(pairs, toCommon))];
}

/** Simplified → OpenCC's own Traditional → the characters of a region, in one step. */
function regionalSources(
  region: 'TW' | 'HK',
  own: OwnRows,
  opencc: OpenccDictionaries,
  t2s: Dictionary,
): Pairs[] {
  const variants = new Map(opencc(`${region}Variants`));
  const s2t = [own('convert/s2t.tsv'), opencc('STPhrases'), opencc('STPhrases_GeneratedFromRegionalPhrases')];
  return [
    foldKeys(opencc(`${region}VariantsPhrases`), t2s),
    ...[...s2t, opencc('STCharacters')].map((pairs) => mapValues(pairs, replaceCharacters(variants))),
    variants,
  ];
}

function replaceCharacters(table: ReadonlyMap<string, string>): (text: string) => string {
  if (table.size === 0) return (text) => text;
  const any = new RegExp(`[${[...table.keys()].join('')}]`, 'gu');
  return (text) => text.replace(any, (character) => table.get(character)!);
}

function* mapValues(pairs: Pairs, map: (text: string) => string): Pairs {
  for (const [from, to] of pairs) yield [from, map(to)];
}

/** A region's names are listed in Traditional, and looked up in Simplified. */
function* foldKeys(pairs: Pairs, { units }: Dictionary): Pairs {
  for (const [from, to] of pairs) {
    let key = '';
    for (let i = 0; i < from.length; i++) key += String.fromCharCode(units[from.charCodeAt(i)]!);
    yield [key, to];
  }
}
