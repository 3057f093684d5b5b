import { fetchPacked } from '../fetch-packed.ts';

/** Pagefind's mark at the beginning of its files, but for `pagefind-entry.json`. */
const SIGNATURE = new TextEncoder().encode('pagefind_dcd');

/** By the absolute address of a folder, how many of its files could not be had. */
const failures = new Map<string, number>();

/**
 * Guards from now on the files of an index below `folder` (an address ending in a slash), and gives how many could not be
 * had so far: of a file that does not come, or comes in part, Pagefind says so only to the console, and then finds nothing.
 */
export function guardFiles(folder: string): () => number {
  const { href } = new URL(folder, location.href);
  if (failures.size === 0) globalThis.fetch = guard(globalThis.fetch);
  failures.set(href, failures.get(href) ?? 0);
  return () => failures.get(href) ?? 0;
}

function guard(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (...request) => {
    const [input] = request;
    const address = new URL(input instanceof Request ? input.url : input, location.href).href;
    const folder = [...failures.keys()].find((guarded) => address.startsWith(guarded));
    if (folder === undefined) return fetch(...request);
    try {
      return new Response(await fetchSound(address, fetch));
    } catch (error) {
      failures.set(folder, (failures.get(folder) ?? 0) + 1);
      throw error;
    }
  };
}

/** A file that is broken may be one that was kept: it is asked for once more, past all that keeps it. */
async function fetchSound(address: string, fetch: typeof globalThis.fetch): Promise<Uint8Array<ArrayBuffer>> {
  const read = async (options?: RequestInit) => check(await fetchPacked(address, options, fetch), address);
  try {
    return await read();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') throw error;
    return await read({ cache: 'reload' });
  }
}

/** Some hosts send a page in place of a file that is missing. */
function check(file: Uint8Array<ArrayBuffer>, address: string): Uint8Array<ArrayBuffer> {
  const isSigned = SIGNATURE.every((byte, index) => file[index] === byte);
  if (isSigned || /\.json(?:\?|$)/.test(address)) return file;
  throw new Error(`${address} is not a file of the search index.`);
}
