import type { Language } from '../edition/schema.ts';
import { searchWordingIn } from '../messages/search-wording.ts';
import type { Place } from './inside/find-in-text.ts';

/** The field for searching the open text, and what stands beside it. */
interface Parts {
  field: HTMLInputElement;
  count: HTMLElement;
  previous: HTMLButtonElement;
  next: HTMLButtonElement;
}

/**
 * Brings the search in the open text to life. What it needs to compare the scripts comes with the first search, so that a
 * page that is only read stays light.
 */
export function searchInText(root: HTMLElement | null): void {
  if (!root || !('highlights' in CSS)) return;
  const find = <T extends HTMLElement>(name: string) => root.querySelector<T>(`[data-part="${name}"]`)!;
  const parts: Parts = {
    field: find('field'),
    count: find('count'),
    previous: find('previous'),
    next: find('next'),
  };
  let places: Place[] = [];
  let at = -1;
  const go = (step: number) => {
    if (places.length === 0) return;
    at = (at + step + places.length) % places.length;
    show(places, at, parts);
  };
  const search = async () => {
    const { findInText } = await import('./inside/find-in-text.ts');
    places = findInText(parts.field.value);
    at = -1;
    CSS.highlights.set('hit', new Highlight(...places.flat()));
    CSS.highlights.delete('hit-current');
    announce(places, at, parts);
  };
  parts.field.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) void search();
  });
  parts.field.addEventListener('compositionend', search);
  parts.field.addEventListener('keydown', async (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (places.length === 0) await search();
      go(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') {
      parts.field.value = '';
      await search();
    }
  });
  parts.previous.addEventListener('click', () => go(at < 0 ? 0 : -1));
  parts.next.addEventListener('click', () => go(1));
}

function show(places: readonly Place[], at: number, parts: Parts): void {
  const place = places[at]!;
  CSS.highlights.set('hit-current', new Highlight(...place));
  const { top, bottom } = place[0]!.getBoundingClientRect();
  if (top < 64 || bottom > innerHeight - 64) scrollBy({ top: top - innerHeight / 3 });
  announce(places, at, parts);
}

function announce(places: readonly Place[], at: number, { field, count, previous, next }: Parts): void {
  const word = searchWordingIn(document.documentElement.lang as Language);
  const all = places.length;
  const isEmpty = field.value.trim() === '';
  const counted = at < 0 ? word('places', { n: all }) : word('inTextAt', { n: at + 1, all });
  count.textContent = isEmpty ? '' : all === 0 ? word('inTextNone') : counted;
  previous.hidden = next.hidden = all === 0;
}
