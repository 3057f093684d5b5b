/** Places in texts where a character of Simplified may be several of Traditional, and what people wrote there. */
import { listFeatures, patterns } from '../../src/pipeline/convert/contexts.ts';
import type { ConvertRules } from '../../src/pipeline/convert/convert-rules.ts';
import type { Dictionary } from '../../src/pipeline/convert/dictionary.ts';
import { toSimplified } from '../../src/pipeline/convert/scripts.ts';
import { translate } from '../../src/pipeline/convert/translate.ts';

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

/** Which forms the dictionary can give to a character; others, such as 爲, are a matter of fonts and habits. */
export function listForms({ phrases, units, counters }: Dictionary): Map<string, Set<string>> {
  const forms = new Map<string, Set<string>>();
  const add = (from: string, to: string) => {
    const known = forms.get(from) ?? new Set([String.fromCharCode(units[from.charCodeAt(0)]!)]);
    forms.set(from, known.add(to));
  };
  for (const [from, to] of phrases) for (let i = 0; i < from.length; i++) add(from[i]!, to[i]!);
  for (const [from] of forms) {
    const counter = counters[from.charCodeAt(0)]!;
    if (counter !== 0) add(from, String.fromCharCode(counter));
  }
  return forms;
}

/**
 * The places in `lines` whose forms are among `forms`. Lines that are words tell nothing of what stands around them:
 * that they end there is no feature.
 */
export function collectExamples(
  lines: Iterable<string>,
  rules: ConvertRules,
  dictionary: Dictionary,
  forms: ReadonlyMap<string, ReadonlySet<string>>,
  areWords = false,
): Examples {
  const found = new Map<string, Map<string, Example>>();
  const isJudged = new Uint8Array(0x10000);
  for (const [character, all] of forms) isJudged[character.charCodeAt(0)] = Number(all.size > 1);
  let line = '';
  const judge = (text: string, at: number, ours: number, isByPhrase: boolean) => {
    const form = line[at]!;
    const isSlip = SLIPS.some((word) => line.slice(Math.max(0, at - 1), at + 2).includes(word));
    if (isSlip || isReviewed(text, at, dictionary.judge.firm) || !forms.get(text[at]!)!.has(form))
      return ours;
    note(found, text, at, { form, ours: String.fromCharCode(ours), isByPhrase, areWords });
    return ours;
  };
  const watching = { ...dictionary, judge: { ...dictionary.judge, isJudged, judge } };
  for (line of lines) {
    const simplified = toSimplified(line, rules);
    if (simplified.length === line.length) translate(simplified, watching, rules.segment);
  }
  return new Map([...found].map(([character, all]) => [character, [...all.values()]]));
}

/** Is a place in a word that someone reviewed? There is nothing to learn there. */
function isReviewed(text: string, at: number, reviewed: ReadonlySet<string>): boolean {
  for (let start = Math.max(0, at - 3); start <= at; start++)
    for (let end = at + 1; end <= at + 4; end++) if (reviewed.has(text.slice(start, end))) return true;
  return false;
}

/** What some translators write, and dictionaries do not have, or libchewing has more often otherwise (註定, 儘量). */
const SLIPS = ['重覆', '復雜', '反復', '合並', '注定', '盡量'];

interface Place {
  readonly form: string;
  readonly ours: string;
  readonly isByPhrase: boolean;
  readonly areWords: boolean;
}

const neighbours = new Int32Array(patterns.length);

function note(
  found: Map<string, Map<string, Example>>,
  text: string,
  at: number,
  { form, ours, isByPhrase, areWords }: Place,
): void {
  listFeatures(text, at, ours.charCodeAt(0), isByPhrase, neighbours);
  const features = [...neighbours]
    .flatMap((pair, i) => (i === 0 || pair !== 0 ? [write(patterns[i]!, pair)] : []))
    .filter((feature) => !areWords || !feature.includes('#'));
  const alike = found.get(text[at]!) ?? new Map<string, Example>();
  found.set(text[at]!, alike);
  const key = `${form}${features.join(' ')}`;
  alike.set(key, { form, ours, features, count: (alike.get(key)?.count ?? 0) + 1 });
}

/** `1_2` with 回 and 邮: 回_邮. */
function write(pattern: string, pair: number): string {
  const [first, second] = [String.fromCharCode(pair >>> 16), String.fromCharCode(pair & 0xffff)];
  return pattern.replace('1', first).replace('2', second);
}
