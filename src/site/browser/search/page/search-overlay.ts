import { findRegions } from './regions.ts';
import { startSearch } from './start-search.ts';

/** The search page as it was fetched, and the words that shall stand in its field. */
interface Asked {
  page: Document;
  q: string;
}

let overlay: Promise<HTMLDialogElement> | undefined;

/** Opens the search over the page whenever `every-page.js`, which brings the search page, asks for it by an event. */
export function openOnWish(): void {
  addEventListener('open-search', (event) => {
    const { page, q } = (event as CustomEvent<Asked>).detail;
    overlay ??= makeOverlay(page);
    overlay
      .then((dialog) => openWith(dialog, q))
      .catch((error) => {
        console.error(error);
        location.assign(page.URL);
      });
  });
}

/** Once open, it has the keyboard; until then a fast reader types on in the head of the page. */
function openWith(dialog: HTMLDialogElement, asked: string): void {
  if (dialog.open) return;
  const head = document.querySelector<HTMLInputElement>('#site-query');
  const words = head && head === document.activeElement ? head.value : asked;
  const field = fieldOf(dialog);
  dialog.showModal();
  field.focus();
  if (words === field.value) return;
  field.value = words;
  field.dispatchEvent(new Event('input'));
}

/** What it needs is taken from the search page. */
async function makeOverlay(page: Document): Promise<HTMLDialogElement> {
  const panel = page.getElementById('search-panel');
  if (!panel) throw new Error('The search page has no search to open.');
  panel.querySelector('script')?.remove();
  const known = new Set([...document.querySelectorAll<HTMLLinkElement>(SHEETS)].map(({ href }) => href));
  const sheets = [...page.querySelectorAll<HTMLLinkElement>(SHEETS)];
  await Promise.all(sheets.filter(({ href }) => !known.has(href)).map(adoptSheet));
  const dialog = document.createElement('dialog');
  dialog.className = 'search-overlay';
  dialog.lang = page.documentElement.lang;
  dialog.ariaLabel = page.querySelector('h1')?.textContent ?? '';
  dialog.append(document.adoptNode(panel));
  fieldOf(dialog).autofocus = false; // which belongs to a page that is opened
  document.body.append(dialog);
  closeOnWish(dialog);
  startSearch(findRegions());
  return dialog;
}

const SHEETS = 'link[rel=stylesheet]';

/** Adds a style sheet of another page to this one, and waits until it is there. */
function adoptSheet(sheet: HTMLLinkElement): Promise<unknown> {
  return new Promise((resolve) => {
    sheet.onload = resolve;
    sheet.onerror = resolve;
    document.head.append(document.adoptNode(sheet));
  });
}

/** By Escape from anywhere in it, by its button, by a click beside it, and by a link that stays on the page. */
function closeOnWish(dialog: HTMLDialogElement): void {
  dialog.addEventListener('keydown', (event) => {
    event.stopPropagation(); // the page underneath has keys of its own
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      dialog.close();
    } else if (/^[/、]$/.test(event.key) && event.target !== fieldOf(dialog)) {
      event.preventDefault();
      fieldOf(dialog).focus();
      fieldOf(dialog).select();
    }
  });
  dialog.addEventListener('click', ({ target, ctrlKey, metaKey, shiftKey }) => {
    const link = ctrlKey || metaKey || shiftKey ? null : (target as Element).closest('a');
    const staysHere = link?.href.split('#')[0] === location.href.split('#')[0];
    if (target === dialog || staysHere || (target as Element).closest('[data-close]')) dialog.close();
  });
  dialog.addEventListener('close', () => {
    const field = document.querySelector<HTMLInputElement>('#site-query');
    if (field) field.value = fieldOf(dialog).value;
  });
}

function fieldOf(dialog: HTMLDialogElement): HTMLInputElement {
  const field = dialog.querySelector<HTMLInputElement>('#query');
  if (!field) throw new Error('The search has no field.');
  return field;
}
