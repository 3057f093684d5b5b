/**
 * A file of the search has so many milliseconds to come: the largest, of 55 KB, then needs 15 kbit/s. A guess, not measured;
 * without it a search over a connection that has died would wait for ever, and all later ones with it.
 */
export const LIMIT_MS = 30_000;

/** Fetches a file. Fails when it is not there, and when it takes too long. */
export async function fetchInTime(
  address: string,
  options: RequestInit = {},
  fetch = globalThis.fetch,
): Promise<Response> {
  const response = await fetch(address, { ...options, signal: AbortSignal.timeout(LIMIT_MS) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}
