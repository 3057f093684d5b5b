import { loadEdition, type StoredEdition } from '../../edition/load-edition.ts';

let cached: { readonly slug: string; readonly edition: Promise<StoredEdition> } | undefined;

/** An edition from its files. The last one is cached: a build makes the pages of a text one after another. */
export function cachedEdition(slug: string): Promise<StoredEdition> {
  if (import.meta.env.DEV) return loadEdition(slug);
  if (cached?.slug !== slug) cached = { slug, edition: loadEdition(slug) };
  return cached.edition;
}
