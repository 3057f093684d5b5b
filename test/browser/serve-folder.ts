/** A small static server: files gzipped as any real host sends them, `404.html` for what is not there. */
import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.bib': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.webmanifest': 'application/manifest+json',
};

/** What is compressed already gains nothing. */
const PACKED = /\.(?:png|webp|zip|epub|gz|pagefind|pf_\w+)$/;

/** Serves `folder` under the path `base` (which ends in a slash) on a port of this machine. */
export async function serveFolder(folder: string, base: string, port: number): Promise<Server> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const file = pathname.startsWith(base) && find(folder, decodeURIComponent(pathname.slice(base.length)));
    if (file) send(response, file, 200);
    else if (file === undefined) send(response, join(folder, '404.html'), 404);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  return server;
}

/** The file at a path; a folder stands for its `index.html`. */
function find(folder: string, path: string): string | undefined {
  const file = join(folder, path.endsWith('/') || path === '' ? `${path}index.html` : path);
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function send(response: ServerResponse, file: string, status: number): void {
  const isPacked = PACKED.test(file);
  const content = readFileSync(file);
  response.writeHead(status, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    ...(isPacked ? {} : { 'content-encoding': 'gzip' }),
  });
  response.end(isPacked ? content : gzipSync(content));
}
