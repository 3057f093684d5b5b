/** The checks of the promises can fail: each finds a fault that was put into a small page on purpose, and nothing beside. */
import { createServer, type Server } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { walkByTab } from './focus-walk.ts';
import { freePort } from './free-port.ts';
import { openBrowser } from './open-browser.ts';
import { idleControls, moving, stickingOut, unforced, unmarked } from './page-faults.ts';
import { shiftsOf, watchPage, watchShifts, weighPage } from './watch-page.ts';

const browser = await openBrowser();
let page: Page;
/** The same in forced colours. */
let forced: Page;
/** Serves what the test at hand wants to be read. */
let server: Server;
let html = '';
let address = '';
beforeAll(async () => {
  const options = { viewport: { width: 320, height: 600 }, reducedMotion: 'reduce' } as const;
  page = await browser.newPage(options);
  forced = await browser.newPage({ ...options, forcedColors: 'active' });
  await watchShifts(page);
  const port = await freePort();
  address = `http://localhost:${port}/`;
  server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
});
afterAll(async () => {
  server.close();
});

async function show(body: string, style = '', opened = page): Promise<void> {
  const head = `<meta charset="utf-8"><link rel="icon" href="data:,"><style>${style}</style>`;
  html = `<!doctype html><html lang="zh-Hant">${head}${body}</html>`;
  await opened.goto(address);
}

const links = '<p><a href="#1" id="one">目錄</a> <a href="#2" id="two">檢索</a></p>';

describe('the walk by Tab', () => {
  it('finds nothing wrong with plain links, from a focused field on', async () => {
    await show(`${links}<input autofocus>`);
    expect(await walkByTab(page)).toEqual({ invisible: [], unreached: [] });
  });

  it.each([
    ['no outline', '#two { outline: 0 }'],
    ['an outline of no width', '#two { outline: 0 solid red }'],
    ['an outline that is always there', '#two { outline: 2px solid red }'],
  ])('sees a focus that is not to be seen: %s', async (_, style) => {
    await show(links, style);
    const { invisible } = await walkByTab(page);
    expect(invisible).toEqual([expect.stringContaining('two')]);
  });

  it('sees that a shadow is not drawn in forced colours', async () => {
    const shadow = '#two { outline: 0 } #two:focus { box-shadow: 0 0 0 2px red }';
    await show(links, shadow);
    expect((await walkByTab(page)).invisible).toEqual([]);
    await show(links, shadow, forced);
    expect((await walkByTab(forced)).invisible).toEqual([expect.stringContaining('two')]);
  });

  it('sees a control that Tab passes by, and one that holds the focus', async () => {
    await show(`${links}<button inert>複製</button>`);
    expect((await walkByTab(page)).unreached).toEqual([expect.stringContaining('複製')]);
    await show(`${links}<script>one.addEventListener('keydown', (event) => event.preventDefault())</script>`);
    expect((await walkByTab(page)).unreached).toEqual([expect.stringContaining('two')]);
  });
});

describe('the layout', () => {
  it('sees what sticks out of the window, and lets scroll what scrolls by itself', async () => {
    await show('<main><p><b id="wide">寬</b></p></main>', '#wide { display: block; inline-size: 400px }');
    expect(await stickingOut(page)).toEqual([expect.stringContaining('wide')]);
    await show(
      '<main><p><b id="wide">寬</b></p></main>',
      'p { overflow-x: auto } #wide { display: block; inline-size: 400px }',
    );
    expect(await stickingOut(page)).toEqual([]);
  });

  it.each([
    ['transition', 'p { transition: color 1s }'],
    ['animation', '@keyframes blink { to { opacity: 0 } } p { animation: blink 1s infinite }'],
    ['scroll-behavior', 'p { scroll-behavior: smooth }'],
  ])('sees what moves: %s', async (what, style) => {
    await show('<p>正文</p>', style);
    expect(await moving(page)).toEqual([expect.stringContaining(what)]);
    await show('<p>正文</p>', `@media (prefers-reduced-motion: no-preference) { ${style} }`);
    expect(await moving(page)).toEqual([]);
  });

  it('sees text that keeps its colours, and a mark that is colour alone', async () => {
    await show('<p>正文</p>', 'p { forced-color-adjust: none }', forced);
    expect(await unforced(forced)).toEqual([expect.stringContaining('正文')]);
    await show('<div class="row"><a data-mark="high">為</a><u data-mark="low">在</u></div>');
    expect(await unmarked(page)).toEqual([expect.stringContaining('為')]);
  });

  it('sees a button that does nothing without scripts', async () => {
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await show('<button>複製</button><form><button>檢索</button></form>', '', plain);
    expect(await idleControls(plain)).toEqual([expect.stringContaining('複製')]);
    await plain.close();
  });
});

describe('what is watched while one reads', () => {
  it('is every shift, and who made it', async () => {
    await show('<p>正文</p><p>又一段</p>');
    expect(await shiftsOf(page)).toEqual([]);
    await page.evaluate(() => document.querySelector('p')?.style.setProperty('block-size', '200px'));
    const shifts = await shiftsOf(page);
    expect(shifts).toEqual([{ value: expect.any(Number), byReader: false, moved: expect.any(Array) }]);
    expect(shifts[0]?.moved.join()).toContain('又一段');
  });

  it('is every error in the console, and every request to another host', async () => {
    const other = await browser.newPage();
    const complaints = watchPage(other, [{ address }]);
    await show('<img src="http://127.0.0.1:9/picture.png"><script>throw new Error("錯")</script>', '', other);
    expect(complaints).toContain('exception: 錯');
    expect(complaints).toContain('request to another host: http://127.0.0.1:9/picture.png');
    await other.close();
  });

  it('is what the security policy forbids', async () => {
    const other = await browser.newPage();
    const complaints = watchPage(other, [{ address }]);
    const policy = `</style><meta http-equiv="content-security-policy" content="style-src 'none'; require-trusted-types-for 'script'"><style>`;
    await show(`<p style="color: red"></p><script>document.body.innerHTML = '<p>'</script>`, policy, other);
    expect(complaints.join('\n')).toMatch(/inline style[\s\S]*TrustedHTML/);
    await other.close();
  });

  it('is the weight of a page', async () => {
    const other = await browser.newPage();
    const weight = await weighPage(other);
    await show('字'.repeat(10_000), '', other);
    expect(weight.total).toBeGreaterThan(30_000);
    expect(weight.scripts).toBe(0);
    await other.close();
  });
});
