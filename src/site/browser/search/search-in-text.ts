import type { Language } from '../../../contract/schema.ts';
import { searchWordingIn } from '../../wording/search-wording.ts';
import type { Place } from './inside/find-in-text.ts';

/**
 * Starts the search in the open text. What it needs to compare the scripts is loaded with the first search, so that a
 * page that is only read stays light.
 */
export function searchInText(root: HTMLElement | null): void {
  const field = root?.querySelector<HTMLInputElement>('[data-part="field"]');
  const count = root?.querySelector<HTMLElement>('[data-part="count"]');
  const previous = root?.querySelector<HTMLElement>('[data-part="previous"]');
  const next = root?.querySelector<HTMLElement>('[data-part="next"]');
  if (field && count && previous && next && 'highlights' in CSS)
    new TextSearch({ field, count, previous, next });
}

interface Parts {
  readonly field: HTMLInputElement;
  readonly count: HTMLElement;
  readonly previous: HTMLElement;
  readonly next: HTMLElement;
}

class TextSearch {
  readonly #parts: Parts;
  #places: Place[] = [];
  /** The place the reader has gone to; −1 before the first step. */
  #at = -1;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { field, previous, next } = parts;
    previous.addEventListener('click', () => this.#go(-1));
    next.addEventListener('click', () => this.#go(1));
    field.addEventListener('keydown', (event) => void this.#press(event));
    field.addEventListener('compositionend', () => void this.#search());
    field.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) void this.#search();
    });
    // A fast reader has typed before this script came.
    if (field.value) void this.#search();
  }

  async #press(event: KeyboardEvent): Promise<void> {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (this.#places.length === 0) await this.#search();
      this.#go(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') {
      this.#parts.field.value = '';
      await this.#search();
    }
  }

  async #search(): Promise<void> {
    const { findInText } = await import('./inside/find-in-text.ts');
    this.#places = findInText(this.#parts.field.value);
    this.#at = -1;
    CSS.highlights.set('hit', new Highlight(...this.#places.flat()));
    CSS.highlights.delete('hit-current');
    this.#announce();
  }

  #go(step: number): void {
    const all = this.#places.length;
    if (all === 0) return;
    this.#at = this.#at < 0 && step < 0 ? all - 1 : (this.#at + step + all) % all;
    const place = this.#places[this.#at];
    if (!place) return;
    CSS.highlights.set('hit-current', new Highlight(...place));
    const { top, bottom } = place[0].getBoundingClientRect();
    if (top < 64 || bottom > innerHeight - 64) scrollBy({ top: top - innerHeight / 3 });
    this.#announce();
  }

  #announce(): void {
    const word = searchWordingIn(document.documentElement.lang as Language);
    const all = this.#places.length;
    const found = this.#at < 0 ? word('places', { n: all }) : word('inTextAt', { n: this.#at + 1, all });
    const { field, count, previous, next } = this.#parts;
    const isEmpty = field.value.trim() === '';
    count.textContent = isEmpty ? '' : all === 0 ? word('inTextNone') : found;
    previous.hidden = next.hidden = all === 0;
  }
}
