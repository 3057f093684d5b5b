/** Reading documents and lines, packed by gzip or not. */
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { gatherBytes } from './read-bytes.ts';
import { readStandardInput } from './streams.ts';

/** The bytes of the file at `path`, or of standard input, piece by piece, and unpacked where they are packed. */
export function openInput(path?: string): AsyncGenerator<Uint8Array> {
  return unpack(path === undefined ? readStandardInput() : createReadStream(path));
}

/** All of them. Throws when there are none, or too many to be held. */
export function readDocument(path?: string): Promise<Uint8Array> {
  return gatherBytes(openInput(path));
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
