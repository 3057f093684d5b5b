/** A page of the site: its path below the base, and its title. */
export interface KnownPage {
  path: string;
  title: string;
}

/** Pages offered at most. */
const MOST = 5;

/**
 * The pages whose addresses are nearest to one that is none, nearest first: `texts/leter-to-ma-huateng/zh-hant` finds
 * `texts/letter-to-ma-huateng/`. None where nothing is near.
 */
export function nearestPages(wanted: string, pages: readonly KnownPage[]): KnownPage[] {
  const name = nameOf(wanted);
  if (name === '') return [];
  const limit = Math.max(1, Math.floor(name.length / 3));
  return pages
    .map((page) => ({ page, distance: distanceTo(name, nameOf(page.path)) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ page }) => page);
}

/** Parts of an address that say which view of a text is meant, and no text. */
const VIEWS = new Set(['texts', 'zh-hans', 'zh-hant', 'apparatus', 'index.html', '']);

/** The telling part of an address: `/texts/River-Letter/zh-hant/index.html` → `river-letter`. */
function nameOf(path: string): string {
  const parts = path.toLowerCase().split('/');
  return (parts.findLast((part) => !VIEWS.has(part)) ?? '').replace(/\.(?:html?|md|json)$/, '');
}

/** How far apart two names are; one that begins like the other is nearer than their lengths say. */
function distanceTo(wanted: string, known: string): number {
  if (known === '') return Number.POSITIVE_INFINITY;
  if (wanted.length > 2 && (known.startsWith(wanted) || wanted.startsWith(known))) return 1;
  return Math.min(editDistance(wanted, known), 1 + editDistance(wanted, known.slice(0, wanted.length + 1)));
}

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  const others = b.split('');
  let distances = others.map((_, index) => index + 1);
  let distance = b.length;
  for (const [index, letter] of a.split('').entries()) {
    let diagonal = index;
    distance = index + 1;
    distances = distances.map((above, column) => {
      distance = Math.min(diagonal + Number(letter !== others[column]), above + 1, distance + 1);
      diagonal = above;
      return distance;
    });
  }
  return distance;
}
