/** Height of the running head at the top of the window, in pixels. */
const HEAD = 64;

/** The paragraph at the top of the window; none before the text begins. */
export function rowInView(): HTMLElement | undefined {
  const rows = [...document.querySelectorAll<HTMLElement>('.row')];
  const row = rows.find((candidate) => candidate.getBoundingClientRect().bottom > HEAD);
  return row === rows[0] && row && row.getBoundingClientRect().top > HEAD ? undefined : row;
}

/** Does something that may move the text, and keeps the paragraph in view where it was. */
export function keepRowInPlace(change: () => void): void {
  const row = rowInView();
  const before = row?.getBoundingClientRect().top ?? 0;
  change();
  if (row) scrollBy({ top: row.getBoundingClientRect().top - before, behavior: 'instant' });
}
