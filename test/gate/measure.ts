/** How much of a page's text `restore` keeps and how much of its furniture it removes, measured by snippets. */
import { createHash } from 'node:crypto';
import type { Edition } from '../../src/contract/edition.ts';
import type { Metadata } from '../../src/contract/schema.ts';
import { isWithheld } from '../../src/contract/schema.ts';
import { restore } from '../../src/pipeline/index.ts';
import { foldPlain } from '../../src/pipeline/page/line.ts';
import type { Rules } from '../../src/pipeline/rules.ts';
import { parseMarkdown } from '../support/parse-markdown.ts';

const fields = ['title', 'author', 'date', 'publisher'] as const;
export type Field = (typeof fields)[number];

/** A line of a snippets file: what stands in a page. `null` where the page states no such thing. */
export interface PageCase extends Readonly<Record<Field, string | null>> {
  readonly id: string;
  /** Snippets of the body. */
  readonly must: readonly string[];
  /** Snippets of spam and furniture. */
  readonly mustnot: readonly string[];
}

/** What became of one page. */
export interface Outcome {
  readonly id: string;
  readonly must: number;
  readonly mustnot: number;
  readonly missed: readonly string[];
  readonly left: readonly string[];
  /** Fields the page states, and those of them that came out as stated. */
  readonly stated: readonly Field[];
  readonly right: readonly Field[];
  /** Fields other than the title that the page does not state and the edition has. */
  readonly invented: readonly Field[];
  readonly metadata: Metadata;
  readonly doubts: number;
  /** Characters removed whose words are not shown. */
  readonly withheld: number;
}

/** The cases of a snippets file, one JSON object a line. */
export function parseCases(source: string): PageCase[] {
  return source
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as PageCase);
}

/** Restore `bytes` and compare with what the page is known to say. */
export function measurePage(bytes: Uint8Array, page: PageCase, rules: Rules): Outcome {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const edition = restore({ siglum: 'page', slug: 'page', sha256, origin: 'A page', bytes }, rules);
  const fold = (text: string) => foldPlain(text, rules.strip.scripts.fold);
  const body = fold(bodyOf(edition));
  const all = `${fold(edition.frontMatter['zh-Hans'].title)}\n${body}`;
  const metadata = edition.frontMatter['zh-Hans'];
  const isRight = (field: Field) => fold(metadata[field] ?? '') === fold(page[field] ?? '');
  const stated = fields.filter((field) => page[field] !== null);
  return {
    id: page.id,
    must: page.must.length,
    mustnot: page.mustnot.length,
    missed: page.must.filter((snippet) => !body.includes(fold(snippet))),
    left: page.mustnot.filter((snippet) => all.includes(fold(snippet))),
    stated,
    right: stated.filter(isRight),
    invented: fields.filter((field) => field !== 'title' && page[field] === null && metadata[field]),
    metadata,
    doubts: edition.apparatus.doubts.length,
    withheld: edition.apparatus.removals
      .filter(({ kind }) => isWithheld(kind))
      .reduce((sum, { characters }) => sum + characters, 0),
  };
}

/** The plain text of the Simplified Markdown, without its front matter. */
function bodyOf({ markdown }: Edition): string {
  return parseMarkdown(markdown['zh-Hans'], 'gfm')
    .blocks.map(({ text }) => text)
    .join('\n');
}

/** Sums over pages. */
export interface Totals {
  readonly must: number;
  readonly kept: number;
  readonly mustnot: number;
  readonly removed: number;
  readonly stated: number;
  readonly right: number;
  readonly invented: number;
}

export function sumUp(outcomes: readonly Outcome[]): Totals {
  const sum = (count: (outcome: Outcome) => number) => outcomes.reduce((total, o) => total + count(o), 0);
  return {
    must: sum(({ must }) => must),
    kept: sum(({ must, missed }) => must - missed.length),
    mustnot: sum(({ mustnot }) => mustnot),
    removed: sum(({ mustnot, left }) => mustnot - left.length),
    stated: sum(({ stated }) => stated.length),
    right: sum(({ right }) => right.length),
    invented: sum(({ invented }) => invented.length),
  };
}
