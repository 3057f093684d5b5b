import type { Regions } from './regions.ts';

const LINKS = 'a[href], summary, button:not([hidden])';

/** Arrow keys lead from the field down through the findings and up again; Escape leads back to the field, on the search page. */
export function moveByArrowKeys({ form, field, suggestions, list, more, isPage }: Regions): void {
  const links = () =>
    [suggestions, list, more.parentElement ?? more]
      .flatMap((region) => [...region.querySelectorAll<HTMLElement>(LINKS)])
      .filter((link, index, all) => all.indexOf(link) === index && link.checkVisibility());
  const walk = (event: KeyboardEvent) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = event.target as HTMLElement;
    const stops = [field, ...links()];
    const at = stops.indexOf(target as HTMLInputElement);
    if (at < 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1, ...(isPage && { Escape: -at }) }[event.key];
    const next = step === undefined || step === 0 ? undefined : stops[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  for (const region of [form, suggestions, list, more]) region.addEventListener('keydown', walk);
}
