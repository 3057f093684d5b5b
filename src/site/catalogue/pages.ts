import type { Group, Listed } from './arrange.ts';

/** Entries on a page of the catalogue. */
const PAGE_SIZE = 100;

/** One page of a list, counted from 1. */
export interface ListPage {
  page: number;
  pages: number;
  /** The entries of the page under their headings. */
  sections: Section[];
}

export interface Section {
  group: Group;
  entries: [Listed, ...Listed[]];
}

/** Cuts a list into pages; an empty list has one empty page. */
export function paginate(listed: readonly Listed[], size = PAGE_SIZE): ListPage[] {
  const pages = Math.max(1, Math.ceil(listed.length / size));
  return Array.from({ length: pages }, (_, index) => ({
    page: index + 1,
    pages,
    sections: inSections(listed.slice(index * size, (index + 1) * size)),
  }));
}

function inSections(listed: readonly Listed[]): Section[] {
  const sections = new Map<string, Section>();
  for (const entry of listed) {
    const section = sections.get(entry.group.id);
    if (section) section.entries.push(entry);
    else sections.set(entry.group.id, { group: entry.group, entries: [entry] });
  }
  return [...sections.values()];
}

/** A heading, and the first page it stands on. */
export interface Jump extends Group {
  page: number;
  count: number;
}

/** Every heading of a list in its order, so that a reader can go straight to it. */
export function jumpsOf(pages: readonly ListPage[]): Jump[] {
  const jumps = new Map<string, Jump>();
  for (const { page, sections } of pages) {
    for (const { group, entries } of sections) {
      const known = jumps.get(group.id);
      if (known) known.count += entries.length;
      else jumps.set(group.id, { ...group, page, count: entries.length });
    }
  }
  return [...jumps.values()];
}

/** Which page numbers to offer: `nearbyPages(6, 100)` → 1 … 4 5 6 7 8 … 100, where 0 is what is left out. */
export function nearbyPages(page: number, pages: number): number[] {
  const near = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (n) => n === 1 || n === pages || Math.abs(n - page) <= 2,
  );
  return near.flatMap((n, index) => (n - (near[index - 1] ?? 0) > 1 ? [0, n] : [n]));
}
