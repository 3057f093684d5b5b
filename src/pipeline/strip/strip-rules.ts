/** What the phase `strip` knows: read from `src/data/strip/`, checked, never written here. */

import { readRows } from '../../data/read-rows.ts';
import { type RemovalKind, removalKinds } from '../../edition/vocabulary.ts';
import type { ScriptTable } from './line.ts';

const matches = ['is', 'starts', 'has'] as const;
const regions = ['head', 'tail', 'edge', 'any'] as const;
const extents = ['line', 'list', 'value'] as const;

/** A row of `line-rules.tsv`; the file says what the columns mean. */
export interface LineRule {
  readonly rule: string;
  readonly kind: RemovalKind;
  readonly match: (typeof matches)[number];
  readonly region: (typeof regions)[number];
  readonly longest: number;
  readonly extent: (typeof extents)[number];
  readonly parts: readonly string[];
  readonly fixture: string;
}

export interface StripRules {
  readonly lineRules: readonly LineRule[];
  /** Spam vocabulary: term → is it strong? */
  readonly spamWords: ReadonlyMap<string, boolean>;
  readonly menuLabels: ReadonlySet<string>;
  readonly scripts: ScriptTable;
}

/** Parse the files of `src/data/strip/`. Throws a sentence naming file and row when one is not as its header says. */
export function parseStripRules(read: (name: string) => string, scripts: ScriptTable): StripRules {
  const words = readRows('strip/spam-words.txt', read, 2);
  return {
    lineRules: readRows('strip/line-rules.tsv', read, 8).map(parseLineRule),
    spamWords: new Map(
      words.map(([weight, term]) => [term!, oneOf(weight!, ['strong', 'weak']) === 'strong']),
    ),
    menuLabels: new Set(readRows('strip/menu-labels.txt', read, 1).map(([label]) => label!)),
    scripts,
  };
}

function parseLineRule(row: readonly string[]): LineRule {
  const [rule, kind, match, region, longest, extent, words, fixture] = row as [string, ...string[]];
  return {
    rule,
    kind: oneOf(kind!, removalKinds),
    match: oneOf(match!, matches),
    region: oneOf(region!, regions),
    longest: toLength(longest!),
    extent: oneOf(extent!, extents),
    parts: words!.split('…').filter((part) => part !== ''),
    fixture: fixture!,
  };
}

function toLength(value: string): number {
  const length = Number(value);
  if (!(length > 0)) throw new Error(`A rule says “${value}” where a number of characters is expected.`);
  return length;
}

function oneOf<T extends string>(value: string, allowed: readonly T[]): T {
  const found = allowed.find((name) => name === value);
  if (found === undefined)
    throw new Error(`A rule says “${value}” where one of ${allowed.join(', ')} is expected.`);
  return found;
}
