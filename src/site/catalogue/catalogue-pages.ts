import type { Language } from '../../contract/schema.ts';
import { arrange, type Order } from './arrange.ts';
import { type Jump, jumpsOf, type ListPage, paginate } from './pages.ts';
import type { Summary } from './summarize.ts';

/** All that a page of the catalogue shows. */
interface CatalogueProps {
  order: Order;
  list: ListPage;
  jumps: Jump[];
  total: number;
}

/** The pages of the catalogue in one order and script. */
export function cataloguePages(
  texts: readonly Summary[],
  order: Order,
  language: Language,
): CatalogueProps[] {
  const pages = paginate(arrange(texts, order, language));
  const jumps = jumpsOf(pages);
  return pages.map((list) => ({ order, list, jumps, total: texts.length }));
}
