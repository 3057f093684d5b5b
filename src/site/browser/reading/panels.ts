import { showChoices } from './settings.ts';

/** From `every-page.js`: a page as a document, by XMLHttpRequest, the one way that Trusted Types have nothing against. */
declare const fetchDocument: (address: string) => Promise<Document>;

let fetched: Promise<void> | undefined;

/** Waits for the panels and what comes with them. */
export function loadPanels(): Promise<void> {
  fetched ??= fetchPanels().catch((error) => {
    fetched = undefined; // perhaps offline for a moment: the next call tries again
    throw error;
  });
  return fetched;
}

/** Opens or closes a panel: settings, keys, the menu of a paragraph. */
export async function togglePanel(id: string): Promise<HTMLElement | undefined> {
  await loadPanels();
  const panel = document.getElementById(id);
  if (!panel || !('popover' in panel)) return undefined;
  if (panel.togglePopover()) panel.querySelector<HTMLElement>('input:checked, button')?.focus();
  return panel;
}

/** The buttons that open panels, and the search in the text; what they open is fetched as soon as the reader comes near. */
export function startPanels(): void {
  const near = ({ target }: Event) => {
    if ((target as Element).closest('[data-panel], .number, .glosses, #text-search')) void loadPanels();
  };
  document.addEventListener('pointerover', near);
  document.addEventListener('focusin', near);
  document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-panel]');
    if (button) togglePanel(button.dataset.panel ?? '');
  });
  document.addEventListener('click', openParagraphMenu);
  // The marks of a search, and the marks in both columns where the reader has chosen them, are made by that script.
  const { differ, glosses } = document.documentElement.dataset;
  if (location.search.includes('mark=') || differ === 'on' || glosses === 'on') void loadPanels();
}

/** The small menu at a paragraph's number. The number stays a link: it names the paragraph in the address as well. */
async function openParagraphMenu({ target, ctrlKey, metaKey, shiftKey }: MouseEvent): Promise<void> {
  const number = (target as Element).closest('.number');
  if (!number || ctrlKey || metaKey || shiftKey) return;
  const menu = await togglePanel('paragraph-menu');
  menu?.dispatchEvent(new CustomEvent('paragraph', { detail: number, bubbles: true }));
}

/** Takes the panels, their style sheet and their script from a page of their own. */
async function fetchPanels(): Promise<void> {
  const edition = document.querySelector<HTMLElement>('[data-panels]');
  const page = await fetchDocument(edition?.dataset.panels ?? '');
  const sheet = page.querySelector<HTMLLinkElement>('link[data-panels]');
  if (sheet)
    await new Promise((resolve) => {
      sheet.onload = resolve;
      sheet.onerror = resolve;
      document.head.append(document.adoptNode(sheet));
    });
  for (const panel of page.querySelectorAll('[popover]')) document.body.append(document.adoptNode(panel));
  // By the address it was given when the site was built: what most readers never need is no part of this script.
  const script = page.querySelector('script[type="module"]')?.getAttribute('src');
  if (script) await import(/* @vite-ignore */ script);
  showChoices();
}
