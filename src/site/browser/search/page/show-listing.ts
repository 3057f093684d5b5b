import type { Search } from '../../../search/search-texts.ts';
import { searchWordingIn } from '../../../wording/search-wording.ts';
import { quoted } from './quoted.ts';
import type { Regions } from './regions.ts';

const BATCH = 10;

/** Findings ready to be shown. */
export interface Listing extends Pick<Search, 'count' | 'isAtMost' | 'hits' | 'facet' | 'left'> {
  /** What was looked for. */
  source: string;
  /** What must be said of the search itself: that it looked through few texts. */
  notice?: string;
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

let current: Listing | undefined;

/** Shows the first findings, says how many there are, and offers the others. Where there are none after all, shows nothing. */
export async function showListing(listing: Listing, regions: Regions): Promise<boolean> {
  const left = regions.isPage ? (history.state as LeftListing | null) : null;
  const past = left?.address === location.search ? left : undefined;
  const shown = Math.max(past?.shown ?? 0, BATCH);
  const items = await listing.next(shown);
  if (items.length === 0 && listing.left() === 0) return false;
  current = listing;
  regions.list.replaceChildren(...items);
  regions.status.textContent = (listing.notice ?? '') + describeCount(listing, regions);
  offerMore(listing, shown, regions);
  rememberOnLeaving(shown, regions);
  if (past) returnTo(past, regions);
  return true;
}

function describeCount({ source, count: n, isAtMost, hits }: Listing, { language }: Regions): string {
  const phrase = isAtMost ? 'foundAtMost' : hits > 0 ? 'foundPlaces' : 'found';
  return searchWordingIn(language)(phrase, { q: quoted(source), n, hits });
}

/** The findings are not yet there when the browser goes back to where the reader was. */
function returnTo({ link, top }: LeftListing, { list }: Regions): void {
  if (link === undefined || top === undefined) return;
  const links = [...list.querySelectorAll('a')];
  links.find(({ href }) => href === link)?.focus({ preventScroll: true });
  scrollTo({ top, behavior: 'instant' });
}

function rememberOnLeaving(shown: number, { list, isPage }: Regions): void {
  if (!isPage) return;
  list.onclick = ({ target }) => {
    const link = (target as Element).closest('a')?.href;
    if (link) remember({ address: location.search, shown, link, top: scrollY });
  };
}

function remember(past: LeftListing): void {
  history.replaceState(past, '');
}

function offerMore(listing: Listing, shown: number, regions: Regions): void {
  const { list, more, language, isPage } = regions;
  const left = listing.left();
  more.hidden = left === 0;
  more.disabled = false;
  more.textContent = searchWordingIn(language)('more', { n: Math.min(left, BATCH) });
  const showMore = async () => {
    more.disabled = true;
    const items = await listing.next(BATCH);
    if (current !== listing) return; // the reader looks for something else
    list.append(...items);
    if (isPage) remember({ address: location.search, shown: shown + BATCH });
    rememberOnLeaving(shown + BATCH, regions);
    offerMore(listing, shown + BATCH, regions);
    items[0]?.querySelector('a')?.focus({ preventScroll: true });
  };
  more.onclick = () =>
    showMore().catch((error) => {
      console.error(error);
      more.disabled = false;
      regions.status.textContent = searchWordingIn(language)('failed');
    });
}
