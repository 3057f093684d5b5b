/** A built site whose pages can be read from disk, without a server. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Attributes of our pages that hold one address. */
const ADDRESS = /(\s(?:href|src|action)=")(\/[^"]*)"/g;

/**
 * `html`, the page at `path` below the site, with every address of the site written as the way from there, and folders as
 * the page in them: on `texts/a/index.html`, `/base/method/` is `../../method/index.html`.
 */
function linkRelatively(html: string, path: string, base: string): string {
  return html.replace(ADDRESS, (whole, head: string, address: string) => {
    if (!address.startsWith(base)) return whole;
    const [, target = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address.slice(base.length)) ?? [];
    const file = target === '' || target.endsWith('/') ? `${target}index.html` : target;
    return `${head}${posix.relative(posix.dirname(path), file) || posix.basename(file)}${rest}"`;
  });
}

/** Rewrites all pages of the site in `folder`; says how many there are. */
export function linkFolderRelatively(folder: string, base: string): number {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  for (const path of pages) {
    const file = join(folder, path);
    writeFileSync(file, linkRelatively(readFileSync(file, 'utf8'), path.replaceAll('\\', '/'), base));
  }
  return pages.length;
}
