/** Every page fits a narrow or enlarged window, stands still for who wants that, and keeps forced colours. */
import { beforeAll, describe, expect, it } from 'vitest';
import { builtPages } from './built-pages.ts';
import { openBrowser } from './open-browser.ts';
import { idleControls, moving, stickingOut, unforced, unmarked } from './page-faults.ts';

const browser = await openBrowser();
/** One window with scripts and one without them for all pages: to open a window takes longer than to try a page. */
const page = await browser.newPage({ reducedMotion: 'reduce', forcedColors: 'active' });
const plain = await browser.newPage({ javaScriptEnabled: false });

describe.each(builtPages())('$name', ({ address }) => {
  beforeAll(async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(address);
  });

  it('stands still and keeps forced colours', async () => {
    expect(await moving(page), 'switch it off under prefers-reduced-motion').toEqual([]);
    expect(await unforced(page), 'let forced colours be forced').toEqual([]);
    expect(await unmarked(page), 'give the mark a line').toEqual([]);
  });

  it('fits 640 px, which is a desk at 200 %, and 320 px at 400 %', async () => {
    for (const width of [640, 320]) {
      await page.setViewportSize({ width, height: 640 });
      expect(await stickingOut(page), `wider than ${width} px: let it wrap, or scroll by itself`).toEqual([]);
    }
  });

  it('has no control that does nothing without JavaScript', async () => {
    await plain.goto(address);
    expect(await idleControls(plain), 'show it from the script that makes it work').toEqual([]);
    expect(await plain.locator('main').innerText(), 'the page is empty').not.toBe('');
  });
});
