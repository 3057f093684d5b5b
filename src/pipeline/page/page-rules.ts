/** What is known of names, bylines and sites: read from `src/data/`, checked, never written here. */
import { type ReadFile, readRows } from '../../data/read-rows.ts';
import type { ScriptTable } from '../text/script-table.ts';

const fields = ['author', 'person', 'date', 'publisher', 'credit', 'editor', 'other'] as const;
/** `person`: an author, where a full name follows; `credit`: whoever made text or pictures, a person or a house: 圖/文：柳下網; `editor`: no author. */
export type MetaField = (typeof fields)[number];

/** How the name of a site or paper ends; see `publisher-endings.tsv`. */
export interface NameEnding {
  readonly ending: string;
  /** Does a line of its own that ends so name a site? */
  readonly isLine: boolean;
  /** Is it one that publishes, or a company whose site it is? */
  readonly isPublisher: boolean;
}

export interface PageRules {
  /** Label → the field it announces; longest labels first. */
  readonly metaLabels: readonly (readonly [label: string, field: MetaField])[];
  /** Finds labels with their colon in a folded text, blanks within them allowed. Global. */
  readonly labelled: RegExp;
  readonly nameEndings: readonly NameEnding[];
  readonly breadcrumbRoots: readonly string[];
  /** Words before and after a name that are no part of it: 本報記者 王小明 攝. */
  readonly nameWords: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly roleEndings: readonly string[];
  /** How the name of a school or class ends. */
  readonly schoolEndings: readonly string[];
  readonly surnames: ReadonlySet<string>;
  /** How the name of a house that gives notice ends: 柳下市教育局. */
  readonly issuerEndings: readonly string[];
  /** What stands in a field that says nothing: 未知. */
  readonly emptyNames: ReadonlySet<string>;
  readonly scripts: ScriptTable;
}

/** Parse the files that say how bylines and names look. Throws a sentence naming the file when one is not as its header says. */
export function parsePageRules(read: ReadFile, scripts: ScriptTable): PageRules {
  const { rows, labels } = structureFiles(read);
  const nameWords = (where: string) =>
    byLength(rows('name-words.tsv', 3).flatMap(([side, word]) => (side === where ? [word!] : [])));
  const metaLabels = rows('meta-labels.tsv', 3)
    .map(([field, label]) => [label!, oneOf('meta-labels.tsv', field!, fields)] as const)
    .sort(([a], [b]) => b.length - a.length);
  return {
    metaLabels,
    labelled: toLabelled(metaLabels.map(([label]) => label)),
    nameEndings: rows('publisher-endings.tsv', 4).map(toEnding),
    breadcrumbRoots: labels('breadcrumb-roots.tsv'),
    nameWords: { before: nameWords('before'), after: nameWords('after') },
    roleEndings: labels('role-endings.tsv'),
    schoolEndings: labels('school-endings.tsv'),
    surnames: new Set(readRows('surnames.txt', read, 1).map(([surname]) => surname!)),
    issuerEndings: labels('issuer-endings.tsv'),
    emptyNames: new Set(labels('empty-names.tsv')),
    scripts,
  };
}

/** The files of `src/data/structure/`: their rows, and of those with a label and its case the labels, longest first. */
export function structureFiles(read: ReadFile) {
  const rows = (name: string, columns: number) => readRows(`structure/${name}`, read, columns);
  return { rows, labels: (name: string) => byLength(rows(name, 2).map(([label]) => label!)) };
}

/** Longest first, so that 特約記者 is found before 記者. */
function byLength(words: readonly string[]): string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

/** Labels of two characters are often spaced out: 作　者：. */
function toLabelled(labels: readonly string[]): RegExp {
  const words = labels.map((label) => [...label].join(label.length === 2 ? '[ \u3000]{0,4}' : ''));
  return new RegExp(`(?:${words.join('|')})[ \u3000]?[:：]`, 'giu');
}

function toEnding([line, kind, ending]: readonly string[]): NameEnding {
  return { ending: ending!, isLine: line === 'line', isPublisher: kind === 'publisher' };
}

/** `value`, which must be one of `allowed`. */
export function oneOf<T extends string>(file: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((name) => name === value);
  if (found === undefined)
    throw new Error(`structure/${file}: “${value}” is none of ${allowed.join(', ')}; correct the row.`);
  return found;
}
