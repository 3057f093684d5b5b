import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { read, repair } from '../../src/pipeline/repair/index.ts';
import { found } from '../support/found.ts';
import { rules } from '../support/rules.ts';
import { type Served, serveFolder } from '../support/serve-folder.ts';
import { openBrowser } from './open-browser.ts';

const data = new URL('../../src/data/', import.meta.url);
const seed = new URL('../../content/witnesses/tianxia/000_2f9fc4e0161370cc.txt', import.meta.url);
/** What the word model may weigh on the way to a browser, in bytes. */
const MOST = 500_000;

const browser = await openBrowser();
let served: Served;

beforeAll(async () => {
  const entry = fileURLToPath(new URL('repair-worker.ts', import.meta.url));
  const options = { bundle: true, write: false, format: 'esm', platform: 'browser' } as const;
  const { outputFiles } = await build({ entryPoints: [entry], ...options });
  const script = found(outputFiles[0], 'bundle').text;
  const extras = { '/index.html': '', '/worker.js': script };
  served = await serveFolder(fileURLToPath(data), { base: '/data/', extras });
});

afterAll(async () => {
  await served?.close();
});

test('the repair bundles without Node and gives a worker the same text as Node', async () => {
  const page = await browser.newPage();
  await page.goto(new URL('/', served.address).href);
  const witness = readFileSync(seed, 'utf8');
  const found = await page.evaluate(
    (text) =>
      new Promise<{ text: string; edits: number }>((resolve, reject) => {
        const worker = new Worker('/worker.js', { type: 'module' });
        worker.onmessage = ({ data: result }) => resolve(result);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(text);
      }),
    witness,
  );
  const expected = repair(read(witness), rules.repair);
  expect(found.text).toBe(expected.text);
  expect(found.edits).toBe(expected.edits.length);
});

test('the word model stays small', () => {
  const bytes = ['words.txt', 'pairs.txt'].map(
    (name) => gzipSync(readFileSync(new URL(name, data)), { level: 9 }).length,
  );
  expect(bytes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(MOST);
});
