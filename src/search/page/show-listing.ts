import type { Language } from '../../edition/schema.ts';
import { searchWordingIn } from '../../messages/search-wording.ts';
import type { Facet } from '../register/facets.ts';
import type { FacetCount } from '../register/filters.ts';
import type { Regions } from './regions.ts';

const BATCH = 10;

/** Findings ready to be shown. */
export interface Listing {
  /** What was looked for. */
  source: string;
  count: number;
  hits: number;
  facet: (facet: Facet) => Promise<FacetCount[]>;
  next: (limit: number) => Promise<HTMLLIElement[]>;
}

/** What was shown when the reader left the page; on the way back it is shown again. */
interface Past {
  address: string;
  shown: number;
}

/** Shows the first findings, says how many there are, and offers the others. */
export async function showListing(listing: Listing, language: Language, regions: Regions): Promise<void> {
  const word = searchWordingIn(language);
  const past = history.state as Past | null;
  const shown = past?.address === location.search ? Math.max(past.shown, BATCH) : BATCH;
  const items = await listing.next(shown);
  const { source: q, count: n, hits } = listing;
  regions.list.replaceChildren(...items);
  regions.status.textContent = word(hits > 0 ? 'foundPlaces' : 'found', { q, n, hits });
  offerMore(listing, shown, language, regions);
}

function offerMore(listing: Listing, shown: number, language: Language, regions: Regions): void {
  const { list, more } = regions;
  const left = listing.count - shown;
  more.hidden = left <= 0;
  more.textContent = searchWordingIn(language)('more', { n: Math.min(left, BATCH) });
  more.onclick = async () => {
    const items = await listing.next(BATCH);
    list.append(...items);
    const past: Past = { address: location.search, shown: shown + BATCH };
    history.replaceState(past, '');
    offerMore(listing, shown + BATCH, language, regions);
    items[0]?.querySelector('a')?.focus({ preventScroll: true });
  };
}
