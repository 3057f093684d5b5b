/** What the phase `strip` knows: read from `src/data/strip/`, checked, never written here. */

import { type RemovalKind, removalKinds } from '../../contract/vocabulary.ts';
import { readRows } from '../../data/read-rows.ts';
import type { ScriptTable } from '../text/script-table.ts';
import { type FurnitureModel, parseFurnitureModel } from './furniture-model.ts';
import { buildLexicon, type Lexicon } from './lexicon.ts';
import { extents, type LineRule, matches, regions } from './line-rule.ts';
import { indexRules, type RuleIndex } from './rule-index.ts';

const places = ['first', 'last', 'both', 'opens', 'closes'] as const;
const pitches = ['pitch', 'service'] as const;

/** A row of `interface-words.tsv`. */
export interface InterfaceWord {
  readonly kind: RemovalKind;
  readonly fixture: string;
}

/** A row of `glued-rules.tsv`. */
export interface GluedRule {
  readonly rule: string;
  readonly kind: RemovalKind;
  readonly longest: number;
  readonly parts: readonly string[];
  readonly fixture: string;
}

/** A word of `list-words.tsv`. */
export interface ListWord {
  readonly place: (typeof places)[number];
  readonly fixture: string;
}

/** A word of `pitch-words.tsv`. */
export interface PitchWord {
  readonly role: (typeof pitches)[number];
  readonly fixture: string;
}

export interface StripRules {
  readonly lineRules: readonly LineRule[];
  readonly ruleIndex: RuleIndex;
  readonly gluedRules: readonly GluedRule[];
  /** By the first unit of their words. */
  readonly gluedByUnit: ReadonlyMap<number, readonly GluedRule[]>;
  /** Spam vocabulary: term → is it strong? */
  readonly spamWords: ReadonlyMap<string, boolean>;
  readonly spamLexicon: Lexicon<boolean>;
  readonly menuLabels: ReadonlySet<string>;
  /** Words of buttons and menus; the labels of menus are among them. */
  readonly interfaceWords: Lexicon<InterfaceWord>;
  /** Words that make a label of a list of other articles: 相關 + 新聞. */
  readonly listWords: Lexicon<ListWord>;
  readonly pitchWords: Lexicon<PitchWord>;
  /** Endings of the names of companies and sites, with the fixture of each. */
  readonly siteEndings: ReadonlyMap<string, string>;
  /** How much a line reads like a site's furniture. */
  readonly furnitureModel: FurnitureModel;
  readonly scripts: ScriptTable;
}

/** Parse the files of `src/data/strip/`. Throws a sentence naming file and row when one is not as its header says. */
export function parseStripRules(read: (name: string) => string, scripts: ScriptTable): StripRules {
  const rows = (name: string, columns: number) => readRows(`strip/${name}`, read, columns);
  const lineRules = rows('line-rules.tsv', 8).map(parseLineRule);
  const menuLabels = new Set(rows('menu-labels.txt', 1).map(([label]) => label!));
  const spamWords = new Map(
    rows('spam-words.txt', 2).map(
      ([weight, term]) => [term!, oneOf(weight!, ['strong', 'weak']) === 'strong'] as const,
    ),
  );
  const gluedRules = rows('glued-rules.tsv', 5).map(parseGluedRule);
  return {
    lineRules,
    ruleIndex: indexRules(lineRules),
    gluedRules,
    gluedByUnit: Map.groupBy(gluedRules, ({ parts }) => parts[0]!.charCodeAt(0)),
    spamWords,
    spamLexicon: buildLexicon(spamWords),
    menuLabels,
    interfaceWords: parseInterfaceWords(rows('interface-words.tsv', 3), menuLabels),
    listWords: parseListWords(rows('list-words.tsv', 3)),
    pitchWords: parsePitchWords(rows('pitch-words.tsv', 3)),
    siteEndings: new Map(rows('site-endings.tsv', 2).map(([ending, fixture]) => [ending!, fixture!])),
    furnitureModel: parseFurnitureModel(rows('furniture-model.tsv', 2)),
    scripts,
  };
}

type Row = readonly string[];

function parseLineRule(row: Row): LineRule {
  const [rule, kind, match, region, longest, extent, words, fixture] = row as [string, ...string[]];
  return {
    rule,
    kind: oneOf(kind!, removalKinds),
    match: oneOf(match!, matches),
    region: oneOf(region!, regions),
    longest: toLength(longest!),
    extent: oneOf(extent!, extents),
    parts: toParts(words!),
    fixture: fixture!,
  };
}

function parseGluedRule(row: Row): GluedRule {
  const [rule, kind, longest, words, fixture] = row as [string, ...string[]];
  return {
    rule,
    kind: oneOf(kind!, removalKinds),
    longest: toLength(longest!),
    parts: toParts(words!),
    fixture: fixture!,
  };
}

function parseInterfaceWords(rows: readonly Row[], labels: ReadonlySet<string>): Lexicon<InterfaceWord> {
  const words = new Map<string, InterfaceWord>();
  for (const label of labels) words.set(label, { kind: 'navigation', fixture: '' });
  for (const [kind, word, fixture] of rows)
    words.set(word!, { kind: oneOf(kind!, removalKinds), fixture: fixture! });
  return buildLexicon(words);
}

function parseListWords(rows: readonly Row[]): StripRules['listWords'] {
  const entries = rows.map(([place, word, fixture]) => {
    return [word!, { place: oneOf(place!, places), fixture: fixture! }] as const;
  });
  return buildLexicon(new Map(entries));
}

function parsePitchWords(rows: readonly Row[]): Lexicon<PitchWord> {
  const entries = rows.map(([role, word, fixture]) => {
    return [word!, { role: oneOf(role!, pitches), fixture: fixture! }] as const;
  });
  return buildLexicon(new Map(entries));
}

function toParts(words: string): string[] {
  return words.split('…').filter((part) => part !== '');
}

function toLength(value: string): number {
  const length = Number(value);
  if (!(length > 0)) throw new Error(`A rule says “${value}” where a number of characters is expected.`);
  return length;
}

function oneOf<const T extends string>(value: string, allowed: readonly T[]): T {
  const found = allowed.find((name) => name === value);
  if (found === undefined)
    throw new Error(`A rule says “${value}” where one of ${allowed.join(', ')} is expected.`);
  return found;
}
