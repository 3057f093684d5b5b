import type { FrontMatter, Language } from '../contract/schema.ts';
import type { StoredEdition } from '../edition/load-edition.ts';

/** A text in short: what lists of the collection need, so that the texts themselves need not stay in memory. */
export interface TextEntry {
  readonly slug: string;
  readonly frontMatter: Readonly<Record<Language, FrontMatter>>;
}

export function toTextEntry({ slug, frontMatter }: StoredEdition): TextEntry {
  return { slug, frontMatter };
}

/** `entries` with the latest first; those without a date come last, and texts of one day stand in the order of slugs. */
export function latestFirst(entries: readonly TextEntry[]): TextEntry[] {
  const dateOf = ({ frontMatter }: TextEntry) => frontMatter['zh-Hant'].date ?? '';
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return entries.toSorted((a, b) => compare(dateOf(b), dateOf(a)) || compare(a.slug, b.slug));
}
