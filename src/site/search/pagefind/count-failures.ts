/**
 * Counts from now on the requests below `folder` (an address ending in a slash) that failed: Pagefind says of a file of its
 * index that does not come only to the console, and then finds nothing.
 */
export function countFailures(folder: string): () => number {
  const { href } = new URL(folder, location.href);
  const { fetch } = globalThis;
  let failures = 0;
  globalThis.fetch = async (...request) => {
    const isOurs = new URL(
      request[0] instanceof Request ? request[0].url : request[0],
      location.href,
    ).href.startsWith(href);
    try {
      const response = await fetch(...request);
      if (isOurs && !response.ok) failures++;
      return response;
    } catch (error) {
      if (isOurs) failures++;
      throw error;
    }
  };
  return () => failures;
}
