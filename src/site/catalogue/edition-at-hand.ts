import { loadEdition, type StoredEdition } from '../../edition/load-edition.ts';

let slugAtHand: string | undefined;
let atHand: Promise<StoredEdition>;

/** The edition whose pages are being made: they are made one after another, and it is read once for all of them. */
export function editionAtHand(slug: string): Promise<StoredEdition> {
  if (import.meta.env.DEV) return loadEdition(slug);
  if (slug !== slugAtHand) {
    slugAtHand = slug;
    atHand = loadEdition(slug);
  }
  return atHand;
}
