import { fileURLToPath } from 'node:url';
import { build } from 'astro';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { chromiumOptions } from '../../scripts/chromium.ts';
import { serveFolder } from '../support/serve-folder.ts';
import { freePort } from './free-port.ts';
import { writeOddContent } from './odd-content.ts';

/** A site built for the tests. */
export interface BuiltSite {
  /** What it is called in messages. */
  name: string;
  /** Its address, with a slash at the end. */
  address: string;
  /** The folder of the built files. */
  folder: string;
  /** The content folder it was built from. */
  content: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the site built from the repository's own content, with a slash at the end. */
    site: string;
    /** That site, and one of odd texts that stands under a path and knows its own address. */
    sites: BuiltSite[];
    /** Where the one browser of all tests listens, for Playwright and for DevTools. */
    browser: string;
    devtools: number;
  }
}

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const cache = (name: string) => path(`.cache/browser-tests/${name}`);

/** Builds and serves the sites and starts the browser, once for all browser tests. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  process.env.ASTRO_TELEMETRY_DISABLED ??= '1';
  const devtools = await freePort();
  const options = chromiumOptions(`--remote-debugging-port=${devtools}`); // first: it may have to be installed
  console.log('Building the sites for the browser tests …');
  const own = await buildSite('own', '/', path('content'));
  writeOddContent(cache('odd-content'));
  const odd = await buildSite('odd', '/under/a-path/', cache('odd-content'));
  const browser = await chromium.launchServer(options);
  project.provide('site', own.site.address);
  project.provide('sites', [own.site, odd.site]);
  project.provide('browser', browser.wsEndpoint());
  project.provide('devtools', devtools);
  return async () => {
    await browser.close();
    await Promise.all([own.close(), odd.close()]);
  };
}

/** Builds a site apart from `dist`. The one with a base gets its address, too: canonical links are then absolute. */
async function buildSite(name: string, base: string, content: string) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const folder = cache(`${name}-site/`);
  // Vitest says `test`, by which the pages would be those of `astro dev`: without their policy, and larger.
  await withEnvironment({ NODE_ENV: 'production', ZHENGBEN_CONTENT: content }, () =>
    build({
      root: path(''),
      base,
      outDir: folder,
      cacheDir: cache(`${name}-astro/`),
      logLevel: 'warn',
      ...(base === '/' ? {} : { site: origin }),
    }),
  );
  const { address, close } = await serveFolder(folder, { base, port });
  return { close, site: { name, address, folder, content } satisfies BuiltSite };
}

/** The environment is left as it was found, for the workers of other projects inherit it. */
async function withEnvironment(values: Record<string, string>, use: () => Promise<void>): Promise<void> {
  const found = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  await use();
  for (const [name, value] of found)
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
}
