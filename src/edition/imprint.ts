import type { Metadata } from '../contract/schema.ts';

/** Author, publisher and date in a line, as far as they are known: `葉開 · i天下網商 · 2012-03-04`. */
export function imprintOf({ author, publisher, date }: Omit<Metadata, 'title'>): string {
  return [author, publisher, date].filter(Boolean).join(' · ');
}
