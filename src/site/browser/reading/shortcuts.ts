import { loadPanels, togglePanel } from './panels.ts';
import { rowInView } from './row-in-view.ts';
import { chooseNext } from './settings.ts';

const isPhone = matchMedia('(width < 48rem)');

/** What each key does; `KeyList.astro` shows them to the reader. */
const actions: Record<string, () => unknown> = {
  j: () => goToRow(1),
  k: () => goToRow(-1),
  n: () => goToMark(1),
  p: () => goToMark(-1),
  m: () => chooseNext('marks', ['off', 'on', 'full']),
  s: switchScript,
  v: switchDirection,
  '[': () => document.querySelector<HTMLAnchorElement>('a[rel="prev"]')?.click(),
  ']': () => document.querySelector<HTMLAnchorElement>('a[rel="next"]')?.click(),
  ',': () => togglePanel('settings'),
  '?': () => togglePanel('keys'),
};

/** Single keys, where the reader is not typing and no other key is held. */
export function startShortcuts(): void {
  document.addEventListener('keydown', (event) => {
    const isTyping = (event.target as Element).matches(
      'input:not([type="radio"], [type="checkbox"]), textarea, select',
    );
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

function goToRow(step: number): void {
  const numbers = [...document.querySelectorAll<HTMLAnchorElement>('.row .number')];
  const row = document.activeElement?.closest('.row') ?? rowInView();
  const at = numbers.findIndex((number) => number.closest('.row') === row);
  focusIn(numbers[at < 0 ? 0 : at + step]);
}

function goToMark(step: number): void {
  const all = document.querySelectorAll<HTMLAnchorElement>('.row > [lang] a[data-mark]');
  // The same mark stands in both columns: the first that is shown counts.
  const shown = new Map(
    [...all]
      .filter((mark) => mark.offsetParent)
      .reverse()
      .map((mark) => [mark.hash, mark]),
  );
  const marks = [...shown.values()].reverse();
  const focused = marks.indexOf(document.activeElement as HTMLAnchorElement);
  const below = marks.findIndex((mark) => mark.getBoundingClientRect().top > 64);
  const next = focused >= 0 ? focused + step : step > 0 ? below : (below < 0 ? marks.length : below) - 1;
  focusIn(marks[next]);
}

function focusIn(element: HTMLElement | undefined): void {
  element?.focus({ preventScroll: true });
  const row = element?.closest('.row');
  (element?.matches('.number') ? row : element)?.scrollIntoView({
    block: element?.matches('.number') ? 'start' : 'center',
  });
}

/** Columns from top to bottom have their styles with the panels. */
async function switchDirection(): Promise<void> {
  if (!document.querySelector('[data-columns~="zh-Hant"]')) return;
  await loadPanels();
  chooseNext('vertical', ['off', 'on']);
}

/** Two columns change places; on a phone the other script is shown; a page of one script leads to that of the other. */
function switchScript(): void {
  if (document.querySelector('.two')) chooseNext(isPhone.matches ? 'shown' : 'first', ['hant', 'hans']);
  else document.querySelector<HTMLAnchorElement>('.tools .twin')?.click();
}
