/** A walk through a page by the keyboard. */
import type { Page } from 'playwright-core';

/** What the walk found; both are to be empty. */
export interface FocusWalk {
  /** Controls that look the same with the focus and without. */
  invisible: string[];
  /** Controls that Tab does not come to. */
  unreached: string[];
}

interface Walker {
  stops: Element[];
  visited: Set<Element>;
  invisible: string[];
}

/** Presses Tab until the walk is round, noting at each stop whether the focus can be seen. */
export async function walkByTab(page: Page): Promise<FocusWalk> {
  const stops = await page.evaluate(prepareWalk);
  for (let pressed = 0; pressed < stops + 5; pressed++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(noteStop)) break;
  }
  return page.evaluate(() => {
    const { stops, visited, invisible } = (window as unknown as { walker: Walker }).walker;
    const missed = stops.filter((stop) => !visited.has(stop));
    return { invisible, unreached: missed.map(({ outerHTML }) => outerHTML.slice(0, 150)) };
  });
}

/**
 * In the page: lists the controls that are there for the reader, one of each group of radio buttons, and goes to the top,
 * for a field that has the focus from the first would hide those before it.
 */
function prepareWalk(): number {
  document.body.tabIndex = -1;
  document.body.focus({ preventScroll: true });
  document.body.removeAttribute('tabindex');
  const controls = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex^="-"])';
  const isThere = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled, [tabindex^="-"]');
  const isChosen = (element: Element) => !element.matches('[type="radio"]:not(:checked)');
  const stops = [...document.querySelectorAll(controls)].filter(
    (element) => isThere(element) && isChosen(element),
  );
  Object.assign(window, { walker: { stops, visited: new Set(), invisible: [] } });
  return stops.length;
}

/** In the page: notes where the focus is. Says whether the walk is over. */
function noteStop(): boolean {
  const { walker } = window as unknown as { walker: Walker };
  const stop = document.activeElement as HTMLElement | null;
  if (!stop || stop === document.body || walker.visited.has(stop)) return true;
  const around = [stop, stop.nextElementSibling, stop.parentElement, stop.parentElement?.parentElement];
  const isHidden = stop.offsetWidth <= 1 || stop.offsetHeight <= 1;
  const look = () =>
    (isHidden ? around.slice(1) : around)
      .flatMap((element) => {
        if (!element) return [];
        const style = getComputedStyle(element);
        const isDrawn = style.outlineStyle !== 'none' && style.outlineWidth !== '0px';
        const outline = isDrawn ? style.outline : '';
        return [outline, style.border, style.boxShadow, style.backgroundColor, style.textDecorationLine];
      })
      .join('|');
  const withFocus = look();
  stop.blur();
  if (look() === withFocus) walker.invisible.push(stop.outerHTML.slice(0, 150));
  stop.focus({ preventScroll: true });
  walker.visited.add(stop);
  return false;
}
