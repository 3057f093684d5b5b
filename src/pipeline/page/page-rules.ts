/** What is known of names, bylines and sites: read from `src/data/page/`, checked, never written here. */
import { readPatterns } from '../../data/read-patterns.ts';
import { longestFirst, oneOf, type ReadFile, readRows, readWords } from '../../data/read-rows.ts';
import type { ScriptTable } from '../text/script-table.ts';
import { buildDateRules, type DateRules, datePatternNames } from './read-date.ts';

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

/** The rows of `patterns.tsv`, whose header says what each finds. */
const patternNames = [
  ...(['authorLabel', 'bylineParticle', 'clock', 'count', 'credit', 'dispatch'] as const),
  ...(['noPoster', 'postedAt', 'postedAtGlued', 'postedBy', 'reposted'] as const),
  ...(['dateGaps', 'dateVerb', 'timestamp', 'today'] as const),
  ...(['company', 'noSite', 'rightsAfter', 'rightsBefore', 'welcome'] as const),
  ...datePatternNames,
] as const;

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
  readonly dates: DateRules;
  readonly pagePatterns: Readonly<Record<(typeof patternNames)[number], RegExp>>;
  readonly scripts: ScriptTable;
}

/** Parse the files of `src/data/page/`. Throws a sentence naming the file when one is not as its header says. */
export function parsePageRules(read: ReadFile, scripts: ScriptTable): PageRules {
  const words = (name: string) => readWords(`page/${name}`, read);
  const rows = (name: string, columns: number) => readRows(`page/${name}`, read, columns);
  const nameWords = (where: string) =>
    longestFirst(rows('name-words.tsv', 3).flatMap(([side, word = '']) => (side === where ? [word] : [])));
  const metaLabels = rows('meta-labels.tsv', 3)
    .map(([field = '', label = '']) => [label, oneOf('page/meta-labels.tsv', field, fields)] as const)
    .sort(([a], [b]) => b.length - a.length);
  const pagePatterns = readPatterns('page/patterns.tsv', read, patternNames);
  const numerals = rows('numerals.tsv', 3).map(([numeral = '', digits = '']) => [numeral, digits] as const);
  return {
    metaLabels,
    labelled: toLabelled(metaLabels.map(([label]) => label)),
    nameEndings: rows('publisher-endings.tsv', 4).map(toEnding),
    breadcrumbRoots: words('breadcrumb-roots.tsv'),
    nameWords: { before: nameWords('before'), after: nameWords('after') },
    roleEndings: words('role-endings.tsv'),
    schoolEndings: words('school-endings.tsv'),
    surnames: new Set(rows('surnames.txt', 1).flat()),
    issuerEndings: words('issuer-endings.tsv'),
    emptyNames: new Set(words('empty-names.tsv')),
    dates: buildDateRules(pagePatterns, new Map(numerals)),
    pagePatterns,
    scripts,
  };
}

/** Labels of two characters are often spaced out: 作　者：. */
function toLabelled(labels: readonly string[]): RegExp {
  const words = labels.map((label) => [...label].join(label.length === 2 ? '[ \u3000]{0,4}' : ''));
  return new RegExp(`(?:${words.join('|')})[ \u3000]?[:：]`, 'giu');
}

function toEnding([line, kind, ending = '']: readonly string[]): NameEnding {
  return { ending, isLine: line === 'line', isPublisher: kind === 'publisher' };
}
