/** Every page fits a narrow or enlarged window, stands still for who wants that, and keeps forced colours. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtPages } from './built-pages.ts';
import { openBrowser } from './open-browser.ts';

const timeout = 60_000;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Elements that stick out of the window, the innermost of them. */
function stickingOut(page: Page): Promise<string[]> {
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
function moving(page: Page): Promise<string[]> {
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
function unforced(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => element instanceof HTMLElement && element.innerText?.trim())
      .filter((element) => getComputedStyle(element).forcedColorAdjust !== 'auto')
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  );
}

/** Emendations that only a colour tells from the text. */
function unmarked(page: Page): Promise<string[]> {
  return page.$$eval('.row [data-mark]', (marks) =>
    marks
      .filter((mark) => {
        const { textDecorationLine, borderBlockEndStyle } = getComputedStyle(mark);
        return textDecorationLine === 'none' && borderBlockEndStyle === 'none' && mark.textContent !== '';
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  );
}

describe.each(builtPages())('$name', ({ address }) => {
  it('fits 320 px, which is a desk at 400 %, and 640 px at 200 %', { timeout }, async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await page.goto(address);
    expect(await stickingOut(page), 'wider than 320 px: let it wrap, or scroll by itself').toEqual([]);
    await page.setViewportSize({ width: 640, height: 450 });
    expect(await stickingOut(page), 'wider than 640 px: let it wrap, or scroll by itself').toEqual([]);
    await page.close();
  });

  it('stands still and keeps forced colours', { timeout }, async () => {
    const page = await browser.newPage({ reducedMotion: 'reduce', forcedColors: 'active' });
    await page.goto(address);
    expect(await moving(page), 'switch it off under prefers-reduced-motion').toEqual([]);
    expect(await unforced(page), 'let forced colours be forced').toEqual([]);
    expect(await unmarked(page), 'give the mark a line').toEqual([]);
    await page.close();
  });

  it('has no control that does nothing without JavaScript', { timeout }, async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(address);
    const idle = await page
      .locator(
        'button:visible:not(form button, [popovertarget], [commandfor]), select:visible:not(form select)',
      )
      .evaluateAll((controls) => controls.map(({ outerHTML }) => outerHTML.slice(0, 150)));
    expect(idle, 'show it from the script that makes it work').toEqual([]);
    expect(await page.locator('main').innerText(), 'the page is empty').not.toBe('');
    await page.close();
  });
});
