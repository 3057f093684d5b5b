import type { Apparatus, Language } from '../../../contract/schema.ts';
import { searchWordingIn } from '../../wording/search-wording.ts';
import type { Side } from './inside/filter-records.ts';

/**
 * Starts the search in an open apparatus: 國 under "restored to" leaves the entries whose reading has 國 or 国. The
 * records come with the first search, from the file named by `data-records`.
 */
export function searchInApparatus(root: HTMLElement | null): void {
  const field = root?.querySelector<HTMLInputElement>('[data-part="field"]');
  const side = root?.querySelector<HTMLSelectElement>('[data-part="side"]');
  const count = root?.querySelector('[data-part="count"]');
  if (!root || !field || !side || !count) return;
  const word = searchWordingIn(document.documentElement.lang as Language);
  let loading: Promise<Apparatus> | undefined;
  const filter = async () => {
    loading ??= fetch(root.dataset.records ?? '').then((response) => response.json());
    const { filterRecords } = await import('./inside/filter-records.ts');
    const shown = filterRecords(await loading, field.value, side.value as Side);
    const isEmpty = field.value.trim() === '';
    count.textContent = isEmpty ? '' : shown === 0 ? word('noneOfEntries') : word('entries', { n: shown });
  };
  field.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) void filter();
  });
  field.addEventListener('compositionend', filter);
  side.addEventListener('change', filter);
}
