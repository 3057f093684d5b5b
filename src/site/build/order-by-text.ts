/**
 * `pages` as Astro lists them, route by route, in the order they are to be made in: those of a text one after another, so
 * that it is read and rendered once for all of them. Otherwise their order is kept.
 */
export function orderByText<Page extends { readonly pathname: string }>(pages: readonly Page[]): Page[] {
  const slugOf = ({ pathname }: Page) => /^\/?texts\/([^/]+)/.exec(pathname)?.[1];
  return [...Map.groupBy(pages, slugOf).values()].flat();
}
