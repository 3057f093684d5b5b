/** The collection in short: what lists of it need, so that the texts themselves need not stay in memory. */
import type { FrontMatter, Language } from '../contract/schema.ts';
import type { StoredEdition } from '../edition/load-edition.ts';

export interface ShelfEntry {
  readonly slug: string;
  readonly frontMatter: Readonly<Record<Language, FrontMatter>>;
}

export function toShelfEntry({ slug, frontMatter }: StoredEdition): ShelfEntry {
  return { slug, frontMatter };
}

/** `entries` with the latest first; those without a date come last, and texts of one day stand in the order of slugs. */
export function latestFirst(entries: readonly ShelfEntry[]): ShelfEntry[] {
  const dateOf = ({ frontMatter }: ShelfEntry) => frontMatter['zh-Hant'].date ?? '';
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return entries.toSorted((a, b) => compare(dateOf(b), dateOf(a)) || compare(a.slug, b.slug));
}

/** Whether a date is one of the calendar: the contract knows its form only, and `2012-13` has it. */
export function isCalendarDate(date: string): boolean {
  const moment = new Date(toMoment(date));
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date);
}

/** A date as the moment it begins: `2012-03` → `2012-03-01T00:00:00Z`. */
export function toMoment(date: string): string {
  return `${date}${'-01-01'.slice(date.length - 4)}T00:00:00Z`;
}
