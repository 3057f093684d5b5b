import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';

/** A folder on a port of this machine, as a static host would serve it. */
export interface Served {
  /** Address with a slash at the end. */
  site: string;
  close: () => void;
}

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Files made up for the occasion, by address: `{ '/entry.js': '…' }`. */
export type Extras = Record<string, string>;

/** Serves a folder and some extra files; text goes out packed, and may be kept by the browser. */
export async function serveFolder(
  folder: URL,
  extras: Extras = {},
  headers: Record<string, string> = {},
): Promise<Served> {
  const server = createServer(async ({ url = '/' }, response) => {
    const path = decodeURIComponent(url.split('?')[0]!).replace(/\/$/, '/index.html');
    const body = extras[path] ?? (await readFile(new URL(`.${path}`, folder)).catch(() => undefined));
    if (body === undefined) return response.writeHead(404).end();
    const type = TYPES[path.split('.').pop() ?? ''];
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('cache-control', path.endsWith('index.json') ? 'no-cache' : 'max-age=3600');
    response.setHeader('content-type', type ?? 'application/octet-stream');
    if (!type) return response.end(body);
    return response.setHeader('content-encoding', 'gzip').end(gzipSync(body));
  });
  const port = await listen(server);
  return { site: `http://localhost:${port}/`, close: () => server.close().closeAllConnections() };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}
