/** Reading one document, none of it when it is too large. */
import { readFile, stat } from 'node:fs/promises';

/** The largest document or line there may be, in bytes; a larger one, densely damaged, would not fit in memory with its records. */
export const LARGEST = 64 * 1024 * 1024;

const tooLarge = () => new Error('is larger than 64 MiB; split it');

/** The bytes of the file at `path`. Throws when it cannot be read, is empty or larger than {@link LARGEST}. */
export async function readBytes(path: string): Promise<Uint8Array> {
  if ((await stat(path)).size > LARGEST) throw tooLarge();
  return refuseEmpty(await readFile(path));
}

/** All bytes of `chunks`, under the same conditions. */
export async function gatherBytes(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > LARGEST) throw tooLarge();
    parts.push(chunk);
  }
  return refuseEmpty(Buffer.concat(parts));
}

function refuseEmpty(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0) throw new Error('is empty; fetch it again, or leave it out');
  return bytes;
}
