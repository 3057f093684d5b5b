import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'astro';
import type { TestProject } from 'vitest/node';
import { ensureChromium } from '../../scripts/chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built site, with a slash at the end. */
    site: string;
    /** Path of the browser. */
    chromium: string;
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = new URL('../../.cache/browser-tests/', import.meta.url);

/** Builds the site once for all browser tests, apart from `dist`, and serves it on a free port. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  process.env.ASTRO_TELEMETRY_DISABLED ??= '1';
  project.provide('chromium', ensureChromium());
  const config = {
    root,
    outDir: fileURLToPath(new URL('site/', cache)),
    cacheDir: fileURLToPath(new URL('astro/', cache)),
    logLevel: 'warn' as const,
  };
  console.log('Building the site for the browser tests …');
  await build(config);
  const server = await preview({ ...config, server: { port: await freePort() } });
  project.provide('site', `http://localhost:${server.port}/`);
  return () => server.stop();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, 'localhost', () => {
      const bound = probe.address();
      probe.close(() => resolve(typeof bound === 'object' && bound ? bound.port : 0));
    });
  });
}
