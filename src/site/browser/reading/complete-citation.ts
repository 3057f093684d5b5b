/** What only the reader's machine knows of a citation: the paragraph's own address and the day. */
interface Access {
  /** The address in the citation as built. */
  from: string;
  /** The address it shall have. */
  to: string;
  /** `2026-11-22` */
  day: string;
}

/** Puts address and day of access into a citation by GB/T 7714: `…(2012-08-31). https://…` → `…(2012-08-31)[2026-11-22]. https://…#p7`. */
export function completeGbt(citation: string, { from, to, day }: Access): string {
  const before = citation.slice(0, citation.lastIndexOf(`. ${from}`));
  return `${before}[${day}]. ${to}`;
}

/** The same for BibTeX, whose field for the day is `urldate`. */
export function completeBibtex(entry: string, { from, to, day }: Access): string {
  return entry.replace(`  url = {${from}}`, () => `  url = {${to}},\n  urldate = {${day}}`);
}
