import type { Order } from './arrange.ts';

const ORDER_FOLDER: Record<Order, string> = { date: '', title: 'title/', publisher: 'publisher/' };

/** Where a page of the catalogue stands: `cataloguePath('date', 1)` → `` (the home page), `('title', 2)` → `catalogue/title/2/`. */
export function cataloguePath(order: Order, page = 1): string {
  if (order === 'date' && page === 1) return '';
  return pagePath(`catalogue/${ORDER_FOLDER[order]}`, page);
}

/** Where the list of a publisher's texts stands; its name is in {@link Publisher}'s slug. */
export function publisherPath(slug: string, page = 1): string {
  return pagePath(`publishers/${slug}/`, page);
}

/** Where the list of a year's texts stands; `undefined`: those without a year. */
export function yearPath(year: string | undefined, page = 1): string {
  return pagePath(`years/${year ?? 'undated'}/`, page);
}

/** The first page of a list is its folder, the others are numbered in it. */
function pagePath(folder: string, page: number): string {
  return page === 1 ? folder : `${folder}${page}/`;
}
