/**
 * Starts the filter of the catalogue: entries without the words typed are hidden, and headings with no entry left.
 * Each entry carries its title in the other script, so either script finds it.
 */
export function filterEntries(): void {
  const form = document.querySelector<HTMLFormElement>('#filter');
  const field = form?.querySelector('input');
  const status = form?.querySelector<HTMLElement>('[role="status"]');
  if (!form || !field || !status) return;
  const show = () => {
    const found = showOnly(wordsOf(field.value));
    status.textContent = field.value.trim() ? (status.dataset.found ?? '').replace('#', String(found)) : '';
  };
  field.addEventListener('input', show);
  show();
}

function wordsOf(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/** Shows the entries that have all the words, and says how many there are. */
function showOnly(words: readonly string[]): number {
  let found = 0;
  for (const section of document.querySelectorAll<HTMLElement>('#list > section')) {
    const entries = [...section.querySelectorAll<HTMLElement>('.entry')];
    for (const entry of entries) entry.hidden = !hasAll(entry, words);
    const shown = entries.filter(({ hidden }) => !hidden).length;
    section.hidden = shown === 0;
    found += shown;
  }
  return found;
}

function hasAll(entry: HTMLElement, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const parts = [...entry.querySelectorAll('bdi, time')].map(({ textContent }) => textContent);
  const text = fold([...parts, entry.dataset.find].join(' '));
  return words.every((word) => text.includes(word));
}
