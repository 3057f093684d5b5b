import { type Edition, loadEdition } from '../../edition/load-edition.ts';

let slugAtHand: string | undefined;
let atHand: Promise<Edition>;

/** The edition whose pages are being made: they are made one after another, and it is read once for all of them. */
export function editionAtHand(slug: string): Promise<Edition> {
  if (import.meta.env.DEV) return loadEdition(slug);
  if (slug !== slugAtHand) {
    slugAtHand = slug;
    atHand = loadEdition(slug);
  }
  return atHand;
}
