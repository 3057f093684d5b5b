/**
 * Open Chinese texts for benchmarks, out of Debian's packages: fetched by `apt-get download` into `.cache/`, unpacked
 * there, never installed and never committed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const cache = fileURLToPath(new URL('../../.cache/open-texts/', import.meta.url));

/** A package, and which of its files hold text in the language. */
interface Source {
  readonly name: string;
  readonly files: RegExp;
}

export const simplified: readonly Source[] = [
  { name: 'manpages-zh', files: /zh_CN\/man\d\/.*\.gz$/ },
  { name: 'maint-guide-zh-cn', files: /\.html$/ },
  { name: 'debian-reference-zh-cn', files: /\.html$/ },
  { name: 'debian-faq-zh-cn', files: /\.html$/ },
  { name: 'libreoffice-help-zh-cn', files: /\.html$/ },
  { name: 'fortunes-zh', files: /fortunes\/[a-z0-9]+$/ },
];

export const traditional: readonly Source[] = [
  { name: 'maint-guide-zh-tw', files: /\.html$/ },
  { name: 'debian-reference-zh-tw', files: /\.html$/ },
  { name: 'libreoffice-help-zh-tw', files: /\.html$/ },
];

/** The texts of a package, one string per file, markup and roff taken out. Throws when it cannot be fetched. */
export function openTexts({ name, files }: Source): string[] {
  const folder = join(cache, name);
  if (!existsSync(folder)) fetchPackage(name, folder);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => files.test(path))
    .sort()
    .map((path) => toPlain(path, readFileSync(path)))
    .filter((text) => (text.match(/[\u4e00-\u9fff]/g)?.length ?? 0) > 100);
}

function fetchPackage(name: string, folder: string): void {
  mkdirSync(cache, { recursive: true });
  try {
    execFileSync('apt-get', ['download', name], { cwd: cache, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch {
    throw new Error(
      `Debian's package ${name} could not be fetched: run "apt-get update" on a Debian machine first.`,
    );
  }
  const archive = readdirSync(cache).find((file) => file.startsWith(`${name}_`));
  execFileSync('dpkg-deb', ['-x', join(cache, archive!), folder]);
}

function toPlain(path: string, bytes: Buffer): string {
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return path.endsWith('.html') ? fromHtml(text) : fromRoff(text);
}

function fromHtml(html: string): string {
  return html
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<\/(?:p|div|li|h\d|td|dt|dd|pre)>|<br[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/[ \t]*\n\s*/g, '\n');
}

function fromRoff(roff: string): string {
  return roff
    .replace(/^[.'].*$/gm, (line) => line.replace(/^[.']\S*\s*|\\".*$/g, ''))
    .replace(/\\(?:f[A-Z]|&|\(..|[-\\])/g, '')
    .replace(/\u001b\[[\d;]*m/g, '')
    .replace(/\n{2,}/g, '\n');
}
