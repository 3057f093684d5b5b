import { completeBibtex, completeGbt } from './complete-citation.ts';
import { quoteMarkdown } from './quote-markdown.ts';

/** What can be copied of a paragraph, by the name of its button. */
const copies: Record<string, (paragraph: Paragraph) => string> = {
  link: ({ address }) => address,
  text: ({ text }) => text,
  gbt: ({ access }) => completeGbt(citation('gbt'), access),
  bibtex: ({ access }) => completeBibtex(citation('bibtex'), access),
  markdown: ({ text, address }) =>
    quoteMarkdown(text, document.querySelector('h1 > [lang]')?.textContent ?? '', address),
};

interface Paragraph {
  text: string;
  address: string;
  access: { from: string; to: string; day: string };
}

let row: Element | null = null;

/** Makes the menu of a paragraph work, in the page that has taken it over from the page of panels. */
export function startParagraphMenu(): void {
  document.addEventListener('paragraph', ({ target, detail }: CustomEventInit & Event) =>
    placeMenu(target as HTMLElement, detail),
  );
  document.addEventListener('click', ({ target }) => {
    const button = target as HTMLElement;
    const menu = button.closest<HTMLElement>('.paragraph-menu');
    const copy = copies[button.dataset.copy ?? ''];
    if (menu && copy && row) copyText(menu, copy(paragraphOf(row)));
  });
}

/** Puts the menu under the number, as far as the window has room. */
function placeMenu(menu: HTMLElement, number: Element): void {
  row = number.closest('.row');
  showStatus(menu, '');
  const { left, bottom } = number.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = menu;
  menu.style.left = `${Math.max(8, Math.min(left, innerWidth - offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(bottom, innerHeight - offsetHeight - 8))}px`;
}

async function copyText(menu: HTMLElement, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showStatus(menu, menu.dataset.done ?? '');
  } catch {
    showStatus(menu, menu.dataset.failed ?? ''); // the browser or the reader does not allow it
  }
}

function showStatus(menu: HTMLElement, words: string): void {
  const status = menu.querySelector('[role="status"]');
  if (status) status.textContent = words;
}

function paragraphOf(row: Element): Paragraph {
  const address = `${document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href.replace(/[?#].*/, '')}#${row.id}`;
  const from = document.querySelector<HTMLElement>('[data-citation]')?.dataset.citation ?? '';
  return { text: textOf(row), address, access: { from, to: address, day: today() } };
}

/** The text of the column last selected in, else of the first that is shown. */
function textOf(row: Element): string {
  const column = document.querySelector<HTMLElement>('.edition')?.dataset.selecting;
  const cells = [...row.querySelectorAll<HTMLElement>(':scope > [lang]')].filter((cell) => cell.offsetParent);
  const cell = cells.find(({ lang }) => lang === column) ?? cells[0];
  return cell?.innerText ?? '';
}

const citation = (kind: string) => document.getElementById(`cite-${kind}`)?.textContent ?? '';

/** The day where the reader is, as ISO 8601 has it: `2026-11-22`. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE').format(new Date());
}
