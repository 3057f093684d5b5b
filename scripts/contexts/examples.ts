/** Places in texts where a character of Simplified may be several of Traditional, and what people wrote there. */
import { applyDictionary } from '../../src/pipeline/convert/apply-dictionary.ts';
import type { ConvertRules } from '../../src/pipeline/convert/convert-rules.ts';
import type { Dictionary } from '../../src/pipeline/convert/dictionary.ts';
import { listFeatures, type Place, patterns } from '../../src/pipeline/convert/disambiguator.ts';
import { toSimplified } from '../../src/pipeline/convert/scripts.ts';

/** A place, or several that are alike. */
export interface Example {
  /** What was written, and what the dictionary makes of it. */
  readonly form: string;
  readonly ours: string;
  /** As `contexts.tsv` writes them: `回_`, `_标`. */
  readonly features: readonly string[];
  readonly count: number;
}

/** Examples by the character of Simplified. */
export type Examples = Map<string, Example[]>;

/** The forms that the dictionary can give to a character; others, such as 爲, are a matter of fonts and habits. */
export type Forms = ReadonlyMap<string, ReadonlySet<string>>;

export function listForms({ phrases, units, counters }: Dictionary): Forms {
  const forms = new Map<string, Set<string>>();
  const add = (from: string, to: string) => {
    const usual = units[from.charCodeAt(0)] ?? from.charCodeAt(0);
    forms.set(from, (forms.get(from) ?? new Set([String.fromCharCode(usual)])).add(to));
  };
  for (const [from, to] of phrases) for (let i = 0; i < from.length; i++) add(from.charAt(i), to.charAt(i));
  for (const from of [...forms.keys()]) {
    const counter = counters[from.charCodeAt(0)];
    if (counter) add(from, String.fromCharCode(counter));
  }
  return forms;
}

/** How lines are made Simplified and Traditional again. */
export interface Conversion {
  readonly rules: ConvertRules;
  readonly dictionary: Dictionary;
  readonly forms: Forms;
}

/**
 * The places in `lines`, which are Traditional, whose forms the dictionary can give. Lines that are words tell nothing of
 * what stands around them: that they end there is no feature.
 */
export function collectExamples(
  lines: Iterable<string>,
  { rules, dictionary, forms }: Conversion,
  areWords = false,
): Examples {
  const found = new Map<string, Map<string, Example>>();
  const isKnown = new Uint8Array(0x10000);
  for (const [character, all] of forms) isKnown[character.charCodeAt(0)] = Number(all.size > 1);
  const { reviewed } = dictionary.disambiguator;
  let line = '';
  const watch = (place: Place): number => {
    const { text, at } = place;
    const [character, form] = [text.charAt(at), line.charAt(at)];
    const isSlip = SLIPS.some((word) => line.slice(Math.max(0, at - 1), at + 2).includes(word));
    if (isSlip || isReviewed(text, at, reviewed) || !forms.get(character)?.has(form)) return place.form;
    const features = describePlace(place).filter((feature) => !areWords || !feature.includes('#'));
    const alike = found.get(character) ?? new Map<string, Example>();
    found.set(character, alike);
    const key = `${form}${features.join(' ')}`;
    const count = (alike.get(key)?.count ?? 0) + 1;
    alike.set(key, { form, ours: String.fromCharCode(place.form), features, count });
    return place.form;
  };
  const watching = { ...dictionary, disambiguator: { reviewed, isKnown, chooseForm: watch } };
  for (line of lines) {
    const simplified = toSimplified(line, rules);
    if (simplified.length === line.length) applyDictionary(simplified, watching, rules.segment);
  }
  return new Map(Array.from(found, ([character, all]) => [character, [...all.values()]]));
}

/** Is a place in a word that someone reviewed? There is nothing to learn there. */
function isReviewed(text: string, at: number, reviewed: ReadonlySet<string>): boolean {
  for (let start = Math.max(0, at - 3); start <= at; start++)
    for (let end = at + 1; end <= at + 4; end++) if (reviewed.has(text.slice(start, end))) return true;
  return false;
}

/** What some translators write, and dictionaries do not have, or libchewing has more often otherwise (註定, 儘量). */
const SLIPS = ['重覆', '復雜', '反復', '合並', '注定', '盡量'];

const neighbours = new Int32Array(patterns.length);

/** The features of a place: of the pattern `1_2` with 回 and 邮, 回_邮. */
function describePlace(place: Place): string[] {
  listFeatures(place, neighbours);
  return patterns.flatMap((pattern, i) => {
    const pair = neighbours[i] ?? 0;
    if (i > 0 && pair === 0) return [];
    const [first, second] = [String.fromCharCode(pair >>> 16), String.fromCharCode(pair & 0xffff)];
    return [pattern.replace('1', first).replace('2', second)];
  });
}
