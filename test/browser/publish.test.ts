/** A collection of one's own, from witnesses to a site, apart from the project's. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bicycle = readFileSync(new URL('../texts/bicycle.txt', import.meta.url), 'utf8');
const bookshop = readFileSync(new URL('../texts/bookshop.txt', import.meta.url), 'utf8');

function toPage(text: string): string {
  const [title, ...paragraphs] = text.trim().split(/\n+/);
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<html><head><title>${title}-首頁</title></head><body><div><a href="/">首頁</a></div><h1>${title}</h1><div id="text">${body}</div></body></html>`;
}

test('texts of one’s own become a site, each once', { timeout: 240_000 }, () => {
  const content = mkdtempSync(join(tmpdir(), 'zhengben-'));
  onTestFinished(() => rmSync(content, { recursive: true, force: true }));
  const add = (siglum: string, file: string, text: string) => {
    const sha256 = createHash('sha256').update(text).digest('hex');
    mkdirSync(join(content, 'witnesses', siglum), { recursive: true });
    writeFileSync(join(content, 'witnesses', siglum, file), text);
    const sidecar = { file, sha256, origin: `A mirror called ${siglum}` };
    writeFileSync(join(content, 'witnesses', siglum, 'witness.json'), JSON.stringify(sidecar));
  };
  add('bicycle', 'page.txt', bicycle);
  add('bookshop', 'page.html', toPage(bookshop));
  add('bookshop-again', 'page.txt', `隨意打賞\n${bookshop}`);

  const run = (...args: string[]) =>
    execFileSync(process.execPath, args, {
      ...{ cwd: root, encoding: 'utf8' },
      env: { ...process.env, ZHENGBEN_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1' },
    });
  const folders = ['--witnesses', join(content, 'witnesses'), '--editions', join(content, 'editions')];
  const said = run('scripts/build-editions.ts', ...folders);
  expect(said).toContain('is the same text as');
  const options = JSON.stringify({
    ...{ root, logLevel: 'error', outDir: join(content, 'site'), cacheDir: join(content, 'cache') },
  });
  run('--input-type=module', '--eval', `import { build } from 'astro'; await build(${options});`);

  const page = (slug: string) => join(content, 'site/texts', slug, 'index.html');
  expect(readFileSync(page('bicycle'), 'utf8')).toContain(bicycle.trim().split('\n')[0]);
  expect([page('bookshop'), page('bookshop-again')].filter((path) => existsSync(path))).toHaveLength(1);
});
