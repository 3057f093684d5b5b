/** Faults that a page can have for those who read it otherwise than on a wide screen: narrow, still, in their own colours. */
import type { Page } from 'playwright-core';

/** Elements that stick out of the window, the innermost of them. */
export function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 0.5,
    );
    const inner = wide.filter(
      (element) => !wide.some((other) => other !== element && element.contains(other)),
    );
    return inner.slice(0, 5).map(({ outerHTML }) => outerHTML.slice(0, 150));
  });
}

/** Elements that move although the reader wants no motion. */
export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lasts = (durations: string) => durations.split(',').some((one) => Number.parseFloat(one) > 0.01);
    return [...document.querySelectorAll('*')].flatMap((element) => {
      const style = getComputedStyle(element);
      const why = [
        ...(lasts(style.transitionDuration) ? ['transition'] : []),
        ...(style.animationName !== 'none' && lasts(style.animationDuration) ? ['animation'] : []),
        ...(style.scrollBehavior === 'smooth' ? ['scroll-behavior'] : []),
      ];
      return why.map((what) => `${what} on ${element.outerHTML.slice(0, 120)}`);
    });
  });
}

/** Text that keeps colours of its own although the reader forces theirs. */
export function unforced(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => element instanceof HTMLElement && element.innerText?.trim())
      .filter((element) => getComputedStyle(element).forcedColorAdjust !== 'auto')
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  );
}

/** Emendations that only a colour tells from the text. */
export function unmarked(page: Page): Promise<string[]> {
  return page.$$eval('.row [data-mark]', (marks) =>
    marks
      .filter((mark) => {
        const { textDecorationLine, borderBlockEndStyle } = getComputedStyle(mark);
        return textDecorationLine === 'none' && borderBlockEndStyle === 'none' && mark.textContent !== '';
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  );
}

/** Controls that can be seen and do nothing where there are no scripts; for a page without them. */
export function idleControls(page: Page): Promise<string[]> {
  return page
    .locator(
      'button:visible:not(form button, [popovertarget], [commandfor]), select:visible:not(form select)',
    )
    .evaluateAll((controls) => controls.map(({ outerHTML }) => outerHTML.slice(0, 150)));
}
