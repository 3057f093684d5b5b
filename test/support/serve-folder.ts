/** A small static server: files gzipped as any real host sends them, `404.html` for what is not there. */
import { readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A folder on a port of this machine. */
export interface Served {
  /** Address with a slash at the end. */
  address: string;
  /** Ends the server and every connection to it. */
  close: () => Promise<void>;
}

export interface ServeOptions {
  /** The path under which the folder stands, with a slash at both ends. */
  base?: string;
  port?: number;
  /** Files made up for the occasion, by path, which the base is no part of: `{ '/entry.js': '…' }`. */
  extras?: Readonly<Record<string, string>>;
  /** May the browser keep what it has, but for the list of the search index? */
  canBeKept?: boolean;
}

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

/** What is text gains by being packed. */
const TEXT = /^(?:text|image\/svg)|json$|xml$|javascript/;

/** Serves `folder`, by default at the root of any free port. */
export async function serveFolder(
  folder: string,
  { base = '/', port = 0, extras = {}, canBeKept = false }: ServeOptions = {},
): Promise<Served> {
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    if (canBeKept)
      response.setHeader('cache-control', /index\.json$/.test(path) ? 'no-cache' : 'max-age=3600');
    const file = path.startsWith(base) ? find(folder, path.slice(base.length)) : undefined;
    const name = path.replace(/\/$/, '/index.html');
    if (extras[name] !== undefined) send(response, name, Buffer.from(extras[name]));
    else if (file !== undefined) send(response, file, readFileSync(file));
    else sendMissing(response, path.startsWith(base) ? find(folder, '404.html') : undefined);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, 'localhost', resolve);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { address: `http://localhost:${(server.address() as AddressInfo).port}${base}`, close };
}

/** The file at a path; a folder stands for its `index.html`. */
function find(folder: string, path: string): string | undefined {
  const file = join(folder, path.endsWith('/') || path === '' ? `${path}index.html` : path);
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function send(response: ServerResponse, name: string, content: Buffer, status = 200): void {
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  const isText = TEXT.test(type);
  response.writeHead(status, { 'content-type': type, ...(isText ? { 'content-encoding': 'gzip' } : {}) });
  response.end(isText ? gzipSync(content) : content);
}

function sendMissing(response: ServerResponse, page: string | undefined): void {
  if (page === undefined) response.writeHead(404).end();
  else send(response, page, readFileSync(page), 404);
}
