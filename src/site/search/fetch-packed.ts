import { fetchInTime } from './fetch-in-time.ts';

/** Fetches a file of the index and unpacks it, unless the server has done so already. Fails when a part is missing. */
export async function fetchPacked(
  address: string,
  options: RequestInit = {},
  fetch = globalThis.fetch,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetchInTime(address, options, fetch);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
