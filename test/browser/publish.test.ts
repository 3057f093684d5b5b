/** A collection of one's own, from witnesses to a site, apart from the project's. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownText } from '../support/own-text.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bicycle = readFileSync(new URL('../texts/bicycle.txt', import.meta.url), 'utf8');
const bookshop = readFileSync(new URL('../texts/bookshop.txt', import.meta.url), 'utf8');

function toPage(text: string): string {
  const [title, ...paragraphs] = text.trim().split(/\n+/);
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<html><head><title>${title}-首頁</title></head><body><div><a href="/">首頁</a></div><h1>${title}</h1><div id="text">${body}</div></body></html>`;
}

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'zhengben-'));
});
afterEach(() => rmSync(content, { recursive: true, force: true }));

function add(siglum: string, file: string, text: string): void {
  const sha256 = createHash('sha256').update(text).digest('hex');
  mkdirSync(join(content, 'witnesses', siglum), { recursive: true });
  writeFileSync(join(content, 'witnesses', siglum, file), text);
  const sidecar = { file, sha256, origin: `A mirror called ${siglum}` };
  writeFileSync(join(content, 'witnesses', siglum, 'witness.json'), JSON.stringify(sidecar));
}

const run = (...args: string[]) =>
  execFileSync(process.execPath, args, {
    ...{ cwd: root, encoding: 'utf8' },
    env: {
      ...{ ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
      ...{ ZHENGBEN_CONTENT: content, ZHENGBEN_SITE: 'https://example.org', ZHENGBEN_BASE: '/a/' },
    },
  });

/** Builds the site into the folder `site`, with what is known from builds before in `cache`. */
function build(site: string, cache: string): void {
  const folders = { outDir: join(content, site), cacheDir: join(content, cache) };
  const options = JSON.stringify({ root, logLevel: 'error', ...folders });
  run('--input-type=module', '--eval', `import { build } from 'astro'; await build(${options});`);
}

test('texts of one’s own become a site, each once', { timeout: 600_000 }, () => {
  add('bicycle', 'page.txt', bicycle);
  add('bookshop', 'page.html', toPage(bookshop));
  add('bookshop-again', 'page.txt', `隨意打賞\n${bookshop}`);
  expect(run('scripts/build-editions.ts')).toContain('is the same text as');
  build('site', 'cache');
  const page = (slug: string) => join(content, 'site/texts', slug, 'index.html');
  expect(readFileSync(page('bicycle'), 'utf8')).toContain(bicycle.trim().split('\n')[0]);
  // Vitest has variables called DEV and BASE_URL, as anybody may have; they must not make another site.
  expect(readFileSync(page('bicycle'), 'utf8')).toMatch(
    /http-equiv="content-security-policy".*href="\/a\/"/is,
  );
  expect([page('bookshop'), page('bookshop-again')].filter((path) => existsSync(path))).toHaveLength(1);
});

test('a site built again is what it is when built from nothing', { timeout: 900_000 }, () => {
  for (const name of ['d', 'c', 'b']) add(name, 'page.txt', `${bicycle}\n${name.repeat(40)}\n${own(name)}`);
  add('bookshop', 'page.txt', bookshop);
  run('scripts/build-editions.ts');
  build('site', 'cache');
  const before = filesOf('site');
  const made = timesOf('cache/**/texts/d/**/index.html');
  expect(made.length).toBeGreaterThan(5);

  add('c', 'page.txt', bicycle.replaceAll('。', '！'));
  add('a', 'page.txt', own('a'));
  for (const folder of ['witnesses/bookshop', 'editions/bookshop'])
    rmSync(join(content, folder), { recursive: true });
  run('scripts/build-editions.ts');
  build('site', 'cache');
  build('anew', 'other-cache');

  const again = filesOf('site');
  expect(again).toEqual(filesOf('anew'));
  expect(again['texts/c/index.html']).not.toBe(before['texts/c/index.html']);
  expect(Object.keys(again).filter((path) => path.startsWith('texts/bookshop/'))).toEqual([]);
  expect(timesOf('cache/**/texts/d/**/index.html')).toEqual(made);
});

/** When the files were written whose paths match. */
const timesOf = (pattern: string) =>
  globSync(pattern, { cwd: content }).map((path) => [path, statSync(join(content, path)).mtimeMs]);

/** A text that is like no other. */
const own = (name: string) =>
  Array.from({ length: 12 }, (_, n) => `${ownText(name.charCodeAt(0) * 100 + n).slice(0, 60)}。`).join('\n');

/** Every file of a site by path, as its checksum. */
function filesOf(site: string): Record<string, string> {
  const entries = readdirSync(join(content, site), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const sum = createHash('sha256').update(readFileSync(path)).digest('hex');
      return [relative(join(content, site), path), sum];
    }),
  );
}
