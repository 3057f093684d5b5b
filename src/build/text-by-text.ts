/** `pages` with those of a text side by side; what belongs to no text comes first. Otherwise their order is kept. */
export function textByText<Page extends { readonly pathname: string }>(pages: readonly Page[]): Page[] {
  const bySlug = Map.groupBy(pages, ({ pathname }) => /^\/?texts\/([^/]+)\//.exec(pathname)?.[1] ?? '');
  const others = bySlug.get('') ?? [];
  bySlug.delete('');
  return [...others, ...[...bySlug.values()].flat()];
}
