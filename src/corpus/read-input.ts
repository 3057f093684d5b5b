/** Reading documents and lines, packed by gzip or not. */
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { readStandardInput } from './streams.ts';

/** The largest document or line there may be, in bytes; a larger one, densely damaged, would not fit in memory with its records. */
export const LARGEST = 64 * 1024 * 1024;

/** The bytes of the file at `path`, or of standard input, piece by piece, and unpacked where they are packed. */
export function openInput(path?: string): AsyncGenerator<Uint8Array> {
  return unpack(path === undefined ? readStandardInput() : createReadStream(path));
}

/** All of them. Throws when they cannot be read, when there are none, or more than {@link LARGEST}. */
export async function readDocument(path?: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of openInput(path)) {
    length += chunk.length;
    if (length > LARGEST) throw new Error('is larger than 64 MiB; split it');
    parts.push(chunk);
  }
  if (length === 0) throw new Error('is empty; fetch it again, or leave it out');
  return Buffer.concat(parts);
}

/** How gzip begins. Names are not believed: what ends in `.gz` may have been unpacked on the way. */
const isGzip = (head: Uint8Array) => head[0] === 0x1f && head[1] === 0x8b;

async function* unpack(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const { head, held } = await readHead(iterator);
  const all = continueWith(held, iterator);
  if (!isGzip(head)) return yield* all;
  const gunzip = createGunzip();
  pipeline(Readable.from(all), gunzip, () => {}); // errors come out of gunzip, too
  yield* gunzip as AsyncIterable<Uint8Array>;
}

async function readHead(iterator: AsyncIterator<Uint8Array>) {
  const held: Uint8Array[] = [];
  let head = new Uint8Array();
  while (head.length < 2) {
    const { value, done } = await iterator.next();
    if (done) break;
    held.push(value);
    head = Buffer.concat([head, value.subarray(0, 2)]);
  }
  return { head, held };
}

async function* continueWith(
  held: readonly Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* held;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}
