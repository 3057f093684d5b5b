/** What the phase `strip` knows: read from `src/data/strip/`, checked, never written here. */

import { type RemovalKind, removalKinds } from '../../contract/vocabulary.ts';
import { readPatterns } from '../../data/read-patterns.ts';
import { oneOf, type ReadFile, readRows } from '../../data/read-rows.ts';
import type { ScriptTable } from '../text/script-table.ts';
import { type FurnitureModel, parseFurnitureModel } from './furniture-model.ts';
import { buildLexicon, type Lexicon } from './lexicon.ts';
import { extents, indexRules, type LineRule, matches, type RuleIndex, regions } from './rule-index.ts';

const places = ['first', 'last', 'both', 'opens', 'closes'] as const;
const pitches = ['pitch', 'service'] as const;

/** A row of `interface-words.tsv`. */
interface InterfaceWord {
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

/** The rows of `patterns.tsv`, whose header says what each finds. */
const patternNames = [
  ...(['amount', 'copyLink', 'cutOff', 'home', 'houseEnding', 'listItem'] as const),
  ...(['particle', 'report', 'signedLine', 'statement', 'years'] as const),
] as const;

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
  readonly listWords: Lexicon<{ readonly place: (typeof places)[number]; readonly fixture: string }>;
  /** Words of advertising. */
  readonly pitchWords: Lexicon<{ readonly role: (typeof pitches)[number]; readonly fixture: string }>;
  /** Endings of the names of companies and sites, with the fixture of each. */
  readonly siteEndings: ReadonlyMap<string, string>;
  /** How much a line reads like a site's furniture. */
  readonly furnitureModel: FurnitureModel;
  readonly patterns: Readonly<Record<(typeof patternNames)[number], RegExp>>;
  readonly scripts: ScriptTable;
}

/** Parse the files of `src/data/strip/`. Throws a sentence naming file and row when one is not as its header says. */
export function parseStripRules(read: ReadFile, scripts: ScriptTable): StripRules {
  const rows = (name: string, columns: number) => readRows(`strip/${name}`, read, columns);
  const lineRules = rows('line-rules.tsv', 8).map(parseLineRule);
  const menuLabels = new Set(rows('menu-labels.txt', 1).flat());
  const weights = ['strong', 'weak'] as const;
  const spamWords = new Map(
    rows('spam-words.txt', 2).map(
      ([weight = '', term = '']) =>
        [term, oneOf('strip/spam-words.txt', weight, weights) === 'strong'] as const,
    ),
  );
  const gluedRules = rows('glued-rules.tsv', 5).map(parseGluedRule);
  return {
    lineRules,
    ruleIndex: indexRules(lineRules),
    gluedRules,
    gluedByUnit: Map.groupBy(gluedRules, ({ parts }) => parts.join('').charCodeAt(0)),
    spamWords,
    spamLexicon: buildLexicon(spamWords),
    menuLabels,
    interfaceWords: parseInterfaceWords(rows('interface-words.tsv', 3), menuLabels),
    listWords: readLexicon(rows('list-words.tsv', 3), (place) => ({
      place: oneOf('strip/list-words.tsv', place, places),
    })),
    pitchWords: readLexicon(rows('pitch-words.tsv', 3), (role) => ({
      role: oneOf('strip/pitch-words.tsv', role, pitches),
    })),
    siteEndings: new Map(rows('site-endings.tsv', 2).map(([ending = '', fixture = '']) => [ending, fixture])),
    furnitureModel: parseFurnitureModel(rows('furniture-model.tsv', 2)),
    patterns: readPatterns('strip/patterns.tsv', read, patternNames),
    scripts,
  };
}

type Row = readonly string[];

function parseLineRule(row: Row): LineRule {
  const file = 'strip/line-rules.tsv';
  const [rule = '', kind = '', match = '', region = '', longest = '', extent = '', words = '', fixture = ''] =
    row;
  return {
    rule,
    kind: oneOf(file, kind, removalKinds),
    match: oneOf(file, match, matches),
    region: oneOf(file, region, regions),
    longest: toLength(file, longest),
    extent: oneOf(file, extent, extents),
    parts: toParts(words),
    fixture,
  };
}

function parseGluedRule([rule = '', kind = '', longest = '', words = '', fixture = '']: Row): GluedRule {
  const file = 'strip/glued-rules.tsv';
  return {
    rule,
    kind: oneOf(file, kind, removalKinds),
    longest: toLength(file, longest),
    parts: toParts(words),
    fixture,
  };
}

function parseInterfaceWords(rows: readonly Row[], labels: ReadonlySet<string>): Lexicon<InterfaceWord> {
  const words = new Map<string, InterfaceWord>();
  for (const label of labels) words.set(label, { kind: 'navigation', fixture: '' });
  for (const [kind = '', word = '', fixture = ''] of rows)
    words.set(word, { kind: oneOf('strip/interface-words.tsv', kind, removalKinds), fixture });
  return buildLexicon(words);
}

/** Rows of something said of a word, the word and its case. */
function readLexicon<Value>(
  rows: readonly Row[],
  parse: (value: string) => Value,
): Lexicon<Value & { readonly fixture: string }> {
  const entries = rows.map(
    ([value = '', word = '', fixture = '']) => [word, { ...parse(value), fixture }] as const,
  );
  return buildLexicon(new Map(entries));
}

function toParts(words: string): string[] {
  return words.split('…').filter((part) => part !== '');
}

function toLength(file: string, value: string): number {
  const length = Number(value);
  if (!(length > 0)) throw new Error(`${file}: “${value}” is no number of characters; correct the row.`);
  return length;
}
