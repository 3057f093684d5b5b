import type { Facet } from '../../../search/register/facets.ts';
import type { FacetCount } from '../../../search/register/filters.ts';
import { searchWordingIn } from '../../../wording/search-wording.ts';
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

/** What was shown when the reader left the page, and where they were; on the way back it is so again. */
interface LeftListing {
  address: string;
  shown: number;
  /** The link they left by, and how far down the page was. */
  link?: string;
  top?: number;
}

/** Shows the first findings, says how many there are, and offers the others. */
export async function showListing(listing: Listing, regions: Regions): Promise<void> {
  const word = searchWordingIn(regions.language);
  const past = history.state as LeftListing | null;
  const shown = past?.address === location.search ? Math.max(past.shown, BATCH) : BATCH;
  const items = await listing.next(shown);
  const { source: q, count: n, hits } = listing;
  regions.list.replaceChildren(...items);
  regions.status.textContent = word(hits > 0 ? 'foundPlaces' : 'found', { q, n, hits });
  offerMore(listing, shown, regions);
  rememberOnLeaving(shown, regions);
  if (past?.address === location.search) returnTo(past, regions);
}

/** The findings are not yet there when the browser goes back to where the reader was. */
function returnTo({ link, top }: LeftListing, { list }: Regions): void {
  if (link === undefined || top === undefined) return;
  const links = [...list.querySelectorAll('a')];
  links.find(({ href }) => href === link)?.focus({ preventScroll: true });
  scrollTo({ top, behavior: 'instant' });
}

function rememberOnLeaving(shown: number, { list }: Regions): void {
  list.onclick = ({ target }) => {
    const link = (target as Element).closest('a')?.href;
    if (link) remember({ address: location.search, shown, link, top: scrollY });
  };
}

function remember(past: LeftListing): void {
  history.replaceState(past, '');
}

function offerMore(listing: Listing, shown: number, regions: Regions): void {
  const { list, more, language } = regions;
  const left = listing.count - shown;
  more.hidden = left <= 0;
  more.textContent = searchWordingIn(language)('more', { n: Math.min(left, BATCH) });
  more.onclick = async () => {
    const items = await listing.next(BATCH);
    list.append(...items);
    remember({ address: location.search, shown: shown + BATCH });
    rememberOnLeaving(shown + BATCH, regions);
    offerMore(listing, shown + BATCH, regions);
    items[0]?.querySelector('a')?.focus({ preventScroll: true });
  };
}
