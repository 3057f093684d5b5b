/** What the phase `structure` knows: read from `src/data/structure/`, checked, never written here. */
import { readRows } from '../../data/read-rows.ts';
import type { ScriptTable } from '../strip/line.ts';

const fields = ['author', 'date', 'publisher', 'other'] as const;
export type MetaField = (typeof fields)[number];

export interface StructureRules {
  /** Label → the field it announces; longest labels first. */
  readonly metaLabels: readonly (readonly [label: string, field: MetaField])[];
  readonly publisherEndings: readonly string[];
  readonly excerptLabels: readonly string[];
  /** Ways of numbering headings, `一、`; the first that fits is taken. */
  readonly headingSchemes: readonly (readonly [name: string, pattern: RegExp])[];
  readonly scripts: ScriptTable;
}

/** Parse the files of `src/data/structure/`. Throws a sentence naming the file when one is not as its header says. */
export function parseStructureRules(read: (name: string) => string, scripts: ScriptTable): StructureRules {
  const column = (name: string) => readRows(name, read, 1).map(([value]) => value!);
  return {
    metaLabels: readRows('structure/meta-labels.tsv', read, 3)
      .map(([field, label]) => [label!, fieldOf(field!)] as const)
      .sort(([a], [b]) => b.length - a.length),
    publisherEndings: column('structure/publisher-endings.txt'),
    excerptLabels: column('structure/excerpt-labels.txt'),
    headingSchemes: readRows('structure/heading-schemes.tsv', read, 3).map(
      ([name, pattern]) => [name!, new RegExp(`^(?:${pattern})`, 'u')] as const,
    ),
    scripts,
  };
}

function fieldOf(value: string): MetaField {
  const field = fields.find((name) => name === value);
  if (field === undefined)
    throw new Error(`structure/meta-labels.tsv: no field “${value}”; use ${fields.join(', ')}.`);
  return field;
}
