/**
 * Open texts out of Debian's packages: fetched by `apt-get download` into `.cache/`, unpacked there, never installed and
 * never committed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../../.cache/open-texts/', import.meta.url));

/** A file of a package. */
export interface PackageFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** The files of a package whose path inside it matches, by path. Throws when it cannot be fetched. */
export function readPackage(name: string, files: RegExp): PackageFile[] {
  const folder = join(cache, name);
  if (!existsSync(folder)) fetchPackage(name, folder);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => files.test(path.slice(folder.length)))
    .sort()
    .map((path) => ({ path, bytes: readFileSync(path) }));
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
  const archive = readdirSync(cache).find((file) => file.startsWith(`${name}_`) && file.endsWith('.deb'));
  if (archive === undefined) throw new Error(`apt-get put no package ${name} into ${cache}.`);
  execFileSync('dpkg-deb', ['-x', join(cache, archive), folder]);
}

/** The text of a page of HTML, markup taken out. */
export function fromHtml(html: string): string {
  return html
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<\/(?:p|div|li|h\d|td|dt|dd|pre)>|<br[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
