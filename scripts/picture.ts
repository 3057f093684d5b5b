/**
 * Takes the README's picture of the reading page, from the site in `dist/`.
 *
 *     npm run build && npm run picture
 */
import { fileURLToPath } from 'node:url';
import { preview } from 'astro';
import { chromium } from 'playwright-core';
import { chromiumOptions } from './chromium.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const server = await preview({ root, logLevel: 'error', server: { port: 0 } });
const browser = await chromium.launch(chromiumOptions());
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(`http://localhost:${server.port}/texts/letter-to-ma-huateng/`);
await page.screenshot({ path: `${root}.github/reading-page.png` });
await browser.close();
await server.stop();
