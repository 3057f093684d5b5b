/** What part a line has in a page. */
import type { Line } from '../page/line.ts';
import type { MetaLine } from '../page/meta-line.ts';
import type { Group } from './group.ts';

/** What a title line holds beside the title: `from` and `to` are UTF-16 offsets in the line. */
export interface TitleParts {
  readonly from: number;
  readonly to: number;
  /** Why what stands before, and what stands after, is no part of the title. */
  readonly before?: TitleCut;
  readonly after?: TitleCut;
}

export interface TitleCut {
  readonly rule: 'hashes' | 'breadcrumb' | 'title-label' | 'title-prefix' | 'title-suffix' | 'title-byline';
  readonly meta: MetaLine;
}

/** The depth of a heading, 2–6, and the length of the `## ` before it, where the text has such a sign. */
export interface HeadingMark {
  readonly depth: number;
  readonly hashes?: number;
}

/** A line and its part in the page; a group has its first line here. */
export type Part =
  | { readonly role: 'title'; readonly line: Line; readonly title: TitleParts }
  | { readonly role: 'byline'; readonly line: Line; readonly meta: MetaLine }
  | { readonly role: 'excerpt'; readonly line: Line; readonly of: Line; readonly letters: number }
  | { readonly role: 'site-name'; readonly line: Line; readonly meta: MetaLine }
  | { readonly role: 'repeated-title'; readonly line: Line }
  | ({ readonly role: 'heading'; readonly line: Line } & HeadingMark)
  | { readonly role: 'group'; readonly line: Line; readonly group: Group }
  | { readonly role: 'paragraph'; readonly line: Line };

/** Gives the restored text of a part. */
export type TextOf = (part: Part) => string;

const removedRoles: ReadonlySet<Part['role']> = new Set(['byline', 'excerpt', 'site-name', 'repeated-title']);

/** Does the whole line go? */
export function isRemoved({ role }: Part): boolean {
  return removedRoles.has(role);
}
