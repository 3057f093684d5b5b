import { adoptSheet, fetchDocument } from '../../fetch-document.ts';

let overlay: Promise<HTMLDialogElement> | undefined;
let whenClosed: (typed: string) => void = () => {};

/**
 * Opens the search over the page with some words in its field; `closed` is told what stood there when the reader goes back. What it
 * needs is taken from the search page at `address`; where that cannot be had, it fails.
 */
export async function openOverlay(
  address: string,
  words: string,
  closed: (typed: string) => void,
): Promise<void> {
  overlay ??= makeOverlay(address);
  try {
    const dialog = await overlay;
    whenClosed = closed;
    const field = fieldOf(dialog);
    if (!dialog.open) dialog.showModal();
    field.focus();
    if (words === field.value) return;
    field.value = words;
    field.dispatchEvent(new Event('input'));
  } catch (error) {
    overlay = undefined;
    throw error;
  }
}

async function makeOverlay(address: string): Promise<HTMLDialogElement> {
  const page = await fetchDocument(address);
  const panel = page.getElementById('search-panel');
  const script = panel?.querySelector('script');
  if (!panel || !script) throw new Error(`${address} has no search to open.`);
  script.remove();
  const known = new Set(
    [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(({ href }) => href),
  );
  const sheets = [...page.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
  await Promise.all(sheets.filter(({ href }) => !known.has(href)).map(adoptSheet));
  const dialog = document.createElement('dialog');
  dialog.className = 'search-overlay';
  dialog.lang = page.documentElement.lang;
  dialog.ariaLabel = page.querySelector('h1')?.textContent ?? '';
  dialog.append(document.adoptNode(panel));
  fieldOf(dialog).autofocus = false; // which belongs to a page that is opened
  document.body.append(dialog);
  closeOnWish(dialog);
  await import(/* @vite-ignore */ script.getAttribute('src') ?? '');
  return dialog;
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
  dialog.addEventListener('close', () => whenClosed(fieldOf(dialog).value));
}

function fieldOf(dialog: HTMLDialogElement): HTMLInputElement {
  const field = dialog.querySelector<HTMLInputElement>('#query');
  if (!field) throw new Error('The search has no field.');
  return field;
}
