import type { StoredEdition } from '../../edition/load-edition.ts';

/** What the parts of a book are made from. */
export interface BookSource {
  readonly edition: StoredEdition;
  /** Address of the text on the site, where the site's is known. */
  readonly address?: string;
}
