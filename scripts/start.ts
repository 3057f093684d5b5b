/**
 * From witnesses to a site on this machine, in one command.
 *
 *     npm start                 # editions, site, server
 *     npm start -- --port 8080
 *     npm run build             # the same without the server (--no-serve): the site is in dist/
 *     npm run build -- --from-disk   # its pages are read from disk, without any server
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'astro';
import { readPublication } from '../src/formats/publication.ts';
import { linkFolderRelatively } from '../src/site/build/link-relatively.ts';
import { misuse, readOptions } from './read-options.ts';

process.env.ASTRO_TELEMETRY_DISABLED ??= '1';

const root = fileURLToPath(new URL('..', import.meta.url));
const options = readOptions({
  port: { type: 'string', default: '4321' },
  'no-serve': { type: 'boolean', default: false },
  'from-disk': { type: 'boolean', default: false },
});

const port = Number(options.port);
if (!/^\d+$/.test(options.port) || port > 65535)
  misuse(`--port wants a number from 0 to 65535, not "${options.port}".`);

try {
  const { base } = readPublication(process.env);
  if (!(await step('Editions', buildEditions))) {
    // A site to be published must not lack a text in silence; one to look at may.
    if (options['no-serve']) {
      console.log('The site was not built.');
      process.exit(1);
    }
    console.error('Some witnesses have no new edition (see above); the site is built with the others.');
    process.exitCode = 1;
  }
  await step('Site and search index', () => build({ root, logLevel: 'warn' }));
  if (options['from-disk']) await step('Links', async () => linkFolderRelatively(join(root, 'dist'), base));
  if (!options['no-serve']) await serve(base);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

/** Runs the pipeline as a process of its own: a broken witness must not take the site with it. */
function buildEditions(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('build-editions.ts', import.meta.url));
    const child = spawn(process.execPath, [script], { cwd: root, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}

async function serve(base: string): Promise<void> {
  const server = await preview({ root, logLevel: 'error', server: { port } });
  console.log(`\nRead at http://localhost:${server.port}${base} (Ctrl+C to stop).`);
}

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  console.log(`${name} …`);
  const result = await work();
  console.log(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
